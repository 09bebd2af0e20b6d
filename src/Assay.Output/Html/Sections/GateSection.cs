using Assay.Core;
using Assay.Core.Judging;
using Assay.Output.Text;

namespace Assay.Output.Html.Sections;

/// <summary>Every gate with every criterion; those that block stand open.</summary>
internal static class GateSection
{
    public static void Write(HtmlPage page, Verdict verdict) => page.Section("gates", "Gates", () =>
    {
        foreach (var gate in verdict.Gates.OrderByDescending(gate => gate.Status.Rank()).ThenBy(gate => gate.Component, StringComparer.Ordinal)) Gate(page, verdict, gate);
    });

    private static void Gate(HtmlPage page, Verdict verdict, GateResult gate)
    {
        var name = verdict.Components.Length > 1 ? $"{gate.Component}: {gate.Gate}" : gate.Gate;
        page.Raw($"<details{(gate.Status.Blocks() ? " open" : "")}><summary>").Element("strong", name).Raw(" ").Raw(Shown(gate.Status, null))
            .Raw($"</summary>\n<div class=\"scroll\"><table><caption>Criteria of {HtmlPage.Escape(name)}</caption><thead><tr><th scope=\"col\">criterion</th><th scope=\"col\">status</th>"
                + "<th scope=\"col\">demanded</th><th scope=\"col\">found</th><th scope=\"col\">why so</th></tr></thead><tbody>\n");
        foreach (var finding in gate.Findings)
        {
            page.Raw("<tr>").Element("th", finding.Criterion.Id, "scope=\"row\"").Raw($"<td>{Shown(finding.Status, finding.WouldBe)}</td>").Element("td", finding.Criterion.Requirement.ToString())
                .Element("td", finding.Actual).Element("td", finding.Reason).Raw("</tr>\n");
        }
        page.Raw("</tbody></table></div></details>\n");
    }

    private static string Shown(Status status, Status? wouldBe)
    {
        var kind = status.Blocks() ? "blocks" : status == Status.Pass ? "pass" : "quiet";
        return $"<span class=\"status {kind}\">{(status.Blocks() ? "✗ " : status == Status.Pass ? "✓ " : "")}{Words.Of(status)}{(wouldBe is { } then ? $" (would be {Snake.Case(then).Replace('_', ' ')})" : "")}</span>";
    }
}
