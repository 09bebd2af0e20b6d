using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Core.Components;

namespace Assay.Core.Measuring.Security;

/// <summary>What the manifests of the judged tree declare, read from git itself and from no report.</summary>
/// <param name="Ecosystems">Ecosystems that packages are declared of, each with the first manifest that does.</param>
/// <param name="Named">Packages that manifests name so that Assay understands it; a bill has to list each.</param>
/// <param name="HasManifest">A manifest is there; without one nothing says that there is no dependency.</param>
/// <param name="Elsewhere">The first manifest with packages in a folder that toolchains leave alone, e.g. of templates; null where there is none.</param>
public sealed partial record DeclaredPackages(
    ImmutableSortedDictionary<string, string> Ecosystems, ImmutableArray<NamedPackage> Named, bool HasManifest, string? Elsewhere)
{
    private static readonly ImmutableHashSet<string> NotOurs = ["node_modules", "testdata", "fixtures", "__fixtures__", "fixture", "templates", "dist", "bin", "obj"];

    private static readonly string[] AboveProjects = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    /// <summary>Manifests are there, and none declares a package.</summary>
    public bool AreNone => HasManifest && Ecosystems.IsEmpty && Elsewhere is null;

    /// <summary>Reads the manifests of the component, and what lies above it for its .NET projects.</summary>
    public static DeclaredPackages Of(IFileTree tree, Component component)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var named = new List<NamedPackage>();
        var own = new HashSet<string>(StringComparer.Ordinal);
        var any = false;
        string? elsewhere = null;
        foreach (var file in tree.Files)
        {
            var name = Name(file.Path);
            var inside = component.Contains(file.Path);
            if (!inside && !(AboveProjects.Contains(name) && IsAbove(file.Path, component.Path))) continue;
            if (Kind(file.Path, name) is not { } kind) continue;
            var script = name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);
            any |= inside && !script && !AboveProjects.Contains(name);
            var ours = !file.Path[..^name.Length].Split('/').Any(NotOurs.Contains);
            if ((ours ? script && found.ContainsKey(kind) : elsewhere is not null) || tree.Read(file.Path) is not { } bytes) continue;
            if (!Declares(name, bytes))
            {
                own.UnionWith(NamedPackages.OwnName(name, bytes));
                continue;
            }
            if (!ours)
            {
                elsewhere = file.Path;
                continue;
            }
            if (!found.ContainsKey(kind)) found[kind] = file.Path;
            own.UnionWith(NamedPackages.OwnName(name, bytes));
            named.AddRange(NamedPackages.Of(name, bytes).Select(package => new NamedPackage(kind, package, file.Path)));
        }
        return new DeclaredPackages(found.ToImmutable(), [.. named.Where(package => package.Ecosystem != Packages.Ecosystems.Npm || !own.Contains(package.Name))], any, elsewhere);
    }

    private static string? Kind(string path, string name) => name switch
    {
        _ when name.EndsWith("proj", StringComparison.OrdinalIgnoreCase) && Project().IsMatch(name) => Packages.Ecosystems.NuGet,
        "packages.config" or "paket.dependencies" or "Directory.Build.props" or "Directory.Build.targets" or "Directory.Packages.props" => Packages.Ecosystems.NuGet,
        "package.json" => Packages.Ecosystems.Npm,
        "pyproject.toml" or "poetry.lock" or "uv.lock" or "Pipfile" or "Pipfile.lock" or "pdm.lock" or "setup.py" or "setup.cfg" => Packages.Ecosystems.PyPI,
        _ when Requirements().IsMatch(path) => Packages.Ecosystems.PyPI,
        "go.mod" => Packages.Ecosystems.Go,
        "Cargo.toml" => Packages.Ecosystems.Cargo,
        "pom.xml" or "build.gradle" or "build.gradle.kts" => Packages.Ecosystems.Maven,
        "Gemfile" => Packages.Ecosystems.RubyGems,
        "composer.json" => Packages.Ecosystems.Packagist,
        "gems.rb" => Packages.Ecosystems.RubyGems,
        "ivy.xml" or "build.sbt" => Packages.Ecosystems.Maven,
        _ when name.EndsWith(".versions.toml", StringComparison.Ordinal) || name.EndsWith(".gradle", StringComparison.Ordinal) || name.EndsWith(".gradle.kts", StringComparison.Ordinal) => Packages.Ecosystems.Maven,
        _ when name.EndsWith(".gemspec", StringComparison.Ordinal) => Packages.Ecosystems.RubyGems,
        "environment.yml" or "environment.yaml" or "conda.yml" or "conda.yaml" or "meta.yaml" or "pixi.toml" => "conda",
        "deno.json" or "deno.jsonc" or "jsr.json" => "deno",
        "pubspec.yaml" => "pub",
        "conanfile.txt" or "conanfile.py" or "vcpkg.json" => "conan",
        "Package.swift" or "Podfile" or "Cartfile" => "swift",
        "mix.exs" or "rebar.config" => "hex",
        _ when name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) => Packages.Ecosystems.NuGet,
        _ => null,
    };

    /// <summary>Whether it declares a package; in doubt it does.</summary>
    private static bool Declares(string name, byte[] bytes)
    {
        if (name is "package.json" or "composer.json") return JsonDeclares(bytes);
        var text = Encoding.UTF8.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);
        return name switch
        {
            "pyproject.toml" => Toml(text),
            "setup.cfg" => text.Contains("[options", StringComparison.Ordinal) || text.Contains("requires", StringComparison.Ordinal),
            "deno.json" or "deno.jsonc" or "jsr.json" => text.Contains("imports", StringComparison.OrdinalIgnoreCase) || text.Contains("\\u", StringComparison.Ordinal) || text.Contains("importMap", StringComparison.Ordinal),
            _ when name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) => ScriptDeclares(text),
            "go.mod" => text.Contains("require", StringComparison.Ordinal),
            "Cargo.toml" => text.Contains("dependencies", StringComparison.Ordinal),
            "pom.xml" => text.Contains("<dependency", StringComparison.Ordinal) || text.Contains("<parent>", StringComparison.Ordinal),
            _ when name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && name != "conanfile.txt" || name.EndsWith(".in", StringComparison.OrdinalIgnoreCase) => text.Split('\n').Any(line => line.Trim() is { Length: > 0 } said && said[0] != '#'),
            _ when name.EndsWith(".fsproj", StringComparison.OrdinalIgnoreCase) => true, // FSharp.Core comes with the language
            _ when name.EndsWith("proj", StringComparison.OrdinalIgnoreCase) || AboveProjects.Contains(name) => NuGetReference().IsMatch(text) || (!AboveProjects.Contains(name) && Foreign().IsMatch(text)),
            _ => true,
        };
    }

    /// <summary>Every word of dependencies counts, also under <c>dynamic</c>, but an empty list.</summary>
    private static bool Toml(string text)
    {
        var said = string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith('#')));
        return NoDependencies().Replace(said, "") is var left && (left.Contains("dependenc", StringComparison.Ordinal) || left.Contains("[tool.pdm", StringComparison.Ordinal) || left.Contains("\\u", StringComparison.Ordinal));
    }

    /// <summary>Directives of a file that is a program by itself stand above its code.</summary>
    private static bool ScriptDeclares(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var said = line.Trim("\uFEFF \t");
            if (said.StartsWith("#:package") || said.StartsWith("#:sdk") || said.StartsWith("#:project")) return true;
            if (said.Length > 0 && !said.StartsWith("#") && !said.StartsWith("//") && !said.StartsWith("/*") && !said.StartsWith("*")) return false;
        }
        return false;
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

    [GeneratedRegex(@"(^|/)([^/]*requirements[^/]*|(requirements|reqs)/[^/]+)\.(txt|in)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Requirements();

    [GeneratedRegex(@"<\s*(PackageReference|GlobalPackageReference|PackageDownload)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NuGetReference();

    /// <summary>What a project takes in from elsewhere than its own SDK: other project files, binaries, SDKs with a version. The files that Assay reads itself are none.</summary>
    [GeneratedRegex(@"<\s*Import\b(?![^>]*\bDirectory\.(Build|Packages)\.(props|targets)\b)|<\s*HintPath\b|\bHintPath\s*=|\bSdk\s*=\s*[""'][^""'/]+/|<\s*Sdk\b|\bInclude\s*=\s*[""'][^""']*\.dll[""']", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"^\s*(project\.)?dependencies\s*=\s*\[\s*\]", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NoDependencies();
}
