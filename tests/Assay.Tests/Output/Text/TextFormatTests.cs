using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Assay.Core;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Quantities;
using Assay.Core.Standards;
using Assay.Output;

namespace Assay.Tests.Output.Text;

public sealed partial class TextFormatTests
{
    private static readonly OutputOptions Options = new(false, 80, false, false, TimeSpan.FromSeconds(38));

    public static TheoryData<string> Situations => [.. Verdicts.All.Keys];

    public static TheoryData<string, string, bool> HostileOutputs => new(
        from format in VerdictFormats.All from verbose in (bool[])[false, true] from colour in (string[])["plain", "colour"] select (format.Name, colour, verbose));

    [Theory]
    [MemberData(nameof(HostileOutputs))]
    public void No_text_of_evidence_reaches_a_terminal_as_a_control_or_hidden_character(string format, string colour, bool verbose)
    {
        var text = VerdictFormatsTests.Write(Verdicts.Hostile(), format, Options with { Colour = colour == "colour", Verbose = verbose });
        if (colour == "colour") text = OwnColours().Replace(text, "");
        Assert.DoesNotContain(text.EnumerateRunes(), rune => rune.Value != '\n' && (Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
    }

    [Fact]
    public void What_was_hidden_is_shown()
    {
        var text = Write(Verdicts.Hostile());
        Assert.All((string[])["\\u{1b}[2J", "\\u{7}", "\\u{d}PASS", "\\u{9b}2K", "\\u{202e}gnp.exe", "\\u{200b}zero", "\\u{7f}"], shown => Assert.Contains(shown, text));
        Assert.StartsWith("BLOCKED  ", text);
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void No_line_ends_with_a_blank_and_there_are_no_two_empty_lines(string situation)
    {
        var text = Write(Verdicts.All[situation]());
        Assert.DoesNotContain(" \n", text);
        Assert.DoesNotContain("\n\n\n", text);
        Assert.EndsWith("\n", text);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(60)]
    [InlineData(120)]
    public void Ordinary_content_keeps_the_width(int width)
    {
        foreach (var situation in Verdicts.All.Keys.Where(name => name != "hostile"))
        {
            var lines = Write(Verdicts.All[situation](), Options with { Width = width }).Split('\n').Skip(1);
            Assert.DoesNotContain(lines, line => line.Length > width);
        }
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void Quiet_prints_the_verdict_line_only(string situation)
    {
        var text = Write(Verdicts.All[situation](), Options with { Quiet = true });
        Assert.Equal(Write(Verdicts.All[situation]()).Split('\n')[0] + "\n", text);
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void Colour_adds_nothing_but_colour(string situation)
    {
        var coloured = Write(Verdicts.All[situation](), Options with { Colour = true });
        Assert.Contains("\e[", coloured);
        Assert.Equal(Write(Verdicts.All[situation]()), OwnColours().Replace(coloured, ""));
    }

    [Fact]
    public void Verbose_shows_every_place_the_evidence_and_what_is_not_due() =>
        Expectation.Is("blocked-verbose.txt", Write(Verdicts.Blocked(), Options with { Verbose = true }));

    [Fact]
    public void Every_blocking_criterion_is_named_once_in_every_verdict()
    {
        foreach (var verdict in Verdicts.All.Values.Select(make => make()))
        {
            // What another standard would block is no finding of this verdict.
            var named = NextSteps().Replace(Write(verdict).Split("\nWHAT IF")[0], "");
            foreach (var id in verdict.Gates.SelectMany(gate => gate.Findings).Where(finding => finding.Status.Blocks()).Select(finding => finding.Criterion.Id).Distinct())
                Assert.Single(Regex.Matches(named, $@"(?<=^ ?\d+ |, |: |  ){id}(?=,|\n|  )", RegexOptions.Multiline));
        }
    }

    [Fact]
    public void One_broken_tool_is_one_thing_to_do_whatever_it_leaves_open()
    {
        var text = Write(Verdicts.BrokenBuild());
        Assert.Single(Regex.Matches(text, "dotnet build ended with 1"));
        Assert.Contains("(ASY1502)", text);
        Assert.DoesNotContain("PROBLEMS", text);
        Assert.DoesNotContain("\n2 ", text);
    }

    [Fact]
    public void What_can_be_mended_at_a_known_place_comes_first_and_what_waits_for_others_last()
    {
        var ids = Items().Matches(Write(Verdicts.Blocked())).Select(match => match.Groups[1].Value);
        Assert.Equal(["coverage_changed_lines", "secrets", "lint_clean", "acceptance_validated", "acceptance_approved"], ids);
    }

    /// <summary>Catches a missing heading in a README that stands above the restore without which nothing ran.</summary>
    [Fact]
    public void A_broken_tool_that_leaves_much_open_comes_before_all_else()
    {
        var verdict = Verdicts.BrokenBuild();
        var lint = Verdicts.Blocked().Gates.Single(gate => gate.Gate == "security_standards");
        var ids = Items().Matches(Write(verdict with { Gates = [.. verdict.Gates.Select(gate => gate.Gate == lint.Gate ? lint : gate)] })).Select(match => match.Groups[1].Value);
        Assert.Equal(["build_errors", "secrets"], ids);
    }

    /// <summary>Catches a list of all that holds which is longer than what is to be done.</summary>
    [Fact]
    public void What_is_fine_stands_first_and_takes_a_line_a_gate()
    {
        var text = Write(Verdicts.Blocked());
        Assert.InRange(text.IndexOf("\nFINE ALREADY  37 criteria\n", StringComparison.Ordinal), 1, text.IndexOf("\nNOT YET\n", StringComparison.Ordinal));
        Assert.Contains("  tdd_compliance        11 of 12: tests_run, tests_pass and 9 more\n", text);
        Assert.DoesNotContain("FINE ALREADY", Write(Verdicts.Pass()));
    }

    [Fact]
    public void A_value_of_the_rules_at_base_says_so()
    {
        var verdict = Verdicts.Blocked();
        var gates = BothRules.Worse(verdict.Gates, [.. Verdicts.Blocked().Gates.Select(gate => gate with
        {
            Findings = [.. gate.Findings.Select(finding => finding.Criterion.Id == "coverage_lines"
                ? finding with { Status = Status.Fail, Actual = "93.5 % of 340 lines", Reason = "93.5 % of 340 lines, needs ≥ 95 %", Criterion = finding.Criterion with { Requirement = new Requirement(Comparison.AtLeast, new Quantity(95, Unit.Percent)) } }
                : finding)],
        })]);
        Assert.Contains("93.5 % of 340 lines, needs ≥ 95 %\n    by the rules at base\n", Write(verdict with { Gates = gates }));
    }

    [Fact]
    public void Evidence_of_other_content_is_called_so()
    {
        var verdict = Verdicts.Pass();
        Assert.Contains("evidence  1 file of other content", Write(verdict with { Evidence = [verdict.Evidence[0] with { Subject = "sha256:other" }] }));
        Assert.Contains("evidence  none", Write(verdict with { Evidence = [] }));
    }

    [Theory]
    [InlineData(12, "12 ms")]
    [InlineData(999.7, "1.0 s")]
    [InlineData(3210, "3.2 s")]
    [InlineData(38_400, "38 s")]
    [InlineData(59_600, "1 min 0 s")]
    [InlineData(125_000, "2 min 5 s")]
    public void The_time_is_shown_as_it_is_read(double milliseconds, string shown) =>
        Assert.EndsWith($" · {shown}\n", Write(Verdicts.Pass(), Options with { Quiet = true, Elapsed = TimeSpan.FromMilliseconds(milliseconds) }));

    [Fact]
    public void A_change_since_the_beginning_has_no_base_name()
    {
        var verdict = Verdicts.Pass();
        Assert.Contains("4f7a0b1 vs 9d2c1f7 ", Write(verdict with { Change = verdict.Change with { BaseName = null } }));
        Assert.Contains("4f7a0b1+edits vs main ", Write(verdict with { Change = verdict.Change with { Dirty = true } }));
    }

    [Fact]
    public void Places_beyond_the_first_three_are_counted()
    {
        var verdict = new VerdictBuilder { Profile = Profile.Lightweight, ProfileReason = "1 file changed" }.Healthy("payments")
            .Measured("payments", FactNames.LintFindings, Quantity.Count(15), "by eslint", null, [.. Enumerable.Range(1, 15).Select(i => new Location("a.ts", i, null, "no-var"))]).Build();
        Assert.Contains("    a.ts:3               no-var\n    … and 12 more (--verbose)\n", Write(verdict));
        Assert.Contains("    a.ts:15              no-var\n", Write(verdict, Options with { Verbose = true }));
    }

    [GeneratedRegex(@"\e\[(1;3[123]|0)m")]
    private static partial Regex OwnColours();

    [GeneratedRegex(@"^    -> .*\n( {7}\S.*\n)*", RegexOptions.Multiline)]
    private static partial Regex NextSteps();

    [GeneratedRegex(@"^ ?\d+ ([a-z_]+)  ", RegexOptions.Multiline)]
    private static partial Regex Items();

    private static string Write(Verdict verdict, OutputOptions? options = null) => VerdictFormatsTests.Write(verdict, "text", options ?? Options);
}
