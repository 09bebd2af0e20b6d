using System.Text.RegularExpressions;
using Assay.Core.Facts;
using Assay.Core.Quantities;
using Assay.Core.Sources;

namespace Assay.Core.Measuring.Coverage;

/// <summary>Branches as the reports name them. Reports without branches prove nothing where the sources have some.</summary>
internal static partial class BranchFacts
{
    public static void Add(CoverageMap map, IReadOnlyCollection<FileLines> files, MeasureInput input, FactDraft draft)
    {
        const string name = FactNames.CoverageBranches;
        var lines = files.SelectMany(file => file.Reported.Values.Select(line => (file, line))).Where(pair => pair.line.Branches > 0).ToList();
        var total = lines.Sum(pair => (long)pair.line.Branches);
        if (total > 0)
        {
            var missed = lines.Where(pair => pair.line.BranchesCovered < pair.line.Branches).ToList();
            draft.Measured(name, Quantity.Percent(lines.Sum(pair => (long)pair.line.BranchesCovered), total), map.Sources, $"of {total} branches",
                locations: missed.Select(pair => new Location(pair.file.Path, pair.line.Line,
                    Note: $"{pair.line.BranchesCovered} of {pair.line.Branches} branches taken")),
                items: missed.SelectMany(pair => Enumerable.Repeat(new Location(pair.file.Path, pair.line.Line, Note: "branch"), pair.line.Branches - pair.line.BranchesCovered)));
        }
        else if (!files.Any(file => HasBranch(file, input))) draft.Empty(name, "the production code has no branch");
        else if (map.Any) draft.Missing(name, "the coverage reports name no branches, although the code has some");
        else draft.Missing(name, CoverageMap.NoReport, CoverageMap.Remedy);
    }

    private static bool HasBranch(FileLines file, MeasureInput input) =>
        input.Sources.Lines(file.Path).Where((_, index) => file.Outline is null || file.Outline.KindOf(index + 1) == LineKind.Code)
            .Any(text => Branch().IsMatch(text));

    [GeneratedRegex(@"\b(if|elif|for|foreach|while|switch|case|catch|except|match|when)\b|\?|&&|\|\||=>")]
    private static partial Regex Branch();
}
