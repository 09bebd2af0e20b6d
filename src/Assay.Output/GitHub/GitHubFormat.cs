using System.Collections.Immutable;
using System.Text;
using Assay.Core;
using Assay.Core.Judging;
using Assay.Output.Findings;
using Assay.Output.Text;

namespace Assay.Output.GitHub;

/// <summary>
/// Annotations of GitHub Actions: an error for what blocks, a warning for what was agreed to or makes the judgement laxer. GitHub shows ten of each type for a step;
/// every cause has one before any has a second, and a last line counts what was left out.
/// </summary>
internal sealed class GitHubFormat : IVerdictFormat
{
    /// <summary>GitHub keeps no more annotations of one type for one step.</summary>
    internal const int MostOfAType = 10;

    private static readonly IEnumerable<Location?> Nowhere = [null];

    public string Name => "github";

    public void Write(Verdict verdict, Stream output, OutputOptions options)
    {
        var (errors, warnings) = (Errors(verdict), Warnings(verdict));
        var lines = errors.Take(MostOfAType).Concat(warnings.Take(MostOfAType)).ToList();
        if (errors.Count > MostOfAType || warnings.Count > MostOfAType)
        {
            lines.Add(WorkflowCommand.Of("notice", null, "assay",
                $"{Words.Count(Math.Max(0, errors.Count - MostOfAType), "error", "errors")} and {Words.Count(Math.Max(0, warnings.Count - MostOfAType), "warning", "warnings")} "
                + $"more than the {MostOfAType} of a type that GitHub shows for a step; the summary of the job has them."));
        }
        output.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
    }

    private static List<string> Errors(Verdict verdict)
    {
        var notShown = NotShownYet.Of(verdict);
        var items = Items.Of(verdict, notShown);
        var errors = items.SelectMany((item, at) => Of(item.Locations).Select((place, turn) => (turn, at, Line: Error(verdict, item, place))))
            .OrderBy(one => one.turn).ThenBy(one => one.at).Select(one => one.Line).ToList();
        if (!notShown.All.IsEmpty)
        {
            errors.Add(WorkflowCommand.Of("error", null, "assay: not shown yet by any evidence",
                $"This version cannot measure what these ask, and they block: {string.Join(", ", notShown.All.Select(one => one.Finding.Criterion.Id))}"));
        }
        return errors;
    }

    private static IEnumerable<Location?> Of(ImmutableArray<Location> places) => places.IsEmpty ? Nowhere : places;

    private static string Error(Verdict verdict, Item item, Location? place)
    {
        var finding = item.First;
        var what = finding.Status == Status.Fail ? $"{finding.Actual}, needs {finding.Criterion.Requirement}" : $"{Words.Of(finding.Status)}: {finding.Reason}";
        return WorkflowCommand.Of("error", place, Title(verdict, item.Criteria[0], string.Join(", ", item.Components)), $"{Note(place)}{what} -> {item.Remedy}");
    }

    /// <summary>What was agreed to once for each criterion, then what makes the judgement laxer, then further places.</summary>
    private static List<string> Warnings(Verdict verdict)
    {
        var accepted = from one in Accepted.Of(verdict)
                       from place in Of(one.Finding.Locations).Select((place, turn) => (place, turn))
                       select (place.turn, Line: WorkflowCommand.Of("warning", place.place, Title(verdict, one.Finding.Criterion.Id, one.Gate.Component), $"{Note(place.place)}{Words.Of(one.Finding.Status)}: {one.Finding.Reason}"));
        var weakened = verdict.Weakened.Select(weakening => (turn: 0, Line: WorkflowCommand.Of("warning", weakening.Location, "assay: weakened", $"{weakening.What} ({Snake.Case(weakening.Source)})")));
        return [.. accepted.Concat(weakened).OrderBy(one => one.turn).Select(one => one.Line)];
    }

    private static string Title(Verdict verdict, string criterion, string component) => verdict.Components.Length > 1 ? $"{component}: {criterion}" : $"assay: {criterion}";

    /// <summary>What is to see there; the place itself where the annotation cannot name it.</summary>
    private static string Note(Location? place) => place switch
    {
        null => "",
        _ when !FilePlaces.IsFile(place) => place.Note is null ? $"{place}: " : $"{place}: {place.Note}: ",
        { Note: { } note } => $"{note}: ",
        _ => "",
    };
}
