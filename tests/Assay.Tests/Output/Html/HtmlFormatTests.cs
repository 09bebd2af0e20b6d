using System.Text.RegularExpressions;
using Assay.Core.Judging;

namespace Assay.Tests.Output.Html;

/// <summary>One file to send: it loads nothing, says everything in words too, and nothing in evidence can become markup.</summary>
public sealed class HtmlFormatTests
{
    [Fact]
    public void In_a_browser_it_is_accessible_in_light_and_dark_and_loads_nothing()
    {
        Assert.SkipUnless(Browser.Executable is not null, "no Chromium on the PATH");
        var folder = Directory.CreateTempSubdirectory("assay-html-");
        try
        {
            var report = Path.Combine(folder.FullName, "verdict.html");
            File.WriteAllText(report, VerdictFormatsTests.Write(WithCode(), "html"));
            var seen = Browser.Look(report, Path.Combine(folder.FullName, "seen"));

            Assert.Empty(seen.GetProperty("requests").EnumerateArray());
            Assert.Equal(0, seen.GetProperty("scripts").GetInt32());
            foreach (var scheme in (string[])["light", "dark"])
            {
                Assert.Empty(seen.GetProperty("schemes").GetProperty(scheme).GetProperty("violations").EnumerateArray().Select(violation => violation.GetString()));
                Assert.True(seen.GetProperty("schemes").GetProperty(scheme).GetProperty("passes").GetInt32() > 5, "axe looked at nothing");
            }
            Assert.NotEqual(Background(seen, "light"), Background(seen, "dark"));
            var focused = seen.GetProperty("focused").EnumerateArray().Select(element => element.GetString()!).ToList();
            Assert.Equal(["a Skip to the verdict", "a What blocks", "a Gates", "a Changed code"], focused.Take(4));
            Assert.Contains(focused, element => element.StartsWith("summary", StringComparison.Ordinal));
            Assert.Contains("not covered", Assert.Single(seen.GetProperty("marks").EnumerateArray()).GetString());
            Assert.Equal(0, seen.GetProperty("wider").GetInt32());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Nothing_in_evidence_becomes_markup()
    {
        var html = VerdictFormatsTests.Write(Verdicts.Hostile() with
        {
            Sources = [new ChangedSource("payments", "a<b>.cs", [new SourceLine(1, "<script>alert(1)</script>\"'&\t<img src=x>", true, LineState.NotCovered)])],
        }, "html");
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\e', html);
        Assert.DoesNotContain('\u202e', html);
    }

    [Fact]
    public void Every_blocking_criterion_every_file_of_evidence_and_every_weakening_is_in_it()
    {
        foreach (var verdict in Verdicts.All.Values.Select(make => make()))
        {
            var html = VerdictFormatsTests.Write(verdict, "html");
            Assert.All(verdict.Gates.SelectMany(gate => gate.Findings), finding => Assert.Contains($">{finding.Criterion.Id}</th>", html, StringComparison.Ordinal));
            Assert.All(verdict.Evidence, item => Assert.Contains(item.Digest, html, StringComparison.Ordinal));
            Assert.Equal(verdict.Weakened.IsEmpty, !html.Contains("id=\"weakened\"", StringComparison.Ordinal));
            Assert.Empty(Regex.Matches(html, "href=\"(?!#)").Select(match => match.Value));
        }
    }

    private static string? Background(System.Text.Json.JsonElement seen, string scheme) => seen.GetProperty("schemes").GetProperty(scheme).GetProperty("background").GetString();

    internal static Verdict WithCode() => Verdicts.Blocked() with
    {
        Sources =
        [
            new ChangedSource("payments", "src/Refund.cs",
            [
                new SourceLine(86, "        try", false, LineState.NoCode), new SourceLine(87, "            ledger.Write(refund);", true, LineState.Covered),
                new SourceLine(88, "            if (refund.Amount > limit && refund.IsNew) Warn(refund);", true, LineState.PartlyCovered),
                new SourceLine(89, "        catch (LedgerException e) { Undo(refund, e); }", true, LineState.NotCovered), new SourceLine(120, "    }", false, LineState.NoCode),
            ]),
        ],
    };
}
