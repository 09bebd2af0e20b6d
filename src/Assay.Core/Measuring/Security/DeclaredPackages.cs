using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Core.Components;

namespace Assay.Core.Measuring.Security;

/// <summary>What the manifests of the judged tree declare, read from git itself and from no report.</summary>
/// <param name="Ecosystems">Ecosystems that packages are declared of, each with the first manifest that does.</param>
/// <param name="HasManifest">A manifest is there; without one nothing says that there is no dependency.</param>
public sealed partial record DeclaredPackages(ImmutableSortedDictionary<string, string> Ecosystems, bool HasManifest)
{
    private static readonly ImmutableHashSet<string> NotOurs = ["node_modules", "testdata", "fixtures", "__fixtures__", "fixture", "templates", "dist", "bin", "obj"];

    private static readonly string[] AboveProjects = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    /// <summary>Manifests are there, and none declares a package.</summary>
    public bool AreNone => HasManifest && Ecosystems.IsEmpty;

    /// <summary>Reads the manifests of the component, and what lies above it for its .NET projects.</summary>
    public static DeclaredPackages Of(IFileTree tree, Component component)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var any = false;
        foreach (var file in tree.Files)
        {
            var name = Name(file.Path);
            var inside = component.Contains(file.Path);
            if (!inside && !(AboveProjects.Contains(name) && IsAbove(file.Path, component.Path))) continue;
            if (file.Path[..^name.Length].Split('/').Any(NotOurs.Contains) || Kind(name) is not { } kind) continue;
            any |= inside && !AboveProjects.Contains(name);
            if (!found.ContainsKey(kind) && tree.Read(file.Path) is { } bytes && Declares(name, bytes)) found[kind] = file.Path;
        }
        return new DeclaredPackages(found.ToImmutable(), any);
    }

    private static string? Kind(string name) => name switch
    {
        _ when name.EndsWith("proj", StringComparison.OrdinalIgnoreCase) && Project().IsMatch(name) => Packages.Ecosystems.NuGet,
        "packages.config" or "paket.dependencies" or "Directory.Build.props" or "Directory.Build.targets" or "Directory.Packages.props" => Packages.Ecosystems.NuGet,
        "package.json" => Packages.Ecosystems.Npm,
        "pyproject.toml" or "poetry.lock" or "uv.lock" or "Pipfile" or "setup.py" or "setup.cfg" => Packages.Ecosystems.PyPI,
        _ when Requirements().IsMatch(name) => Packages.Ecosystems.PyPI,
        "go.mod" => Packages.Ecosystems.Go,
        "Cargo.toml" => Packages.Ecosystems.Cargo,
        "pom.xml" or "build.gradle" or "build.gradle.kts" => Packages.Ecosystems.Maven,
        "Gemfile" => Packages.Ecosystems.RubyGems,
        "composer.json" => Packages.Ecosystems.Packagist,
        _ => null,
    };

    /// <summary>Whether it declares a package; in doubt it does.</summary>
    private static bool Declares(string name, byte[] bytes)
    {
        if (name is "package.json" or "composer.json") return JsonDeclares(bytes);
        var text = Encoding.UTF8.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);
        return name switch
        {
            "pyproject.toml" => Python().IsMatch(text),
            "setup.cfg" or "setup.py" => text.Contains("install_requires", StringComparison.Ordinal) || text.Contains("extras_require", StringComparison.Ordinal),
            "go.mod" => text.Contains("require", StringComparison.Ordinal),
            "Cargo.toml" => text.Contains("dependencies", StringComparison.Ordinal),
            "pom.xml" => text.Contains("<dependency", StringComparison.Ordinal) || text.Contains("<parent>", StringComparison.Ordinal),
            _ when Requirements().IsMatch(name) => text.Split('\n').Any(line => line.Trim() is { Length: > 0 } said && said[0] != '#'),
            _ when name.EndsWith(".fsproj", StringComparison.OrdinalIgnoreCase) => true, // FSharp.Core comes with the language
            _ when name.EndsWith("proj", StringComparison.OrdinalIgnoreCase) || AboveProjects.Contains(name) => NuGetReference().IsMatch(text),
            _ => true,
        };
    }

    private static bool JsonDeclares(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind != JsonValueKind.Object || document.RootElement.EnumerateObject().Any(property =>
                (property.Name.EndsWith("ependencies", StringComparison.Ordinal) || property.Name is "require" or "require-dev")
                && property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && property.Value.GetRawText().AsSpan(1).Trim(" \t\r\n") is not ("}" or "]"));
        }
        catch (JsonException)
        {
            // What cannot be read may declare anything.
            return true;
        }
    }

    private static bool IsAbove(string file, string component) =>
        file.LastIndexOf('/') is var slash && (slash < 0 || component.StartsWith(file[..(slash + 1)], StringComparison.Ordinal));

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    [GeneratedRegex(@"\.(cs|fs|vb)proj$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Project();

    [GeneratedRegex(@"^requirements.*\.(txt|in)$", RegexOptions.CultureInvariant)]
    private static partial Regex Requirements();

    [GeneratedRegex(@"<\s*(PackageReference|GlobalPackageReference|PackageDownload)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NuGetReference();

    [GeneratedRegex(@"^\s*(optional-|dev-)?dependencies\s*=\s*\[(?!\s*\])|^\s*\[(project\.optional-dependencies|dependency-groups|tool\.poetry[\w.-]*dependencies|tool\.pdm[\w.-]*)\]", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Python();
}
