using Assay.Core;
using Assay.Core.Judging;
using Assay.Output.Findings;
using Assay.Output.Html.Sections;
using Assay.Output.Text;

namespace Assay.Output.Html;

/// <summary>
/// One self-contained file to keep or to send: no script, nothing loaded from elsewhere, usable by keyboard and screen reader, dark and light as the
/// reader's system is.
/// </summary>
internal sealed class HtmlFormat : IVerdictFormat
{
    public string Name => "html";

    public bool ShowsSources => true;

    public void Write(Verdict verdict, Stream output, OutputOptions options)
    {
        var outcome = Snake.Case(verdict.Outcome);
        var page = new HtmlPage();
        page.Begin($"{VerdictLine.Outcome(verdict)} {VerdictLine.What(verdict)}", "Skip to the verdict");
        Head(page, verdict, outcome, options);
        page.Raw("<main id=\"main\" tabindex=\"-1\">\n");
        var notShown = NotShownYet.Of(verdict);
        FindingSections.Write(page, verdict, Items.Of(verdict, notShown), notShown);
        GateSection.Write(page, verdict);
        CodeSection.Write(page, verdict);
        WeakenedSection.Write(page, verdict);
        EvidenceSection.Write(page, verdict);
        page.Raw("</main>\n</body>\n</html>\n");
        output.Write(page.ToUtf8());
    }

    private static void Head(HtmlPage page, Verdict verdict, string outcome, OutputOptions options)
    {
        page.Raw("<header>\n<h1>").Element("span", VerdictLine.Outcome(verdict), $"class=\"verdict {outcome}\"").Raw($" {HtmlPage.Escape(VerdictLine.What(verdict))}</h1>\n")
            .Element("p", $"{VerdictLine.Content(verdict.Change)} · {verdict.Standard.Name} {verdict.Standard.Version}, profile {Snake.Case(verdict.Profile)} ({verdict.ProfileReason}), judged up to "
                + $"{Snake.Case(verdict.Phase)} at {verdict.JudgedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC in {Words.Elapsed(options.Elapsed)}")
            .Raw("\n<nav aria-label=\"Sections\"><ul>");
        foreach (var (id, title) in Sections(verdict)) page.Raw($"<li><a href=\"#{id}\">{title}</a></li>");
        page.Raw("</ul></nav>\n</header>\n");
    }

    private static IEnumerable<(string Id, string Title)> Sections(Verdict verdict)
    {
        if (verdict.Outcome == Outcome.Blocked) yield return ("blocks", "What blocks");
        yield return ("gates", "Gates");
        if (!verdict.Sources.IsEmpty) yield return ("code", "Changed code");
        if (!verdict.Weakened.IsEmpty) yield return ("weakened", "Weakened");
        yield return ("evidence", "Evidence");
    }
}
