using System.Text;
using Assay.Core;
using Assay.Core.Judging;
using Assay.Output.Markdown;

namespace Assay.Cli.Publishing;

/// <summary>What check runs say. Texts of evidence stand in it escaped, as in every Markdown of Assay.</summary>
internal static class CheckRunText
{
    private const int MostCriteria = 60;

    private const int LongestReason = 300;

    public static string Title(JudgedVerdict verdict) =>
        $"{Word(verdict.Outcome)} by {verdict.Rules}{(verdict.Outcome == Outcome.Blocked ? $": {Blocking(verdict.Components.SelectMany(component => component.Gates))}" : "")}"
        + (verdict.Weakened == 0 ? "" : $", weakened by {Count(verdict.Weakened, "thing")}");

    public static string Title(JudgedComponent component) =>
        Word(component.Outcome) + (component.Outcome == Outcome.Blocked ? $": {Blocking(component.Gates)}" : "");

    /// <param name="left">How many components have no check run of their own.</param>
    public static string Summary(JudgedVerdict verdict, int left)
    {
        var text = new StringBuilder("| component | verdict | blocking |\n|---|---|---|\n");
        foreach (var component in verdict.Components.OrderBy(component => component.Outcome))
        {
            var blocking = component.Gates.SelectMany(gate => gate.Criteria).Where(criterion => criterion.Status.Blocks()).ToList();
            text.Append($"| {MarkdownText.Of(component.Id)} | {Word(component.Outcome)} | {string.Join(", ", blocking.Take(6).Select(criterion => MarkdownText.Code(criterion.Id)))}{(blocking.Count > 6 ? $" and {blocking.Count - 6} more" : "")} |\n");
        }
        if (left > 0) text.Append($"\n{Count(left, "component")} of these have no check of their own: too many for one publication.\n");
        if (!verdict.Untouched.IsEmpty) text.Append($"\nNot judged, since the change does not concern them: {string.Join(", ", verdict.Untouched.Select(MarkdownText.Code))}.\n");
        return text.Append($"\nRun {MarkdownText.Code(verdict.Run)}.\n").ToString();
    }

    public static string Summary(JudgedComponent component)
    {
        var text = new StringBuilder("| gate | status |\n|---|---|\n");
        foreach (var gate in component.Gates.OrderByDescending(gate => gate.Status.Rank())) text.Append($"| {MarkdownText.Of(gate.Id)} | {Word(gate.Status)} |\n");
        var blocking = component.Gates.SelectMany(gate => gate.Criteria).Where(criterion => criterion.Status.Blocks()).ToList();
        if (blocking.Count > 0) text.Append("\n### Blocking\n\n");
        foreach (var criterion in blocking.Take(MostCriteria))
        {
            var what = criterion.Status == Status.Fail ? $"{criterion.Actual}, needs {criterion.Required}" : $"{Word(criterion.Status)}: {criterion.Reason}";
            text.Append($"- {MarkdownText.Code(criterion.Id)} {MarkdownText.Of(Short(what))}\n  → {MarkdownText.Of(Short(criterion.Remedy))}\n");
        }
        if (blocking.Count > MostCriteria) text.Append($"- and {blocking.Count - MostCriteria} more\n");
        return text.ToString();
    }

    private static string Blocking(IEnumerable<JudgedGate> gates) => $"{Count(gates.SelectMany(gate => gate.Criteria).Count(criterion => criterion.Status.Blocks()), "finding")} to mend or to show";

    private static string Word(Outcome outcome) => Snake.Case(outcome).ToUpperInvariant();

    private static string Word(Status status) => Snake.Case(status).Replace('_', ' ');

    private static string Count(int count, string one) => $"{count} {one}{(count == 1 ? "" : "s")}";

    private static string Short(string text) => text.Length <= LongestReason ? text : text[..(LongestReason - 1)] + "…";
}
