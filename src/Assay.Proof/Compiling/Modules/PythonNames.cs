using System.Text;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Proof.Reasons;

namespace Assay.Proof.Compiling.Modules;

/// <summary>Gives the modules that a Python test asks the names that only head's version of them has.</summary>
internal sealed partial class PythonNames(IFileTree tree, IFileTree head, IReadOnlySet<string> changedTests, Introduced introduced)
{
    public void Give(string test, Dictionary<string, byte[]> edits)
    {
        var text = Text(tree, test);
        foreach (Match import in From().Matches(text))
            Ask(test, import.Groups["module"].Value, [.. Listed().Matches(import.Groups["names"].Value).Select(match => match.Groups["name"].Value)], edits);
        foreach (Match import in Whole().Matches(text))
        {
            foreach (Match module in Listed().Matches(import.Groups["modules"].Value)) Ask(test, module.Groups["name"].Value, [], edits);
        }
    }

    private void Ask(string test, string module, string[] names, Dictionary<string, byte[]> edits)
    {
        if (Find(tree, test, module) is { } there)
        {
            if (changedTests.Contains(there) || head.Read(there) is null) return;
            var before = edits.TryGetValue(there, out var edited) ? Encoding.UTF8.GetString(edited) : Text(tree, there);
            var (has, brings) = (Names(before), Names(Text(head, there)));
            var missing = names.Where(name => !has.Contains(name) && brings.Contains(name) && introduced.Names.Contains(name)).ToList();
            if (missing.Count > 0) edits[there] = Encoding.UTF8.GetBytes($"{before}{(before.EndsWith('\n') ? "" : "\n")}{Lines(missing)}");
        }
        else
        {
            Create(test, module, edits);
        }
        // What is taken from a package may be a module of it.
        foreach (var name in names) Create(test, module.EndsWith('.') ? module + name : $"{module}.{name}", edits);
    }

    private void Create(string test, string module, Dictionary<string, byte[]> edits)
    {
        if (Find(tree, test, module) is not null || Find(head, test, module) is not { } added || !introduced.Files.Contains(added) || changedTests.Contains(added) || edits.ContainsKey(added)) return;
        edits.Add(added, Encoding.UTF8.GetBytes(Lines(Names(Text(head, added)))));
        for (var folder = Path.GetDirectoryName(added); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            var package = $"{folder.Replace('\\', '/')}/__init__.py";
            if (tree.Read(package) is null && head.Read(package) is { } whole && introduced.Files.Contains(package) && !changedTests.Contains(package))
                edits.TryAdd(package, Encoding.UTF8.GetBytes(Lines(Names(Encoding.UTF8.GetString(whole)))));
        }
    }

    private static string Lines(IEnumerable<string> names) => string.Concat(names.Order(StringComparer.Ordinal).Select(name => $"{name} = None\n"));

    private static HashSet<string> Names(string text) => [.. Defined().Matches(text).Select(match => match.Groups["name"].Value),
        .. From().Matches(text).SelectMany(match => Listed().Matches(match.Groups["names"].Value).Select(name => name.Groups["as"].Success ? name.Groups["as"].Value : name.Groups["name"].Value))];

    /// <summary>The only file whose place fits the module's name, from the test's folder where the name is relative.</summary>
    private static string? Find(IFileTree files, string test, string module)
    {
        var bare = module.TrimStart('.');
        var path = bare.Replace('.', '/');
        if (module.StartsWith('.')) path = ModulePaths.Join(test, string.Concat(Enumerable.Repeat("../", module.Length - bare.Length - 1)) + path);
        if (path.Length == 0) return null;
        string[] wanted = [$"{path}.py", $"{path}/__init__.py"];
        var found = wanted.Where(file => files.Read(file) is not null).ToList();
        if (found.Count == 0 && !module.StartsWith('.')) found = [.. files.Files.Select(file => file.Path).Where(file => wanted.Any(end => file.EndsWith($"/{end}", StringComparison.Ordinal)))];
        return found is [var only] ? only : null;
    }

    private static string Text(IFileTree files, string path) => Encoding.UTF8.GetString(files.Read(path) ?? []);

    [GeneratedRegex(@"^from[ \t]+(?<module>[\w.]+)[ \t]+import[ \t]+(?:\((?<names>[^)]*)\)|(?<names>[^\r\n#]*))", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex From();

    [GeneratedRegex(@"^import[ \t]+(?<modules>[^\r\n#]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<name>[\w.]+)(?:\s+as\s+(?<as>\w+))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^(?:(?:async[ \t]+)?def|class)[ \t]+(?<name>\w+)|^(?<name>[A-Za-z_]\w*)[ \t]*(?::[^=\n]*)?=(?!=)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Defined();
}
