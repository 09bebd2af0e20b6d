using System.Collections.Immutable;
using Assay.Core.Components;
using Assay.Core.Facts;
using Assay.Core.Judging;

namespace Assay.Core.Measuring.Coverage;

/// <summary>The changed lines of production files with their coverage, to be shown over the source.</summary>
public static class ChangedSources
{
    private const int Around = 3;
    private const int LongestLine = 500;

    /// <summary>The changed files in order of their paths. A line in which a secret was found is not shown.</summary>
    /// <param name="facts">The component's facts, which say where secrets are.</param>
    public static ImmutableArray<ChangedSource> Of(MeasureInput input, IEnumerable<Fact> facts)
    {
        var secret = facts.Where(fact => fact.Name == FactNames.SecretsFound).SelectMany(fact => fact.Locations).Select(location => (location.File, location.Line ?? 0)).ToHashSet();
        var production = input.Files.Where(file => file.Role == FileRole.Production).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var map = CoverageMap.Of(input);
        return
        [
            .. from file in input.Change.Files
               where production.Contains(file.Path) && file.Hunks.Any(hunk => hunk.Added.Length > 0)
               orderby file.Path
               select new ChangedSource(input.Component.Id, file.Path, Lines(input, FileLines.Of(input, map, file.Path), file, secret)),
        ];
    }

    private static ImmutableArray<SourceLine> Lines(MeasureInput input, FileLines file, Changes.ChangedFile change, HashSet<(string, int)> secret)
    {
        var text = input.Sources.Lines(file.Path);
        var counted = file.Counted.ToHashSet();
        var changed = change.Hunks.SelectMany(hunk => Enumerable.Range(hunk.NewStart, hunk.Added.Length)).ToHashSet();
        var shown = changed.SelectMany(line => Enumerable.Range(line - Around, 2 * Around + 1)).Where(line => line >= 1 && line <= text.Length).Distinct().Order();
        return [.. shown.Select(line => new SourceLine(line, Text(line), changed.Contains(line), State(line)))];

        string Text(int line) => secret.Contains((file.Path, line)) ? "(a secret was found in this line)" : text[line - 1].TrimEnd('\r') is { Length: > LongestLine } longer ? longer[..LongestLine] + "…" : text[line - 1].TrimEnd('\r');

        LineState State(int line) => !counted.Contains(line) ? LineState.NoCode
            : !file.Covers(line) ? LineState.NotCovered
            : file.Reported[line] is { Branches: > 0 } branch && branch.BranchesCovered < branch.Branches ? LineState.PartlyCovered
            : LineState.Covered;
    }
}
