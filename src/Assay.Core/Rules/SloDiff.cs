using System.Text;
using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Core.Quantities;
using Assay.Core.Yaml;

namespace Assay.Core.Rules;

/// <summary>What a slo.yaml at head promises less than the one at base: a higher latency or error bound, a lower rate, peak or a shorter duration, a file that is gone.</summary>
internal static class SloDiff
{
    private static readonly (string[] Path, bool MoreIsLooser)[] Figures =
    [
        (["latency", "p50"], true), (["latency", "p95"], true), (["latency", "p99"], true), (["error_rate"], true),
        (["load", "rate"], false), (["load", "duration"], false), (["load", "peak"], false),
    ];

    public static IEnumerable<Weakening> Loosened(Change change, IFileTree head, IFileTree? atBase)
    {
        if (atBase is null) yield break;
        foreach (var file in atBase.Files.Where(file => IsSlo(file.Path)))
        {
            if (head.Files.Any(after => after.Path == file.Path && after.Id == file.Id)) continue;
            if (Moved(file.Path, change, head) is not { } path)
            {
                if (head.Files.Any(after => after.Path.StartsWith(Folder(file.Path), StringComparison.Ordinal))) yield return Weakening("removes what the component promises", file.Path);
                continue;
            }
            if (Read(atBase, file.Path) is not { } before) continue;
            var after = Read(head, path);
            foreach (var (keys, moreIsLooser) in Figures)
            {
                if (Figure(before, keys) is not { } was) continue;
                var name = string.Join('.', keys);
                if (after is null || Figure(after, keys) is not { } now || now.Unit != was.Unit) yield return Weakening($"no longer states {name}", path);
                else if (moreIsLooser ? now.Value > was.Value : now.Value < was.Value) yield return Weakening($"promises {name} {now} instead of {was}", path);
            }
        }
    }

    private static bool IsSlo(string path) => Path.GetFileName(path) is "slo.yaml" or "slo.yml";

    /// <summary>Where the file is at head: at its place, under its other ending, or where the change moved it.</summary>
    private static string? Moved(string path, Change change, IFileTree head)
    {
        string?[] places = [path, Path.ChangeExtension(path, path.EndsWith(".yaml", StringComparison.Ordinal) ? ".yml" : ".yaml"), change.Files.FirstOrDefault(file => file.OldPath == path)?.Path];
        return places.FirstOrDefault(place => place is not null && IsSlo(place) && head.Files.Any(file => file.Path == place));
    }

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static YamlNode? Read(IFileTree tree, string path) =>
        tree.Read(path) is { Length: <= 4 * YamlReader.LongestText } bytes ? YamlReader.ReadNode(Encoding.UTF8.GetString(bytes), new YamlMistakes(path, EvidenceErrors.Unreadable)) : null;

    private static Quantity? Figure(YamlNode node, string[] keys)
    {
        YamlNode? found = node;
        foreach (var key in keys) found = (found as YamlMapping)?.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;
        return found is YamlScalar scalar ? Quantity.Parse(scalar.Text) : null;
    }

    private static Weakening Weakening(string what, string path) => new(WeakeningSource.Rule, what, new Location(path));
}
