namespace Assay.Core.Components;

/// <summary>What can be reached along edges; a circle ends where it began.</summary>
internal static class Reachable
{
    /// <summary>The starting points, and all that can be reached from them.</summary>
    public static HashSet<string> From(IEnumerable<string> start, Func<string, IEnumerable<string>> next)
    {
        var found = start.ToHashSet(StringComparer.Ordinal);
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var id))
            foreach (var other in next(id))
                if (found.Add(other)) open.Enqueue(other);
        return found;
    }
}
