using System.Text;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Core.Components;

namespace Assay.Toolchains.Python;

/// <summary>Files that production code imports, whatever they are called: they are production too.</summary>
internal static partial class PythonImports
{
    internal static HashSet<string> OfProduction(IFileTree tree, string root, Func<string, bool>? saidTest = null)
    {
        var files = tree.Files.Select(file => file.Path).Where(path => path.EndsWith(".py", StringComparison.Ordinal) && TreePaths.IsBelow(path, root)).ToHashSet(StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(files.Where(IsProduction));
        while (open.TryPop(out var path))
        {
            foreach (var imported in Imports(tree, path).SelectMany(module => Files(module, TreePaths.Folder(path), root)).Where(files.Contains))
            {
                if (found.Add(imported) && !IsProduction(imported)) open.Push(imported);
            }
        }
        return found;

        bool IsProduction(string path) => PythonRoles.Of(root, path) == FileRole.Production && saidTest?.Invoke(path) != true;
    }

    /// <summary>Modules with leading dots as written; of <c>from a import b</c> both <c>a</c> and <c>a.b</c>, since b may be a module.</summary>
    private static IEnumerable<string> Imports(IFileTree tree, string path)
    {
        if (tree.Read(path) is not { } bytes) yield break;
        foreach (Match match in Import().Matches(Encoding.UTF8.GetString(bytes).Replace("\\\n", " ", StringComparison.Ordinal)))
        {
            var from = match.Groups["from"].Value;
            foreach (var name in match.Groups["names"].Value.Split([',', '(', ')', '\n', ' '], StringSplitOptions.RemoveEmptyEntries))
            {
                if (from.Length == 0) yield return name;
                else yield return from.EndsWith('.') ? from + name : $"{from}.{name}";
            }
            if (from.Trim('.').Length > 0) yield return from;
        }
    }

    private static IEnumerable<string> Files(string module, string folder, string root)
    {
        var dots = module.Length - module.TrimStart('.').Length;
        var path = module.TrimStart('.').Replace('.', '/');
        string? from = folder;
        for (var up = 1; up < dots && from is not null; up++) from = TreePaths.Parent(from);
        if (from is null) yield break;
        string[] places = dots > 0 ? [from] : [folder, root, TreePaths.Join(root, "src")];
        foreach (var place in places)
        {
            yield return TreePaths.Join(place, path + ".py");
            yield return TreePaths.Join(place, path + "/__init__.py");
        }
    }

    [GeneratedRegex(@"^[ \t]*(?:from[ \t]+(?<from>[\w.]+)[ \t]+import[ \t]+(?<names>\([^)]*\)|[^#\n]+)|import[ \t]+(?<names>[^#\n]+))", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Import();
}
