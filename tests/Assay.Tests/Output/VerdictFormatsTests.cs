using System.Text;
using Assay.Core.Judging;
using Assay.Output;

namespace Assay.Tests.Output;

public sealed class VerdictFormatsTests
{
    private static readonly OutputOptions Options = new(false, 80, false, false, TimeSpan.FromSeconds(38));

    public static TheoryData<string, string> Situations => new(
        from situation in Verdicts.All.Keys from format in VerdictFormats.All select (situation, format.Name));

    [Fact]
    public void Every_format_in_the_assembly_is_registered()
    {
        var written = typeof(IVerdictFormat).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IVerdictFormat)));
        Assert.Equal(written.OrderBy(type => type.FullName), VerdictFormats.All.Select(format => format.GetType()).OrderBy(type => type.FullName));
    }

    [Fact]
    public void Each_format_is_found_by_its_name_and_no_other_is()
    {
        Assert.All(VerdictFormats.All, format => Assert.Same(format, VerdictFormats.Find(format.Name)));
        Assert.Null(VerdictFormats.Find("TEXT"));
    }

    public static TheoryData<string> Texts => [.. Verdicts.All.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_looks_as_its_golden_file_shows(string situation) => Expectation.Is($"{situation}.txt", Write(Verdicts.All[situation](), "text"));

    [Theory]
    [InlineData("hostile")]
    [InlineData("weakened")]
    public void A_json_is_what_its_golden_file_shows(string situation) => Expectation.Is($"{situation}.json", Write(Verdicts.All[situation](), "json"));

    [Theory]
    [MemberData(nameof(Situations))]
    public void The_same_verdict_gives_the_same_bytes(string situation, string format) =>
        Assert.Equal(Write(Verdicts.All[situation](), format), Write(Verdicts.All[situation](), format));

    /// <summary>Catches a format that people read whose beginning does not say that nothing was stopped.</summary>
    [Theory]
    [InlineData("observed", "BLOCKED (observed only, until 2026-12-31)")]
    [InlineData("observed-over", "BLOCKED (no longer observed only: that ended with 2026-11-01)")]
    public void What_is_observed_only_says_so_at_the_beginning(string situation, string says)
    {
        var verdict = Verdicts.All[situation]();
        Assert.StartsWith(says, Write(verdict, "text").Replace("&#58;", ":"));
        Assert.StartsWith($"## {says}", Write(verdict, "markdown").Replace("&#58;", ":"));
        Assert.Contains($"<title>{says}", Write(verdict, "html"));
        Assert.Contains($"<h1><span class=\"verdict blocked\">{says}</span>", Write(verdict, "html"));
    }

    /// <summary>Catches a format by which a quarantine, or a flag, goes unseen.</summary>
    [Theory]
    [InlineData("text"), InlineData("json"), InlineData("markdown"), InlineData("sarif"), InlineData("junit"), InlineData("html")]
    public void What_makes_the_judgement_laxer_stands_in_every_format(string format)
    {
        var weakening = new Assay.Core.Rules.Weakening(Assay.Core.Rules.WeakeningSource.Setting, "quarantines nobody", new Assay.Core.Location("assay.yaml", 6));
        Assert.Contains("quarantines nobody", Write(Verdicts.Blocked() with { Weakened = [weakening] }, format));
    }

    internal static string Write(Verdict verdict, string format, OutputOptions? options = null)
    {
        using var stream = new MemoryStream();
        VerdictFormats.Find(format)!.Write(verdict, stream, options ?? Options);
        Assert.True(stream.CanWrite, "the stream must stay open");
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
