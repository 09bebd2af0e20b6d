using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Facts;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Documentation;

/// <summary>Whether the changelog got a line of text with the change. Headings, dates, blanks, links of versions, and lines that stood there before are no such line.</summary>
internal static class ChangelogFacts
{
    private static readonly string[] Names = ["CHANGELOG.md", "CHANGES.md", "HISTORY.md", "CHANGELOG", "CHANGELOG.txt"];

    public static void Add(MeasureInput input, FactDraft draft)
    {
        if (input.Change.Judged == Judged.State) return;
        var production = input.Files.Where(file => file.Role == FileRole.Production).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        if (!input.Change.Files.Any(file => IsProduction(input, production, file)))
        {
            draft.Empty(FactNames.ChangelogUpdated, "the change touches no production file");
            return;
        }
        if (Find(input) is not { } changelog)
        {
            draft.Missing(FactNames.ChangelogUpdated, "no CHANGELOG.md here or above", $"Begin one: {(input.Component.Path.Length == 0 ? "" : input.Component.Path + "/")}CHANGELOG.md, with a line on this change.");
            return;
        }
        var named = input.Change.Files.Where(file => file.Path == changelog && file.Kind != ChangeKind.Deleted).Any(file => AddsText(input, file));
        draft.Measured(FactNames.ChangelogUpdated, Quantity.Boolean(named), [], $"in {changelog}", locations: named ? [] : [new Location(changelog, Note: "no new line of text in this change")]);
    }

    /// <summary>A file that is gone has no role any more: what it was at base counts by its kind of source, unless it lay in a folder of tests.</summary>
    private static bool IsProduction(MeasureInput input, HashSet<string> production, ChangedFile file) =>
        production.Contains(file.Path)
        || (file.Kind == ChangeKind.Deleted && input.Component.Contains(file.Path) && Sources.Languages.OfPath(file.Path) is not null
            && !file.Path.Split('/').Any(part => part.Contains("test", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The component's own, else the nearest above it.</summary>
    private static string? Find(MeasureInput input)
    {
        var paths = input.Head.Files.Select(file => file.Path).Where(path => Names.Contains(path[(path.LastIndexOf('/') + 1)..], StringComparer.OrdinalIgnoreCase)).ToList();
        for (var folder = input.Component.Path; ; folder = folder.LastIndexOf('/') is >= 0 and var slash ? folder[..slash] : "")
        {
            var here = paths.Find(path => (path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "") == folder);
            if (here is not null || folder.Length == 0) return here;
        }
    }

    private static bool AddsText(MeasureInput input, ChangedFile file)
    {
        var before = input.Base?.Read(file.OldPath ?? file.Path) is { } bytes ? Words(System.Text.Encoding.UTF8.GetString(bytes).Split('\n')) : [];
        before.UnionWith(Words(file.Hunks.SelectMany(hunk => hunk.Removed)));
        return Words(file.Hunks.SelectMany(hunk => hunk.Added)).Any(line => IsText(line) && !before.Contains(line));
    }

    /// <summary>Each line without blanks and marks of lists, so that one that was only moved or indented is known again.</summary>
    private static HashSet<string> Words(IEnumerable<string> lines) =>
        lines.Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimStart('-', '*', '+', ' ')).ToHashSet(StringComparer.Ordinal);

    /// <summary>At least two words with letters (scripts without blanks between words: one run of them), and neither a heading, a version's link nor a comment.</summary>
    private static bool IsText(string line) =>
        !line.StartsWith('#') && !line.StartsWith("<!--", StringComparison.Ordinal) && !(line.StartsWith('[') && line.Contains("]:", StringComparison.Ordinal))
        && line.Split(' ').Sum(word => word.Any(char.IsLetter) ? word.Any(c => c > 0x2E7F) ? 2 : 1 : 0) >= 2;
}
