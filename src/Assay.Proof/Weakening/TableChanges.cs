using System.Collections.Immutable;
using Assay.Core.Proofs;
using Assay.Core.Sources;
using Assay.Proof.Outlines;

namespace Assay.Proof.Weakening;

/// <summary>What a change does to the rows of one test's table.</summary>
internal static class TableChanges
{
    /// <summary>Of longer tables, only rows that are as they were are told from others.</summary>
    public const int MostRows = 2_000;

    private static readonly HashSet<string> Titles = ["name", "title", "description", "desc", "label", "it", "id", "displayName", "TestName", "DisplayName", "ids", "comment", "note"];

    /// <param name="moved">Rows that tests much alike gained.</param>
    /// <param name="ran">How many of its cases ran at head; 0 where that is not known.</param>
    public static IEnumerable<FoundWeakness> Of(Language language, SourceTest before, SourceTest after, Func<IReadOnlySet<string>> moved, int ran)
    {
        var left = after.Cases.ToList();
        var gone = new List<string>();
        foreach (var row in before.Cases)
        {
            if (!left.Remove(row)) gone.Add(row);
        }
        if (gone.Count == 0) yield break;
        // Rows that are computed at head cannot be told from here; those that ran tell.
        if (after.Cases.IsEmpty && ran >= before.Cases.Length) yield break;
        var elsewhere = moved();
        var candidates = left.ConvertAll(row => (Row: row, Parts: Parts(language, row)));
        foreach (var row in gone)
        {
            if (elsewhere.Contains(row)) continue;
            var parts = Parts(language, row);
            var best = candidates.Count > MostRows ? -1 : candidates.FindIndex(other => parts.All(other.Parts.Contains));
            if (best < 0 && candidates.Count <= MostRows) best = candidates.FindIndex(other => OnlyExpectation(parts, other.Parts));
            if (best < 0)
            {
                yield return new FoundWeakness(Weakness.CaseDropped, "a row of its table is gone", after.Lines.First, $"-{row}");
                continue;
            }
            var (now, nowParts) = candidates[best];
            candidates.RemoveAt(best);
            var differs = parts.Where(part => !nowParts.Contains(part)).ToList();
            if (differs.TrueForAll(IsTitle)) continue;
            yield return new FoundWeakness(Weakness.ExpectationChanged, "a row of its table expects something else", after.Lines.First, $"-{row}", $"+{now}");
        }
    }

    /// <summary>All but its title and one other part are as they were, that one is not the first, and it stands at the same place.</summary>
    private static bool OnlyExpectation(ImmutableArray<string> before, ImmutableArray<string> after)
    {
        if (before.Length != after.Length || before.Length < 2) return false;
        var differs = Enumerable.Range(0, before.Length).Where(i => before[i] != after[i] && !(IsTitle(before[i]) && IsTitle(after[i]))).ToList();
        return differs.Count == 0 || (differs is [var only] && only > 0);
    }

    private static bool IsTitle(string part) => part.IndexOfAny([':', '=']) is > 0 and var sign && Titles.Contains(part[..sign].Trim(' ', '"', '\''));

    /// <summary>The values of a row, as they are written.</summary>
    public static ImmutableArray<string> Parts(Language language, string row)
    {
        var source = new SourceText(language, row);
        var open = source.Is(0, "new") ? source.Find(0, source.Count, "(", "{") : 0;
        while (open < source.Count && !(source.Close(open) > open)) open++;
        var whole = source.Close(open) >= source.Count - 1 && (open == 0 || source.Is(0, "new") || source.IsWord(0));
        if (whole) return [.. source.Parts(open).Select(part => source.Joined(part.From, part.To))];
        return row.Contains(" | ", StringComparison.Ordinal) ? [.. row.Split(" | ")] : [.. source.Parts(0, source.Count).Select(part => source.Joined(part.From, part.To))];
    }
}
