using System.Text;
using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Core.Yaml;

namespace Assay.Core.Rules;

/// <summary>Acceptance criteria that a requirements.yaml at base holds and the one at head no longer does, or says in other words: what was agreed is not the change's to drop.</summary>
internal static class RequirementsDiff
{
    public static IEnumerable<Weakening> Loosened(Change change, IFileTree head, IFileTree? atBase)
    {
        if (atBase is null) yield break;
        foreach (var file in atBase.Files.Where(file => IsRequirements(file.Path)))
        {
            if (head.Files.Any(after => after.Path == file.Path && after.Id == file.Id)) continue;
            var places = Places(file.Path, change, head);
            // A component that is gone with its folder is named by itself.
            if (places.Count == 0 && !head.Files.Any(after => after.Path.StartsWith(Folder(file.Path), StringComparison.Ordinal))) continue;
            var now = places.SelectMany(place => Criteria(head, place)).ToLookup(criterion => criterion.Id, criterion => criterion.Text, StringComparer.Ordinal);
            var at = new Location(places.Count > 0 ? places[0] : file.Path);
            foreach (var (id, text) in Criteria(atBase, file.Path).Distinct())
            {
                if (!now.Contains(id)) yield return new Weakening(WeakeningSource.Rule, $"drops acceptance criterion {Shown.Short(id)}", at);
                else if (!now[id].Contains(text)) yield return new Weakening(WeakeningSource.Rule, $"changes the text of acceptance criterion {Shown.Short(id)}", at);
            }
        }
    }

    private static bool IsRequirements(string path) => Path.GetFileName(path) is "requirements.yaml" or "requirements.yml";

    /// <summary>Where the file is at head: at its place, under its other ending, and where the change moved it.</summary>
    private static List<string> Places(string path, Change change, IFileTree head)
    {
        string?[] places = [path, Path.ChangeExtension(path, path.EndsWith(".yaml", StringComparison.Ordinal) ? ".yml" : ".yaml"), change.Files.FirstOrDefault(file => file.OldPath == path)?.Path];
        return [.. places.OfType<string>().Where(place => IsRequirements(place) && head.Files.Any(file => file.Path == place)).Distinct()];
    }

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static IEnumerable<(string Id, string Text)> Criteria(IFileTree tree, string path)
    {
        if (tree.Read(path) is not { Length: <= 4 * YamlReader.LongestText } bytes) return [];
        var root = YamlReader.ReadNode(Encoding.UTF8.GetString(bytes), new YamlMistakes(path, EvidenceErrors.Unreadable));
        return from requirement in Items(Value(root, "requirements"))
               from criterion in Items(Value(requirement, "acceptance"))
               let id = Text(criterion, "id")
               where id.Length > 0
               select (id, Text(criterion, "text"));
    }

    private static IEnumerable<YamlNode> Items(YamlNode? node) => node is YamlSequence list ? list.Items : [];

    private static YamlNode? Value(YamlNode? node, string key) => (node as YamlMapping)?.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    /// <summary>The words, however they are broken into lines.</summary>
    private static string Text(YamlNode node, string key) =>
        Value(node, key) is YamlScalar scalar ? string.Join(' ', scalar.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : "";
}
