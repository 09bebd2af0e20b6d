namespace Assay.Core.Measuring.Coverage;

/// <summary>Lines that nothing reached, joined to spans that a reader can look up.</summary>
internal static class UncoveredSpans
{
    /// <summary>Spans of the given uncovered lines; lines between two of them that do not count do not part them.</summary>
    public static IEnumerable<Location> Of(FileLines file, IReadOnlyCollection<int> uncovered)
    {
        if (uncovered.Count == 0) yield break;
        var missed = uncovered.ToHashSet();
        int? first = null, last = null;
        foreach (var line in file.Counted)
        {
            if (missed.Contains(line))
            {
                first ??= line;
                last = line;
            }
            else if (first is not null && file.Covers(line))
            {
                yield return Span(file, first.Value, last!.Value);
                first = null;
            }
        }
        if (first is not null) yield return Span(file, first.Value, last!.Value);
    }

    private static Location Span(FileLines file, int first, int last) => new(file.Path, first, last == first ? null : last, Note(file, first, last));

    private static string Note(FileLines file, int first, int last)
    {
        if (!file.InReport) return "in no coverage report";
        if (!Enumerable.Range(first, last - first + 1).Any(file.Reported.ContainsKey)) return "code that the report leaves out";
        var handler = file.Outline?.Handlers.Any(span => first - 1 <= span.First && span.Last <= last + 1) ?? false;
        return handler ? "catch block, no test reaches it" : "no test reaches it";
    }
}
