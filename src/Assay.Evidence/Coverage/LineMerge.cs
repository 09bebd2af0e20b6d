using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Assay.Core.Observations;

namespace Assay.Evidence.Coverage;

/// <summary>
/// The lines of one file, each once and ascending, however often and in whatever order a report repeats them.
/// A line counts as covered where any entry says so; of its branches the largest counts stand, so that no merge claims more than one entry showed.
/// </summary>
internal sealed class LineMerge
{
    private List<LineCoverage> sorted = [];
    private readonly List<LineCoverage> late = [];
    private int cursor = -1;

    public void Add(int line, bool covered, int branchesCovered, int branches)
    {
        var entry = new LineCoverage(line, covered, Clamp(branches > ushort.MaxValue && branchesCovered < branches ? Math.Min(branchesCovered, ushort.MaxValue - 1) : branchesCovered), Clamp(branches));
        if (sorted.Count == 0 || line > sorted[^1].Line)
        {
            cursor = sorted.Count;
            sorted.Add(entry);
            return;
        }
        var at = Find(line);
        if (at >= 0)
        {
            sorted[at] = Merge(sorted[at], entry);
            cursor = at;
            return;
        }
        late.Add(entry);
        if (late.Count > 64 + sorted.Count / 2) Settle();
    }

    /// <summary>What was added so far.</summary>
    public ImmutableArray<LineCoverage> ToLines()
    {
        Settle();
        return ImmutableCollectionsMarshal.AsImmutableArray(sorted.ToArray());
    }

    /// <summary>Reports mostly go on where they were, so the line after the last one is tried first.</summary>
    private int Find(int line)
    {
        var next = cursor + 1;
        if (next < sorted.Count && sorted[next].Line == line) return next;
        var entries = CollectionsMarshal.AsSpan(sorted);
        int low = 0, high = entries.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = entries[middle].Line;
            if (found == line) return middle;
            if (found < line) low = middle + 1; else high = middle - 1;
        }
        return -1;
    }

    /// <summary>Merges in what came out of order.</summary>
    private void Settle()
    {
        if (late.Count == 0) return;
        late.Sort((a, b) => a.Line.CompareTo(b.Line));
        var merged = new List<LineCoverage>(sorted.Count + late.Count);
        int i = 0, j = 0;
        while (i < sorted.Count || j < late.Count)
        {
            var entry = j == late.Count || (i < sorted.Count && sorted[i].Line <= late[j].Line) ? sorted[i++] : late[j++];
            if (merged.Count > 0 && merged[^1].Line == entry.Line) merged[^1] = Merge(merged[^1], entry);
            else merged.Add(entry);
        }
        sorted = merged;
        late.Clear();
        cursor = -1;
    }

    private static LineCoverage Merge(LineCoverage a, LineCoverage b) => new(
        a.Line, a.Covered || b.Covered, Math.Max(a.BranchesCovered, b.BranchesCovered), Math.Max(a.Branches, b.Branches));

    private static ushort Clamp(int count) => (ushort)Math.Min(count, ushort.MaxValue);
}
