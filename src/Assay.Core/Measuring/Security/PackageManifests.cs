using Assay.Core.Changes;
using Assay.Core.Globs;
using Assay.Core.Sources;

namespace Assay.Core.Measuring.Security;

/// <summary>Files that decide which packages are installed, and from where.</summary>
internal static class PackageManifests
{
    private static readonly GlobSet Files = new([
        "**/{package.json,package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,pnpm-workspace.yaml,bun.lock,bun.lockb,.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs}",
        "**/{*.csproj,*.fsproj,*.vbproj,*.props,*.targets,*.sln,*.slnx,packages.lock.json,packages.config,global.json,[nN]u[gG]et.[cC]onfig,dotnet-tools.json}",
        "**/{pyproject.toml,setup.py,setup.cfg,*requirements*.txt,*requirements*.in,constraints*.txt,poetry.lock,Pipfile,Pipfile.lock,uv.lock,pdm.lock}",
        "**/{requirements,vendor,third_party,node_modules}/**",
    ]);

    /// <summary>
    /// A change of nothing but sources and documents brings no package: what advisories say of the packages they said, or will say, without it too. Any other file may be
    /// read by a build, under whatever name.
    /// </summary>
    public static bool Untouched(Change change) => change.Judged == Judged.Change
        && change.Files.SelectMany(file => file.OldPath is { } old ? [file.Path, old] : new[] { file.Path })
            .All(path => (Languages.OfPath(path) is not null || path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) && !Files.IsMatch(path));
}
