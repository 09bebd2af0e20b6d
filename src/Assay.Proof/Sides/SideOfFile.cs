using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Globs;
using Assay.Toolchains.Components;

namespace Assay.Proof.Sides;

/// <summary>Tells the side of a path in one tree.</summary>
internal sealed class SideOfFile
{
    private static readonly ImmutableHashSet<string> TestFolders =
        ["__tests__", "__mocks__", "__fixtures__", "__snapshots__", "test", "tests", "testing", "spec", "specs", "e2e", "fixtures", "testdata", "TestData"];

    private static readonly GlobSet TestSettings = new([
        "**/*.runsettings", "**/xunit.runner.json", "**/testconfig.json", "**/vitest.config.*", "**/vitest.workspace.*", "**/jest.config.*", "**/.mocharc*",
        "**/pytest.ini", "**/.pytest.ini", "**/pytest.toml", "**/conftest.py", "**/*.snap", "**/*.verified.*"]);

    private static readonly GlobSet Manifests = new([
        "**/package.json", "**/package-lock.json", "**/npm-shrinkwrap.json", "**/pnpm-lock.yaml", "**/pnpm-workspace.yaml", "**/yarn.lock", "**/.npmrc", "**/.yarnrc*",
        "**/*.{csproj,fsproj,vbproj,sln,slnx,props,targets}", "**/packages.lock.json", "**/global.json", "**/{nuget,NuGet}.{config,Config}",
        "**/requirements*.txt", "**/pyproject.toml", "**/setup.{py,cfg}", "**/poetry.lock", "**/uv.lock", "**/Pipfile*"]);

    private static readonly ImmutableHashSet<string> Texts = [".md", ".rst", ".adoc"];

    private static readonly GlobSet NoBehaviour = new([
        "**/*.{md,rst,adoc}", "**/LICENSE*", "**/.editorconfig", "**/.git*", "**/.github/**", "**/.gitlab*", "**/.ci/**", "**/CODEOWNERS", "**/assay.yaml",
        "**/eslint.config.*", "**/.eslint*", "**/.prettier*", "**/biome.json*", "**/stylecop.json", "**/.globalconfig", "**/azure-pipelines*", "**/.vscode/**", "**/.idea/**", "docs/**/*.{txt,png,jpg,jpeg,gif,svg,webp,drawio,puml}"]);

    private readonly ImmutableArray<(FoundComponent Found, Dictionary<string, FileRole> Sources, Func<string, FileRole?> Roles, GlobSet Prompts)> components;

    public SideOfFile(IFileTree tree, ImmutableArray<FoundComponent> components) => this.components =
    [
        .. components.Select(found => (found,
            Inventory.Of(tree, found.Component, found.Configuration).ToDictionary(file => file.Path, file => file.Role, StringComparer.Ordinal),
            RootRoles.Of(tree, found.Component.Toolchains), new GlobSet(found.Configuration.Prompts))),
    ];

    public Side Of(string path)
    {
        var (found, sources, roles, prompts) = components.FirstOrDefault(each => each.Found.Component.Contains(path));
        var below = found is null || found.Component.Path.Length == 0 ? path : path[(found.Component.Path.Length + 1)..];
        if (prompts?.IsMatch(below) == true) return Side.Prompt;
        if (sources is not null && sources.TryGetValue(path, out var role))
        {
            return role == FileRole.Test ? Side.Test : role == FileRole.Tooling ? TestSettings.IsMatch(path) ? Side.Test : Side.Other : Side.Production;
        }
        if (TestSettings.IsMatch(path)) return Side.Test;
        if (roles?.Invoke(path) == FileRole.Test) return Side.Test;
        if (Manifests.IsMatch(path)) return Side.Manifest;
        if (NoBehaviour.IsMatch(path)) return IsBesideCode(path, below, sources) ? Side.Production : Side.Other;
        if (Inventory.IsSource(path)) return Side.Production;
        return below.Split('/')[..^1].Any(TestFolders.Contains) ? Side.Test
            : found is null || RecordPlaces.NoInput.IsMatch(below) || RecordPlaces.Named.IsMatch(below) || RecordPlaces.Watching.IsMatch(below) ? Side.Other
            : Side.Production;
    }

    /// <summary>A text in a folder of code is read by it, such as a template; a README there is not.</summary>
    private static bool IsBesideCode(string path, string below, Dictionary<string, FileRole>? sources)
    {
        if (sources is null || below.IndexOf('/', StringComparison.Ordinal) is not (> 0 and var slash) || !Texts.Contains(Path.GetExtension(path)) || SubjectDigest.IsDocumentation(path)) return false;
        var folder = path[..(path.Length - below.Length + slash + 1)];
        return sources.Any(source => source.Value == FileRole.Production && source.Key.StartsWith(folder, StringComparison.Ordinal));
    }
}
