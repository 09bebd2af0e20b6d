using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Changes;
using Assay.Core.Proofs;
using Assay.Output.Html;
using Assay.Output.Text;

namespace Assay.Output.Proofs;

/// <summary>The change, file by file: what was removed and added with a few lines around it, and beside each hunk the test that fails without it.</summary>
internal static class ProofDiff
{
    private const int Around = 3;
    private const int LongestLine = 500;
    private const int MostLines = 20_000;

    public static void Write(HtmlPage page, Proof proof, ProofSources sources) => page.Section("code", "Changed code", () =>
    {
        if (proof.Hunks is null) page.Element("p", "Whether a test holds each hunk was not asked (--hunks).", "class=\"quiet\"");
        var left = MostLines;
        foreach (var file in sources.Files.OrderByDescending(file => Of(proof, file).Any(hunk => !hunk.Held)))
        {
            var size = file.Hunks.Sum(hunk => hunk.Removed.Length + hunk.Added.Length);
            if (size > left)
            {
                page.Element("p", $"{file.Path} is too long to be shown here.", "class=\"quiet\"");
                continue;
            }
            left -= size;
            File(page, proof, file, sources.Texts.GetValueOrDefault(file.Path));
        }
    });

    private static IEnumerable<HunkProof> Of(Proof proof, ChangedFile file) => proof.Hunks is { } hunks ? hunks.Where(hunk => hunk.File == file.Path) : [];

    private static void File(HtmlPage page, Proof proof, ChangedFile file, string? text)
    {
        var hunks = Of(proof, file).ToList();
        var loose = hunks.Count(hunk => !hunk.Held);
        var told = hunks.Count == 0 ? Words.Count(file.Hunks.Length, "edit", "edits") : $"{hunks.Count - loose} of {Words.Count(hunks.Count, "hunk", "hunks")} held";
        page.Raw($"<details{(loose > 0 || hunks.Count == 0 && file.Hunks.Length > 0 ? " open" : "")}><summary>").Element("code", file.OldPath is null ? file.Path : $"{file.OldPath} → {file.Path}").Raw(" ")
            .Element("span", told, $"class=\"{(loose > 0 ? "blocks" : hunks.Count > 0 ? "pass" : "quiet")}\"")
            .Raw($"</summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{HtmlPage.Escape(file.Path)}\"><table class=\"code\"><caption class=\"hidden\">{HtmlPage.Escape(file.Path)}, {told}</caption><tbody>\n");
        var lines = text?.Split('\n') ?? [];
        var next = 1;
        foreach (var (hunk, at) in file.Hunks.Select((hunk, at) => (hunk, at)))
        {
            var place = ProductionHunks.Of(file.Path, hunk);
            var from = Math.Max(next, place.FirstLine - Around);
            if (from > next && at > 0) page.Raw("<tr class=\"gap\"><td></td><td></td><td>⋯</td><td></td></tr>\n");
            for (var line = from; line < place.FirstLine; line++) Context(page, lines, line);
            Hunk(page, hunk, place, [.. hunks.Where(proven => Same(proven, place))]);
            next = place.LastLine + 1;
            var until = Math.Min(next + Around, at + 1 < file.Hunks.Length ? ProductionHunks.Of(file.Path, file.Hunks[at + 1]).FirstLine : int.MaxValue);
            for (; next < until; next++) Context(page, lines, next);
        }
        page.Raw("</tbody></table></div></details>\n");
    }

    private static void Hunk(HtmlPage page, Hunk hunk, ProductionHunk place, ImmutableArray<HunkProof> proven)
    {
        var kind = proven.IsEmpty ? "asked" : proven.All(one => one.Held) ? "covered" : "uncovered";
        var beside = $"<td class=\"beside\" rowspan=\"{hunk.Removed.Length + hunk.Added.Length}\">{string.Join("<br>", proven.Select(one => HtmlPage.Escape(ProofWords.Told(one))))}</td>";
        foreach (var line in hunk.Removed) Line("", "−", "removed", line);
        foreach (var (line, at) in hunk.Added.Select((line, at) => (line, at))) Line((place.FirstLine + at).ToString(CultureInfo.InvariantCulture), "+", "added", line);

        void Line(string number, string mark, string word, string text)
        {
            page.Raw($"<tr class=\"changed {kind}\"><td class=\"number\">{number}</td><td class=\"mark\"><span aria-hidden=\"true\">{mark}</span><span class=\"hidden\">{word}</span></td><td>{Code(text)}</td>{beside}</tr>\n");
            beside = "";
        }
    }

    private static void Context(HtmlPage page, string[] lines, int line)
    {
        if (line > lines.Length || line == lines.Length && lines[^1].Length == 0) return;
        page.Raw($"<tr><td class=\"number\">{line.ToString(CultureInfo.InvariantCulture)}</td><td class=\"mark\"></td><td>{Code(lines[line - 1])}</td><td></td></tr>\n");
    }

    /// <summary>Hunks may have been tried apart or together; what overlaps is about the same lines.</summary>
    private static bool Same(HunkProof proven, ProductionHunk place) =>
        proven.FirstLine == place.FirstLine || proven.FirstLine <= place.LastLine && proven.LastLine >= place.FirstLine;

    private static string Code(string line) => HtmlPage.EscapeCode(line.TrimEnd('\r') is { Length: > LongestLine } longer ? longer[..LongestLine] + "…" : line.TrimEnd('\r'));
}
