using System.Text.RegularExpressions;
using Assay.Tests.Output.Html;

namespace Assay.Tests.Output.Proofs;

/// <summary>One file to send: it loads nothing, and no text of a test becomes markup.</summary>
public sealed class ProofHtmlTests
{
    [Fact]
    public void In_a_browser_it_is_accessible_in_light_and_dark_and_loads_nothing()
    {
        Assert.SkipUnless(Browser.Executable is not null, "no Chromium on the PATH");
        var folder = Directory.CreateTempSubdirectory("assay-proof-html-");
        try
        {
            var report = Path.Combine(folder.FullName, "proof.html");
            File.WriteAllText(report, ProofFormatsTests.Write(Proofs.Hunks() with { Weakened = Proofs.Weakened().Weakened, Components = Proofs.Several().Components }, "html", sources: Proofs.Sources()));
            var seen = Browser.Look(report, Path.Combine(folder.FullName, "seen"));

            Assert.Empty(seen.GetProperty("requests").EnumerateArray());
            Assert.Equal(0, seen.GetProperty("scripts").GetInt32());
            foreach (var scheme in (string[])["light", "dark"])
            {
                Assert.Empty(seen.GetProperty("schemes").GetProperty(scheme).GetProperty("violations").EnumerateArray().Select(violation => violation.GetString()));
                Assert.True(seen.GetProperty("schemes").GetProperty(scheme).GetProperty("passes").GetInt32() > 5, "axe looked at nothing");
            }
            Assert.Equal(["a Skip to the proof", "a Components", "a Tests", "a Weakened tests", "a Changed code"], seen.GetProperty("focused").EnumerateArray().Select(element => element.GetString()!).Take(5));
            Assert.Equal(2, seen.GetProperty("marks").GetArrayLength());
            Assert.Equal(0, seen.GetProperty("wider").GetInt32());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Beside_each_hunk_stands_the_test_that_fails_without_it_or_that_none_does()
    {
        var html = ProofFormatsTests.Write(Proofs.Hunks(), "html", sources: Proofs.Sources());
        Assert.Contains("<td class=\"beside\" rowspan=\"3\">held by Shop.RefundTests.A_refund_is_written</td>", html, StringComparison.Ordinal);
        Assert.Contains("gone();</td><td class=\"beside\" rowspan=\"1\">not held: no test fails without it</td>", html, StringComparison.Ordinal);
        Assert.Contains("Limit = 3;</td><td class=\"beside\" rowspan=\"1\">not held: the time for hunks was used up before</td>", html, StringComparison.Ordinal);
        Assert.Contains("class Refund {", html, StringComparison.Ordinal);
        Assert.Contains("src/Book.cs → src/Ledger.cs", System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_sources_the_hunks_are_listed_and_nothing_leads_to_nowhere()
    {
        foreach (var make in Proofs.All.Values)
        {
            var html = ProofFormatsTests.Write(make(), "html");
            Assert.All(Regex.Matches(html, "href=\"#([a-z]+)\"").Select(match => match.Groups[1].Value), id => Assert.Contains($"id=\"{id}\"", html, StringComparison.Ordinal));
            Assert.Empty(Regex.Matches(html, "href=\"(?!#)").Select(match => match.Value));
            Assert.All(make().Hunks ?? [], hunk => Assert.Contains(System.Net.WebUtility.HtmlEncode(hunk.File), html, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Nothing_in_a_test_or_a_source_becomes_markup()
    {
        var html = ProofFormatsTests.Write(Proofs.Hostile(), "html", sources: Proofs.Sources());
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\e', html);
        Assert.DoesNotContain('\u202e', html);
    }
}
