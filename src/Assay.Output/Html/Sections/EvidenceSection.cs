using System.Globalization;
using Assay.Core;
using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Output.Text;

namespace Assay.Output.Html.Sections;

/// <summary>The evidence with its provenance, what could not be taken, and the digests that the verdict rests on.</summary>
internal static class EvidenceSection
{
    public static void Write(HtmlPage page, Verdict verdict) => page.Section("evidence", "Evidence", () =>
    {
        Problems(page, verdict);
        page.Raw($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Evidence\"><table><caption>{Words.Count(verdict.Evidence.Length, "file", "files")}</caption><thead><tr><th scope=\"col\">file</th>"
            + "<th scope=\"col\">format</th><th scope=\"col\">made by</th><th scope=\"col\">at (UTC)</th><th scope=\"col\">bound to</th><th scope=\"col\">digest</th></tr></thead><tbody>\n");
        foreach (var item in verdict.Evidence) Row(page, verdict, item);
        page.Raw("</tbody></table></div>\n");
        page.Element("p", $"Standard {verdict.Standard.Digest}. Run {verdict.Run}, assay {verdict.ToolVersion}.", "class=\"quiet\"");
        foreach (var component in verdict.Components) page.Element("p", $"{component.Id}: inputs {component.Subject}", "class=\"quiet\"");
        foreach (var note in verdict.Notes) page.Element("p", note, "class=\"quiet\"");
    });

    private static void Row(HtmlPage page, Verdict verdict, EvidenceItem item) =>
        page.Raw("<tr>").Element("th", item.Path, "scope=\"row\"").Element("td", item.Format).Element("td", item.ProducedBy ?? "not said")
            .Element("td", item.ProducedAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "not said")
            .Element("td", $"{Footer.Binding(verdict, item)}, {Snake.Case(item.Trust)}").Raw("<td>").Element("code", item.Digest).Raw("</td></tr>\n");

    private static void Problems(HtmlPage page, Verdict verdict)
    {
        if (verdict.Problems.IsEmpty) return;
        page.Element("h3", "Could not be taken").Raw("<ul>\n");
        foreach (var problem in verdict.Problems)
            page.Raw("<li>").Element("code", problem.Error.Kind.Code).Raw($" {HtmlPage.Escape($"{problem.Error.What} {problem.Error.Where}")}").Element("p", problem.Error.Step, "class=\"step\"").Raw("</li>\n");
        page.Raw("</ul>\n");
    }
}
