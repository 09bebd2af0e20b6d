using System.Globalization;
using Assay.Core.Proofs;
using Assay.Output.Html;
using Assay.Output.Text;

namespace Assay.Output.Proofs;

/// <summary>One self-contained file: the tests with what each shows, and the change with the test beside each hunk that asked for it.</summary>
internal sealed class ProofHtml : IProofFormat
{
    public string Name => "html";

    public bool ShowsSources => true;

    public void Write(Proof proof, Stream output, OutputOptions options, ProofSources? sources = null)
    {
        var page = new HtmlPage();
        page.Begin($"{ProofWords.Of(proof.Outcome)} {ProofWords.What(proof)}", "Skip to the proof");
        Head(page, proof, options, sources);
        page.Raw("<main id=\"main\" tabindex=\"-1\">\n");
        Components(page, proof);
        Tests(page, proof);
        Weakened(page, proof);
        if (sources is { Files.IsEmpty: false }) ProofDiff.Write(page, proof, sources);
        else Hunks(page, proof);
        Phases(page, proof);
        page.Raw("</main>\n</body>\n</html>\n");
        output.Write(page.ToUtf8());
    }

    private static void Head(HtmlPage page, Proof proof, OutputOptions options, ProofSources? sources)
    {
        page.Raw("<header>\n<h1>").Element("span", ProofWords.Of(proof.Outcome), $"class=\"verdict {Kind(proof.Outcome)}\"").Raw($" {HtmlPage.Escape(ProofWords.What(proof))}</h1>\n")
            .Element("p", $"{ProofWords.Range(proof)} · {proof.Reason} · {Words.Elapsed(options.Elapsed)}").Raw("\n");
        if (proof.NextStep is { } step) page.Element("p", step, "class=\"step\"");
        page.Raw("<nav aria-label=\"Sections\"><ul>");
        foreach (var (id, title, there) in (ReadOnlySpan<(string, string, bool)>)
            [("components", "Components", proof.Components.Length > 1), ("tests", "Tests", true), ("weakened", "Weakened tests", !proof.Weakened.IsEmpty),
                ("code", "Changed code", sources is { Files.IsEmpty: false }), ("hunks", "Hunks", sources is not { Files.IsEmpty: false } && proof.Hunks is not null), ("phases", "What ran", !proof.Phases.IsEmpty)])
            if (there) page.Raw($"<li><a href=\"#{id}\">{title}</a></li>");
        page.Raw("</ul></nav>\n</header>\n");
    }

    private static void Components(HtmlPage page, Proof proof)
    {
        if (proof.Components.Length < 2) return;
        page.Section("components", "Components", () =>
        {
            Table(page, "Components", "component", "outcome", "why", "next step");
            foreach (var component in proof.Components)
                page.Raw("<tr>").Element("th", component.Id, "scope=\"row\"").Element("td", ProofWords.Of(component.Outcome), $"class=\"status {Kind(component.Outcome)}\"")
                    .Element("td", component.Reason).Element("td", component.NextStep ?? "").Raw("</tr>\n");
            page.Raw("</tbody></table></div>\n");
        });
    }

    private static void Tests(HtmlPage page, Proof proof) => page.Section("tests", "Tests", () =>
    {
        if (proof.Tests.IsEmpty) page.Element("p", "The change has no test of its own.", "class=\"quiet\"");
        foreach (var group in ProofWords.Groups(proof))
        {
            var title = $"{ProofWords.Of(group.Key)}: {Words.Count(group.Count(), "test", "tests")} {ProofWords.Shows(group.Key, group.Count() == 1)}";
            page.Element("h3", title);
            Table(page, title, "test", "base", "red", "green", "why");
            foreach (var test in group)
                page.Raw("<tr>").Element("th", ProofWords.Name(test), "scope=\"row\"").Element("td", ProofWords.Of(test.Base)).Element("td", ProofWords.Of(test.Red))
                    .Element("td", ProofWords.Of(test.Green)).Element("td", $"{ProofWords.Said(test)}{(test.File is { } file ? $" ({file})" : "")}").Raw("</tr>\n");
            page.Raw("</tbody></table></div>\n");
        }
        if (proof.Components.Sum(component => component.Unaffected) is > 0 and var unaffected)
            page.Element("p", $"{Words.Count(unaffected, "other test", "other tests")} passed without the change and with it.", "class=\"quiet\"");
    });

    private static void Weakened(HtmlPage page, Proof proof)
    {
        if (proof.Weakened.IsEmpty) return;
        page.Section("weakened", "Weakened tests", () =>
        {
            page.Raw("<ol class=\"items\">\n");
            foreach (var test in proof.Weakened)
            {
                page.Raw("<li>").Element("strong", test.Test).Raw(" ").Element("span", ProofWords.Of(test.Weakness), "class=\"blocks\"").Element("p", $"{test.File}:{test.Line} {test.What}", "class=\"quiet\"");
                if (!test.Diff.IsEmpty) page.Raw($"<pre class=\"diff\" tabindex=\"0\" role=\"region\" aria-label=\"What weakens {HtmlPage.Escape(test.Test)}\">{string.Join('\n', test.Diff.Select(HtmlPage.EscapeCode))}</pre>");
                page.Raw("</li>\n");
            }
            page.Raw("</ol>\n");
        });
    }

    private static void Hunks(HtmlPage page, Proof proof)
    {
        if (proof.Hunks is not { } hunks) return;
        page.Section("hunks", "Hunks", () =>
        {
            page.Raw("<ul>\n");
            foreach (var hunk in hunks.OrderBy(hunk => hunk.Held))
                page.Raw("<li>").Element("code", ProofWords.Place(hunk)).Raw(" ").Element("span", ProofWords.Told(hunk), $"class=\"{(hunk.Held ? "pass" : "blocks")}\"").Raw("</li>\n");
            page.Raw("</ul>\n");
        });
    }

    private static void Phases(HtmlPage page, Proof proof)
    {
        if (proof.Phases.IsEmpty) return;
        page.Section("phases", "What ran", () =>
        {
            Table(page, "Commands", "phase", "component", "command", "took", "exit");
            foreach (var phase in proof.Phases)
                page.Raw("<tr>").Element("th", phase.Phase, "scope=\"row\"").Element("td", phase.Component).Element("td", phase.Command)
                    .Element("td", $"{Words.Elapsed(phase.Duration)}{(phase.Cached ? ", cached" : "")}").Element("td", phase.Exit?.ToString(CultureInfo.InvariantCulture) ?? "stopped").Raw("</tr>\n");
            page.Raw("</tbody></table></div>\n");
        });
    }

    private static void Table(HtmlPage page, string caption, params ReadOnlySpan<string> columns)
    {
        page.Raw($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{HtmlPage.Escape(caption)}\"><table><caption class=\"hidden\">{HtmlPage.Escape(caption)}</caption><thead><tr>");
        foreach (var column in columns) page.Element("th", column, "scope=\"col\"");
        page.Raw("</tr></thead><tbody>\n");
    }

    private static string Kind(ProofOutcome outcome) => Proof.Holds(outcome) ? "pass" : "blocked";
}
