using System.Collections.Immutable;
using System.Text;
using Assay.Core;
using Assay.Core.Rules;

namespace Assay.Tests.Output.Markdown;

/// <summary>A job summary: short enough to be shown, and nothing in evidence can become markup, a mention or a link.</summary>
public sealed class MarkdownFormatTests
{
    [Theory]
    [InlineData("blocked")]
    [InlineData("several")]
    [InlineData("pass")]
    [InlineData("hostile")]
    public void A_summary_looks_as_its_golden_file_shows(string situation) =>
        Expectation.Is($"{situation}.md", VerdictFormatsTests.Write(Verdicts.All[situation](), "markdown"));

    /// <summary>Catches a short summary that `assay publish` takes for one of another run.</summary>
    [Fact]
    public void The_verdict_alone_still_names_its_run()
    {
        var verdict = Verdicts.Blocked();
        var text = VerdictFormatsTests.Write(verdict, "markdown", new Assay.Output.OutputOptions(false, 80, false, Quiet: true, TimeSpan.FromSeconds(1)));
        Assert.Contains($"Run `{verdict.Run}`", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Fix now", text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_never_exceeds_what_forges_show_and_counts_what_is_left_out()
    {
        var verdict = Verdicts.Blocked();
        ImmutableArray<Weakening> many = [.. Enumerable.Range(1, 20_000).Select(i => new Weakening(WeakeningSource.Suppression, $"number {i} ☃", new Location($"src/File{i}.cs", i)))];
        var text = VerdictFormatsTests.Write(verdict with { Weakened = many }, "markdown");
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 50_000, 64 * 1024);
        Assert.Matches(@"\n\d+ more; `assay check` shows all", text);
        Assert.Contains("coverage\\_changed\\_lines", text);
    }

    [Fact]
    public void Text_of_evidence_mentions_nobody_and_links_nowhere()
    {
        var text = VerdictFormatsTests.Write(Verdicts.Blocked() with { Notes = [], Weakened = [new Weakening(WeakeningSource.Rule, "@everyone <img src=x> [a](https://x.example) #12 | `b`", new Location("a`b|c.cs"))] }, "markdown");
        Assert.DoesNotContain("@everyone", text);
        Assert.DoesNotContain("<img", text);
        Assert.DoesNotMatch(@"(?<!\\)\]\(", text);
        Assert.DoesNotContain("https://", text);
        Assert.DoesNotContain("#12", text);
    }
}
