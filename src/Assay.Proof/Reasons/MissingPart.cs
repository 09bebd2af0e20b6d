using System.Text.RegularExpressions;

namespace Assay.Proof.Reasons;

/// <summary>A file, a module or an export that is not there: right where the change brings it, and nothing otherwise.</summary>
internal static partial class MissingPart
{
    /// <summary>Null where nothing is missing.</summary>
    internal static FailureReason? Of(Failure failure, Introduced introduced)
    {
        foreach (var text in failure.Heads.Select(head => $"{head.Type}: {head.Message}").Append(failure.Text))
        {
            if (Export().Match(text) is { Success: true } export) return Judge(introduced.Names.Contains(export.Groups["name"].Value), "export", export.Groups["name"].Value);
            if (Module().Match(text) is { Success: true } module) return module.Groups["python"] is { Success: true, Value: var python } ? Judge(BringsPython(introduced, python), "module", python) : Judge(Brings(introduced, module.Groups["name"].Value, From().Match(text).Groups["name"].Value), "module", module.Groups["name"].Value);
            if (File().IsMatch(text)) return Judge(Path().Match(text) is { Success: true } path && Brings(introduced, path.Groups["name"].Value, ""), "file", Path().Match(text).Groups["name"].Value);
        }
        return null;
    }

    private static FailureReason Judge(bool brought, string kind, string name) =>
        brought ? new(true, $"{kind} {name}, which the change adds") : new(false, name.Length == 0 ? $"a {kind} is missing that the change does not add" : $"{kind} {name} is missing, and the change does not add it");

    /// <summary>Whether a file of the change is what a path or a module's name asks for.</summary>
    /// <param name="from">The file that asks, absolute or relative; empty where it is not told.</param>
    internal static bool Brings(Introduced introduced, string asked, string from)
    {
        var name = asked.Replace('\\', '/');
        if (name.StartsWith('.') && from.Length > 0) name = ModulePaths.Join(from, name);
        while (name.StartsWith("./", StringComparison.Ordinal) || name.StartsWith("../", StringComparison.Ordinal)) name = name[(name.IndexOf('/') + 1)..];
        // A bare name could be a file of any folder, and so could a path of which only the end is known.
        return name.Contains('/') && introduced.Files.Any(file => file.Contains('/') && (Is(file, name) || Is(Script().Replace(file, ""), Script().Replace(name, ""))));
    }

    private static bool BringsPython(Introduced introduced, string module) =>
        introduced.Files.Any(file => file.EndsWith(".py", StringComparison.Ordinal) && Ends(Script().Replace(file, ""), module.Replace('.', '/')));

    private static bool Is(string file, string name) => name.StartsWith('/') ? Ends(name, file) && file.Contains('/') : Ends(file, name) && name.Contains('/');

    private static bool Ends(string path, string end) => path == end || path.EndsWith($"/{end}", StringComparison.Ordinal);

    [GeneratedRegex(@"does not provide an export named '(?<name>[^']+)'|""(?<name>[^""]+)"" is not exported by|No matching export in "".*"" for import ""(?<name>[^""]+)""|cannot import name '(?<name>[^']+)'|has no exported member '(?<name>[^']+)'")]
    private static partial Regex Export();

    [GeneratedRegex(@"Cannot find (?:module|package) '(?<name>[^']+)'|Failed to resolve import ""(?<name>[^""]+)""|Failed to load url (?<name>\S+)|No module named '(?<python>[^']+)'|Package subpath '(?<name>[^']+)' is not defined|Directory import '(?<name>[^']+)'|Could not resolve ""(?<name>[^""]+)""")]
    private static partial Regex Module();

    [GeneratedRegex(@"\bENOENT\b|FileNotFoundException|DirectoryNotFoundException|FileNotFoundError|[Nn]o such file or directory|Could not find file|Could not find a part of the path")]
    private static partial Regex File();

    [GeneratedRegex(@"'(?<name>[^']+)'|""(?<name>[^""]+)""")]
    private static partial Regex Path();

    [GeneratedRegex(@" (?:imported )?from '?(?<name>[^'\s]+)'?")]
    private static partial Regex From();

    [GeneratedRegex(@"(?:/index|/__init__)?\.(?:d\.)?(?:[mc]?[jt]sx?|vue|svelte|py|json)$")]
    private static partial Regex Script();
}
