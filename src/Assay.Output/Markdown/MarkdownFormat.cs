using System.Text;
using Assay.Core;
using Assay.Core.Judging;
using Assay.Output.Findings;
using Assay.Output.Text;

namespace Assay.Output.Markdown;

/// <summary>
/// A job summary or a comment on a pull request: the verdict, the gates, what to do first. Never longer than 64 KB; what does not fit is counted.
/// </summary>
internal sealed class MarkdownFormat : IVerdictFormat
{
    /// <summary>GitHub refuses a comment of more than 65,536 characters, and shows no more of a summary than that well.</summary>
    internal const int MostBytes = 64 * 1024;

    private const int PlacesShown = 8;

    public string Name => "markdown";

    public void Write(Verdict verdict, Stream output, OutputOptions options)
    {
        var page = new MarkdownPage(MostBytes);
        page.Add($"## {MarkdownText.Of(VerdictLine.Outcome(verdict))}  {MarkdownText.Of(VerdictLine.What(verdict))}\n\n");
        page.Add($"{MarkdownText.Of(VerdictLine.Content(verdict.Change))} · {MarkdownText.Of($"{verdict.Standard.Name} {verdict.Standard.Version}")} · profile {Snake.Case(verdict.Profile)} "
            + $"({MarkdownText.Of(verdict.ProfileReason)}), judged up to {MarkdownText.Of(Snake.Case(verdict.Phase))} · {Words.Elapsed(options.Elapsed)}\n\n");
        if (!options.Quiet) Body(page, verdict);
        page.Add($"\nEvidence: {Words.Count(verdict.Evidence.Length, "file", "files")}. Run {MarkdownText.Code(verdict.Run)}, assay {MarkdownText.Of(verdict.ToolVersion)}.\n");
        output.Write(page.ToUtf8());
    }

    private static void Body(MarkdownPage page, Verdict verdict)
    {
        Gates(page, verdict);
        var notShown = NotShownYet.Of(verdict);
        var items = Items.Of(verdict, notShown);
        page.Block("\n### Fix now\n\n", [.. items.Where(item => item.Author).Select((item, at) => Item(verdict, item, at + 1))], "more to fix");
        page.Block("\n### Waits for someone else\n\n", [.. items.Where(item => !item.Author).Select((item, at) => Item(verdict, item, at + 1))], "more wait");
        page.Block("\n### Not shown yet by any evidence\n\nThis version of Assay cannot measure what these ask; they block.\n\n",
            [.. notShown.All.GroupBy(one => one.Gate).Select(gate => $"- {MarkdownText.Of(gate.Key)}: {string.Join(", ", gate.Select(one => MarkdownText.Code(one.Finding.Criterion.Id)))}\n")], "more gates");
        page.Block($"\n### Weakened\n\nThese make the judgement laxer than {MarkdownText.Of($"{verdict.Standard.Name} {verdict.Standard.Version}")}.\n\n",
            [.. verdict.Weakened.Select(weakening => $"- {MarkdownText.Code(weakening.Location?.ToString() ?? Snake.Case(weakening.Source))} {MarkdownText.Of(weakening.What)}\n")], "more");
        page.Block("\n### Problems\n\n",
            [.. verdict.Problems.Select(problem => $"- {problem.Error.Kind.Code} {MarkdownText.Of(problem.Error.What)}{(problem.Error.Where is { } where ? $" ({MarkdownText.Code(where)})" : "")} → {MarkdownText.Of(problem.Error.Step)}\n")], "more");
    }

    private static void Gates(MarkdownPage page, Verdict verdict)
    {
        var several = verdict.Components.Length > 1;
        page.Block($"|{(several ? " component |" : "")} gate | status | blocking |\n|{(several ? "---|" : "")}---|---|---|\n",
            [.. verdict.Gates.OrderByDescending(gate => gate.Status.Rank()).Select(gate => $"|{(several ? $" {MarkdownText.Of(gate.Component)} |" : "")} {MarkdownText.Of(gate.Gate)} | {Mark(gate.Status)} | {Blocking(gate)} |\n")], "more gates");
    }

    private static string Blocking(GateResult gate) =>
        string.Join(", ", gate.Findings.Where(finding => finding.Status.Blocks()).Take(6).Select(finding => MarkdownText.Code(finding.Criterion.Id)))
        + (gate.Findings.Count(finding => finding.Status.Blocks()) is > 6 and var count ? $" and {count - 6} more" : "");

    private static string Item(Verdict verdict, Item item, int number)
    {
        var text = new StringBuilder();
        var finding = item.First;
        text.Append($"{number}. **{MarkdownText.Of(item.Criteria[0])}** ");
        if (verdict.Components.Length > 1) text.Append($"in {MarkdownText.Of(string.Join(", ", item.Components))} ");
        text.Append(finding.Status == Status.Fail
            ? $"{MarkdownText.Of(finding.Actual)}, needs {MarkdownText.Of(finding.Criterion.Requirement.ToString())}"
            : $"{Words.Of(finding.Status)}: {MarkdownText.Of(finding.Reason)}");
        if (item.Criteria.Length > 1) text.Append($" (also {string.Join(", ", item.Criteria.Skip(1).Select(MarkdownText.Code))})");
        text.Append('\n');
        foreach (var place in item.Locations.Take(PlacesShown))
            text.Append($"   - {MarkdownText.Code(place.ToString())}{(place.Note is { } note ? $" {MarkdownText.Of(Printable.Short(note, 300))}" : "")}\n");
        if (item.Locations.Length > PlacesShown) text.Append($"   - and {item.Locations.Length - PlacesShown} more places\n");
        text.Append($"   - → {(item.Author ? "" : $"{Snake.Case(item.By)}: ")}{MarkdownText.Of(item.Remedy)}\n");
        return text.ToString();
    }

    private static string Mark(Status status) => $"{(status.Blocks() ? "❌" : status == Status.Pass ? "✅" : "▫️")} {Words.Of(status)}";
}
