using Assay.Core.Changes;
using Assay.Core.Facts;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Coverage;

/// <summary>Coverage of the lines that the change added or edited and that hold code.</summary>
internal static class ChangedLines
{
    public static void Add(MeasureInput input, CoverageMap map, IReadOnlyCollection<FileLines> files, FactDraft draft)
    {
        const string name = FactNames.CoverageChangedLines;
        if (input.Change.Judged != Judged.Change) return;

        var byPath = files.ToDictionary(file => file.Path);
        var changed = input.Change.Files.Where(file => byPath.ContainsKey(file.Path))
            .Select(file => (File: byPath[file.Path], Lines: CountedLines(input, byPath[file.Path], file))).Where(pair => pair.Lines.Count > 0).ToList();
        var total = changed.Sum(pair => (long)pair.Lines.Count);
        if (total == 0)
        {
            draft.Empty(name, "the change edits no line of production code");
            return;
        }
        if (!map.Any)
        {
            draft.Missing(name, $"no coverage report for {total} changed {(total == 1 ? "line" : "lines")} of code", CoverageMap.Remedy);
            return;
        }
        var missed = changed.Select(pair => (pair.File, Lines: pair.Lines.Where(line => !pair.File.Covers(line)).ToList())).ToList();
        draft.Measured(name, Quantity.Percent(total - missed.Sum(pair => (long)pair.Lines.Count), total), map.Sources,
            $"of {total} {(total == 1 ? "line" : "lines")}", locations: missed.SelectMany(pair => UncoveredSpans.Of(pair.File, pair.Lines)),
            items: missed.SelectMany(pair => pair.File.Items(pair.Lines).Concat(pair.File.Heads(pair.Lines))));
    }

    private static List<int> CountedLines(MeasureInput input, FileLines file, ChangedFile change)
    {
        // Where git and the tools count other lines, which lines changed cannot be told: all of them count.
        if (!input.Sources.LinesAreAgreed(file.Path)) return [.. file.Counted];
        var added = change.Hunks.SelectMany(hunk => Enumerable.Range(hunk.NewStart, hunk.Added.Length)).ToHashSet();
        return [.. file.Counted.Where(added.Contains)];
    }
}
