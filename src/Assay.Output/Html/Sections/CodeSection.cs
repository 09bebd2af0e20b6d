using System.Globalization;
using Assay.Core.Judging;

namespace Assay.Output.Html.Sections;

/// <summary>The changed lines over the source, each with whether a test ran it: by colour, by a mark, and in words for who hears the page.</summary>
internal static class CodeSection
{
    private const int MostLines = 20_000;

    public static void Write(HtmlPage page, Verdict verdict)
    {
        if (verdict.Sources.IsEmpty) return;
        page.Section("code", "Changed code", () =>
        {
            var left = MostLines;
            foreach (var source in verdict.Sources.OrderByDescending(source => source.Lines.Count(Missed)).ThenBy(source => source.Path, StringComparer.Ordinal))
            {
                if (source.Lines.Length > left) continue;
                left -= source.Lines.Length;
                File(page, source);
            }
            if (verdict.Sources.Sum(source => source.Lines.Length) > MostLines) page.Element("p", $"Files beyond {MostLines} lines are left out.", "class=\"quiet\"");
        });
    }

    private static void File(HtmlPage page, ChangedSource source)
    {
        var counted = source.Lines.Count(line => line.Changed && line.State != LineState.NoCode);
        var missed = source.Lines.Count(Missed);
        var told = counted == 0 ? "no changed line holds code" : $"{counted - missed} of {counted} changed lines covered";
        page.Raw($"<details{(missed > 0 ? " open" : "")}><summary>").Element("code", source.Path).Raw(" ").Element("span", told, $"class=\"{(missed > 0 ? "blocks" : "pass")}\"")
            .Raw($"</summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{HtmlPage.Escape(source.Path)}\"><table class=\"code\"><caption class=\"hidden\">{HtmlPage.Escape(source.Path)}, {told}</caption><tbody>\n");
        var last = 0;
        foreach (var line in source.Lines)
        {
            if (last > 0 && line.Number > last + 1) page.Raw("<tr class=\"gap\"><td></td><td></td><td>⋯</td></tr>\n");
            last = line.Number;
            Line(page, line);
        }
        page.Raw("</tbody></table></div></details>\n");
    }

    private static void Line(HtmlPage page, SourceLine line)
    {
        var (kind, mark, words) = line.State switch
        {
            LineState.Covered => ("covered", "✓", "covered"),
            LineState.PartlyCovered => ("partly", "◐", "a branch is not taken"),
            LineState.NotCovered => ("uncovered", "✗", "not covered"),
            _ => ("", "", ""),
        };
        page.Raw($"<tr class=\"{(line.Changed ? "changed " : "")}{kind}\"><td class=\"number\">{line.Number.ToString(CultureInfo.InvariantCulture)}{(line.Changed ? "<span class=\"hidden\"> changed</span>" : "")}</td>"
            + $"<td class=\"mark\">{(mark.Length == 0 ? "" : $"<span aria-hidden=\"true\">{mark}</span><span class=\"hidden\">{words}</span>")}</td><td>{HtmlPage.EscapeCode(line.Text)}</td></tr>\n");
    }

    private static bool Missed(SourceLine line) => line is { Changed: true, State: LineState.NotCovered };
}
