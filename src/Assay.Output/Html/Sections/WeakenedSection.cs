using Assay.Core;
using Assay.Core.Judging;

namespace Assay.Output.Html.Sections;

/// <summary>Everything that made the judgement laxer than the named standard.</summary>
internal static class WeakenedSection
{
    public static void Write(HtmlPage page, Verdict verdict)
    {
        if (verdict.Weakened.IsEmpty) return;
        page.Section("weakened", "Weakened", () =>
        {
            page.Element("p", $"These make the judgement laxer than {verdict.Standard.Name} {verdict.Standard.Version}.", "class=\"weak\"").Raw("<ul>\n");
            foreach (var weakening in verdict.Weakened)
                page.Raw("<li>").Element("code", weakening.Location?.ToString() ?? Snake.Case(weakening.Source)).Raw($" {HtmlPage.Escape(weakening.What)}</li>\n");
            page.Raw("</ul>\n");
        });
    }
}
