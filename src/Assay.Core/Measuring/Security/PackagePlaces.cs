using System.Text;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Packages;

namespace Assay.Core.Measuring.Security;

/// <summary>Where a package stands in the component: in the lock file where there is one, else in the manifest that names it.</summary>
internal sealed class PackagePlaces(IFileTree tree, Component component)
{
    /// <summary>Lines below the one with the name in which lock files say the version.</summary>
    private const int Near = 4;

    private readonly Dictionary<string, string[]> _lines = [];

    /// <summary>The place; null where no file names the package.</summary>
    public (string File, int Line)? Of(string ecosystem, string package, string? version)
    {
        var files = tree.Files.Select(file => file.Path).Where(path => Rank(ecosystem, path) is not null && (component.Contains(path) || IsAbove(path)))
            .OrderBy(path => Rank(ecosystem, path)).ThenBy(path => path, StringComparer.Ordinal);
        foreach (var file in files)
        {
            var lines = Lines(file);
            for (var at = 0; at < lines.Length; at++)
                if (Names(ecosystem, lines[at], package) && (Rank(ecosystem, file) > 0 || version is null || Says(lines, at, version))) return (file, at + 1);
        }
        return null;
    }

    /// <summary>0 for lock files, 1 for manifests; null for other files.</summary>
    private static int? Rank(string ecosystem, string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return (ecosystem, name) switch
        {
            (Ecosystems.NuGet, "packages.lock.json") => 0,
            (Ecosystems.NuGet, "Directory.Packages.props" or "Directory.Build.props" or "packages.config") => 1,
            (Ecosystems.NuGet, _) when name.EndsWith("proj", StringComparison.OrdinalIgnoreCase) => 1,
            (Ecosystems.Npm, "package-lock.json" or "npm-shrinkwrap.json" or "pnpm-lock.yaml" or "yarn.lock") => 0,
            (Ecosystems.Npm, "package.json") => 1,
            (Ecosystems.PyPI, "poetry.lock" or "uv.lock") => 0,
            (Ecosystems.PyPI, "pyproject.toml") => 1,
            (Ecosystems.PyPI, _) when name.StartsWith("requirements", StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal) => 0,
            _ => null,
        };
    }

    private static bool Names(string ecosystem, string line, string package) => ecosystem switch
    {
        Ecosystems.NuGet => line.Contains($"\"{package}\"", StringComparison.OrdinalIgnoreCase),
        Ecosystems.Npm => line.Contains($"node_modules/{package}\"", StringComparison.Ordinal) || line.TrimStart(' ', '"', '\'', '/').StartsWith(package + "@", StringComparison.Ordinal)
            || line.TrimStart().StartsWith($"\"{package}\":", StringComparison.Ordinal),
        _ => Ecosystems.Normal(ecosystem, PythonName(line)) == Ecosystems.Normal(ecosystem, package),
    };

    /// <summary><c>name = "urllib3"</c> in a lock file, <c>urllib3==1.24</c> in requirements.</summary>
    private static string PythonName(string line)
    {
        var said = line.Trim();
        if (said.StartsWith("name = ", StringComparison.Ordinal)) return said["name = ".Length..].Trim('"');
        var end = said.AsSpan().IndexOfAny("=<>!~;[ @");
        return end < 0 ? said : said[..end];
    }

    private static bool Says(string[] lines, int at, string version)
    {
        for (var line = at; line < Math.Min(lines.Length, at + Near); line++)
        {
            var found = lines[line].IndexOf(version, StringComparison.OrdinalIgnoreCase);
            if (found >= 0 && !IsVersionCharacter(lines[line], found - 1) && !IsVersionCharacter(lines[line], found + version.Length)) return true;
        }
        return false;
    }

    private static bool IsVersionCharacter(string line, int at) => at >= 0 && at < line.Length && (char.IsAsciiLetterOrDigit(line[at]) || line[at] is '.' or '-' or '+');

    private bool IsAbove(string path) =>
        path.LastIndexOf('/') is var slash && (slash < 0 || component.Path.StartsWith(path[..(slash + 1)], StringComparison.Ordinal));

    private string[] Lines(string path) => _lines.TryGetValue(path, out var lines) ? lines
        : _lines[path] = tree.Read(path) is { } bytes ? Encoding.UTF8.GetString(bytes).Split('\n') : [];
}
