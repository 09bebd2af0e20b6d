using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Assay.Core;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Quantities;
using Assay.Core.Rules;

namespace Assay.Tests.Output.GitHub;

/// <summary>Workflow commands as the runner of GitHub Actions reads them: real annotations at real places, and nothing of the evidence can become a command of its own.</summary>
public sealed partial class GitHubFormatTests
{
    /// <summary>Catches a line that the runner would not take as an annotation, or would take as another command.</summary>
    [Fact]
    public void Every_line_of_every_situation_is_one_whole_annotation()
    {
        foreach (var make in Verdicts.All.Values)
            Assert.All(Lines(make()), line => Assert.Matches("^::(error|warning|notice) ([a-zA-Z]+=[^,:]*)(,[a-zA-Z]+=[^,:]*)*::[^\r\n]+$", line));
    }

    /// <summary>Catches a verdict that blocks and annotates nothing, and one that passes and annotates an error.</summary>
    [Fact]
    public void There_is_an_error_exactly_where_the_verdict_blocks()
    {
        foreach (var verdict in Verdicts.All.Values.Select(make => make()))
            Assert.Equal(verdict.Outcome == Outcome.Blocked, Lines(verdict).Any(line => line.StartsWith("::error ", StringComparison.Ordinal)));
    }

    /// <summary>Catches annotations that do not stand at the lines of the change.</summary>
    [Fact]
    public void A_finding_stands_at_its_file_and_lines_with_its_remedy()
    {
        var line = Lines(Verdicts.Blocked()).Single(line => line.Contains("coverage_changed_lines", StringComparison.Ordinal) && line.Contains("src/Refund.cs", StringComparison.Ordinal));
        Assert.StartsWith("::error file=src/Refund.cs,line=88,endLine=89,title=assay%3A coverage_changed_lines::catch block, no test reaches it: ", line);
        Assert.Contains(" -> ", line);
    }

    /// <summary>Catches more annotations than GitHub shows, with the rest lost without a word, and one cause that takes the places of all others.</summary>
    [Fact]
    public void Of_each_type_ten_are_written_every_cause_before_any_second_place_and_the_rest_is_counted()
    {
        var many = Many(25, 23);
        var lines = Lines(many);
        Assert.Equal(10, lines.Count(line => line.StartsWith("::error ", StringComparison.Ordinal)));
        Assert.Equal(10, lines.Count(line => line.StartsWith("::warning ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Contains("secrets", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("coverage_changed_lines", StringComparison.Ordinal));
        var left = Count().Match(lines[^1]);
        Assert.True(left.Success, lines[^1]);
        Assert.Equal("13", left.Groups[2].Value);
        Assert.True(int.Parse(left.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) >= 15);
    }

    /// <summary>Catches a last line that counts nothing.</summary>
    [Fact]
    public void Where_nothing_is_left_out_nothing_is_counted() => Assert.DoesNotContain(Lines(Verdicts.Weakened()), line => line.StartsWith("::notice", StringComparison.Ordinal));

    /// <summary>Catches debt that is shown as an error, or not at all, or that hides everything else.</summary>
    [Fact]
    public void What_is_owed_is_a_warning_once_for_each_criterion_before_further_places()
    {
        var lines = Lines(Verdicts.Owing() with { Weakened = [new Weakening(WeakeningSource.Setting, "412 owed")] });
        Assert.DoesNotContain(lines, line => line.StartsWith("::error", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("::warning file=src/Refund.cs,line=88,", StringComparison.Ordinal) && line.Contains("owed: ", StringComparison.Ordinal));
        var owed = Verdicts.Owing().Gates.SelectMany(gate => gate.Findings).Count(finding => finding.Status == Status.Owed);
        Assert.True(owed > 5);
        Assert.Equal(Math.Min(10, owed), lines.Take(10).Select(line => line.Split("title=")[1]).Select(line => line[..line.IndexOf("::", StringComparison.Ordinal)]).Distinct().Count());
    }

    /// <summary>Catches evidence that ends the annotation and begins a command of its own.</summary>
    [Fact]
    public void Text_of_evidence_becomes_no_command_and_no_property()
    {
        var verdict = Verdicts.Pass() with
        {
            Weakened = [new Weakening(WeakeningSource.Rule, "100%\n::set-output name=exit-code::0\r\n::stop-commands::x", new Location("a,b:c%0A.cs", 3)), new Weakening(WeakeningSource.Rule, "x", new Location("src/a,line=9.cs", 3))],
        };
        var lines = Lines(verdict);
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("::warning ", line));
        Assert.Contains("100%25", lines[0]);
        Assert.StartsWith("::warning file=src/a%2Cline=9.cs,line=3,", lines[1]);
    }

    /// <summary>Catches an annotation at a file that is none: the name of a test, a file outside of the repository.</summary>
    [Theory]
    [InlineData("LedgerTests.A_posting_balances", null, false)]
    [InlineData("../other/a.cs", 3, false)]
    [InlineData("/etc/passwd", 1, false)]
    [InlineData("src/a b.cs", 3, true)]
    [InlineData("requirements.yaml", null, true)]
    public void Only_files_of_the_repository_are_named_as_files(string place, int? line, bool named)
    {
        var lines = Lines(Verdicts.Pass() with { Weakened = [new Weakening(WeakeningSource.Rule, "it", new Location(place, line))] });
        Assert.Equal(named, lines[0].StartsWith($"::warning file={place}", StringComparison.Ordinal));
    }

    private static Verdict Many(int findings, int weakened)
    {
        var verdict = new VerdictBuilder().Healthy("payments")
            .Measured("payments", FactNames.LintFindings, Quantity.Count(findings), "by analyzers", null, [.. Enumerable.Range(1, findings).Select(i => new Location("src/A.cs", i, null, "CA1822"))])
            .Measured("payments", FactNames.SecretsFound, Quantity.Count(1), "by secretlint", null, new Location("a.json", 7, null, "key"))
            .Measured("payments", FactNames.CoverageChangedLines, Quantity.Percent(32, 34), "of 34 lines", null, new Location("src/Refund.cs", 88)).Build();
        ImmutableArray<Weakening> laxer = [.. Enumerable.Range(1, weakened).Select(i => new Weakening(WeakeningSource.Suppression, $"number {i}", new Location("src/B.cs", i)))];
        return verdict with { Weakened = laxer };
    }

    private static string[] Lines(Verdict verdict)
    {
        var text = VerdictFormatsTests.Write(verdict, "github");
        Assert.True(text.Length == 0 || text.EndsWith('\n'));
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex("^::notice title=assay::([0-9]+) errors? and ([0-9]+) warnings? more than the 10 of a type")]
    private static partial Regex Count();
}
