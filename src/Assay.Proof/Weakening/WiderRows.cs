using System.Collections.Immutable;
using Assay.Core.Sources;

namespace Assay.Proof.Weakening;

/// <summary>Rows of tables that gained values.</summary>
internal sealed class WiderRows(Language language)
{
    private readonly Dictionary<string, ImmutableArray<string>> known = new(StringComparer.Ordinal);

    /// <summary>The first of some rows that holds all values of a row, in their order, and more; -1 where none does.</summary>
    public int Find(string row, List<string> rows)
    {
        if (rows.Count > TableChanges.MostRows || Parts(row) is not { IsEmpty: false } parts) return -1;
        return rows.FindIndex(other => Parts(other) is var wider && wider.Length > parts.Length && Holds(wider, parts));
    }

    private ImmutableArray<string> Parts(string row) => known.TryGetValue(row, out var parts) ? parts : known[row] = TableChanges.Parts(language, row);

    private static bool Holds(ImmutableArray<string> wider, ImmutableArray<string> parts)
    {
        var next = 0;
        foreach (var part in wider)
        {
            if (next < parts.Length && part == parts[next]) next++;
        }
        return next == parts.Length;
    }
}
