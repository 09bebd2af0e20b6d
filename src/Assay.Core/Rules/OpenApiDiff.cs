using System.Text;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Core.Yaml;

namespace Assay.Core.Rules;

/// <summary>Operations that the OpenAPI document of a component describes at base and none of its documents describes at head: what is not described is not judged.</summary>
internal static partial class OpenApiDiff
{
    private const int MostSteps = 32;

    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal) { "get", "put", "post", "delete", "options", "head", "patch", "trace" };

    public static IEnumerable<Weakening> Loosened(Change change, IFileTree head, IFileTree? atBase)
    {
        if (atBase is null) yield break;
        foreach (var file in atBase.Files.Where(file => Place().IsMatch(file.Path)))
        {
            if (head.Files.Any(after => after.Path == file.Path && after.Id == file.Id)) continue;
            var root = Root(file.Path);
            if (!head.Files.Any(after => after.Path.StartsWith(root, StringComparison.Ordinal))) continue;
            var described = head.Files.Select(after => after.Path)
                .Where(path => Place().IsMatch(path) && (Root(path) == root || change.Files.Any(moved => moved.OldPath == file.Path && moved.Path == path)))
                .SelectMany(path => Operations(head, path)).Select(Comparable).ToHashSet(StringComparer.Ordinal);
            foreach (var operation in Operations(atBase, file.Path).Where(operation => !described.Contains(Comparable(operation))))
                yield return new Weakening(WeakeningSource.Rule, $"no longer describes {operation}", new Location(file.Path));
        }
    }

    /// <summary>The folder of the component that the document lies in.</summary>
    private static string Root(string path) => Place().Match(path).Groups["root"].Value;

    /// <summary>An operation is the same whatever its parameters are called.</summary>
    private static string Comparable(string operation) => Parameter().Replace(operation, "{}");

    private static List<string> Operations(IFileTree tree, string path)
    {
        if (Read(tree, path) is not YamlMapping document || Get(document, "paths") is not YamlMapping paths) return [];
        return [.. paths.Entries.Where(entry => entry.Key.Text.StartsWith('/'))
            .SelectMany(entry => Keys(document, entry.Value).Where(Methods.Contains).Distinct().Select(method => $"{method.ToUpperInvariant()} {entry.Key.Text}"))];
    }

    /// <summary>The keys of a path item and of those that it refers to.</summary>
    private static IEnumerable<string> Keys(YamlMapping document, YamlNode? item)
    {
        for (var step = 0; step < MostSteps && item is YamlMapping mapping; step++)
        {
            foreach (var entry in mapping.Entries) yield return entry.Key.Text;
            item = Get(mapping, "$ref") is YamlScalar { Text: ['#', ..] reference } ? Find(document, reference) : null;
        }
    }

    private static YamlNode? Find(YamlMapping document, string pointer) =>
        pointer.Split('/').Skip(1).Select(part => Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))
            .Aggregate((YamlNode?)document, (at, name) => at is YamlMapping mapping ? Get(mapping, name) : null);

    private static YamlNode? Get(YamlMapping mapping, string key) => mapping.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    private static YamlNode? Read(IFileTree tree, string path) =>
        tree.Read(path) is { Length: <= 4 * YamlReader.LongestText } bytes ? YamlReader.ReadNode(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), new YamlMistakes(path, EvidenceErrors.Unreadable)) : null;

    [GeneratedRegex(@"^(?<root>(?:.*?/)??)(?:api/|docs/)?openapi\.(?:yaml|yml|json)\z")]
    private static partial Regex Place();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Parameter();
}
