using System.Collections.Immutable;
using Assay.Core.Observations;
using Assay.Core.Sources;

namespace Assay.Core.Measuring.Coverage;

/// <summary>Which lines of code tests reached in one tree, by the rules that coverage is judged by.</summary>
/// <param name="coverage">What the reports say, with paths relative to the repository.</param>
/// <param name="sources">The sources of that tree.</param>
/// <param name="frameworks">Target frameworks that ran, e.g. <c>net10.0</c>: code that <c>#if</c> keeps from all of them is no code of theirs.</param>
public sealed class ReachedLines(ImmutableArray<FileCoverage> coverage, SourceOutlines sources, IEnumerable<string> frameworks)
{
    private readonly ImmutableArray<FrameworkCondition> ran = [.. frameworks.Distinct().Select(framework => new FrameworkCondition(framework))];
    private readonly ILookup<string, FileCoverage> reports = coverage.ToLookup(file => file.Path, StringComparer.Ordinal);
    private readonly Dictionary<string, FileLines> files = new(StringComparer.Ordinal);

    /// <summary>The first line that holds code and that no test reached, of <paramref name="count"/> lines from <paramref name="first"/> (1-based); null where there is none.</summary>
    /// <param name="branches">A line of which a branch was never taken is not reached either.</param>
    public int? FirstUnreached(string path, int first, int count, bool branches)
    {
        if (count == 0) return null;
        var lines = Of(path);
        return lines.Counted.Where(line => line >= first && line < first + count && !Reached(line) && !lines.IsLeftOut(line, ran)).Select(line => (int?)line).FirstOrDefault();

        bool Reached(int line) => lines.Covers(line) && !(branches && lines.Reported[line] is var told && told.BranchesCovered < told.Branches);
    }

    /// <summary>Whether a test reached any of <paramref name="count"/> lines from <paramref name="first"/> (1-based); null where none of them tells. A signature does not: some tools call it covered where its function never ran.</summary>
    public bool? Reaches(string path, int first, int count)
    {
        var lines = Of(path);
        var counted = lines.Counted.Where(line => line >= first && line < first + count && lines.Outline?.KindOf(line) is null or LineKind.Code).ToList();
        return counted.Count == 0 ? null : counted.Exists(lines.Covers);
    }

    private FileLines Of(string path)
    {
        if (!files.TryGetValue(path, out var lines)) files[path] = lines = FileLines.Of(path, Merged(path), sources);
        return lines;
    }

    private SortedDictionary<int, LineCoverage>? Merged(string path)
    {
        if (!reports.Contains(path)) return null;
        var merged = new SortedDictionary<int, LineCoverage>();
        foreach (var line in reports[path].SelectMany(file => file.Lines))
            if (!merged.TryGetValue(line.Line, out var other) || (line.Covered && !other.Covered)) merged[line.Line] = line;
        return merged;
    }
}
