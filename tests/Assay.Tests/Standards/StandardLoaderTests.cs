using Assay.Core.Errors;
using Assay.Core.Standards;

namespace Assay.Tests.Standards;

public sealed class StandardLoaderTests
{
    [Fact]
    public void A_standard_is_read_with_the_defaults_that_block()
    {
        var standard = StandardLoader.Load(SmallStandard.Text, "small.yaml", "sha256:0");
        var criterion = Assert.Single(standard.Criteria);
        Assert.Equal(("small", "1.0.0", "sha256:0"), (standard.Name, standard.Version, standard.Digest));
        Assert.Equal((WhenEmpty.Missing, Binding.Tree), (criterion.WhenEmpty, criterion.Binds));
        Assert.Empty(criterion.Kinds);
    }

    [Fact]
    public void All_mistakes_are_reported_at_once_with_line_and_column()
    {
        var text = SmallStandard.Text
            .Replace("enterprise_from: 16", "enterprise_from: 5", StringComparison.Ordinal)
            .Replace("fact: coverage.lines", "fact: coverage.line", StringComparison.Ordinal)
            .Replace("profile: standard", "profil: standard", StringComparison.Ordinal)
            .Replace("for: 5 min", "for: 5 %", StringComparison.Ordinal);
        Assert.Equal(
            [
                "small.yaml:6:20 routing: enterprise_from must be above standard_from, found 5 after 5 -> Let the profiles rise with the number of files.",
                "small.yaml:13:9 criterion: key 'profile' is missing -> Add profile.",
                "small.yaml:14:15 criterion: unknown fact 'coverage.line' -> Did you mean coverage.lines?",
                "small.yaml:17:9 criterion: unknown key 'profil' -> Did you mean profile?",
                "small.yaml:28:58 alert: 'for' must be above 0, in milliseconds (ms), found 5 % -> Correct the named place; schemas/standard.schema.json describes every key.",
            ],
            Mistakes(text).Select(error => $"{error.Where} {error.What} -> {error.Step}"));
    }

    [Theory]
    [InlineData("at_least: 90 %", "at_least: 90", "criterion: 90 does not fit coverage.lines: it is measured in percent (%)")]
    [InlineData("at_least: 90 %", "at_least: 90 ms", "criterion: 90 ms does not fit coverage.lines: it is measured in percent (%)")]
    [InlineData("at_least: 90 %", "at_least: 0 %", "criterion: 0 % does not fit coverage.lines: every value keeps it")]
    [InlineData("at_least: 90 %", "at_least: -5 %", "criterion: -5 % does not fit coverage.lines: it is never negative")]
    [InlineData("at_least: 90 %", "below: 0 %", "criterion: 0 % does not fit coverage.lines: no value keeps it")]
    [InlineData("fact: coverage.lines\n        at_least: 90 %", "fact: proof.red_green\n        at_least: true", "criterion: yes does not fit proof.red_green: yes and no are bounded with is")]
    [InlineData("at_least: 90 %", "at_least: 90 %\n        at_most: 95 %", "criterion: a second bound; at_least stands there too")]
    [InlineData("        at_least: 90 %\n", "", "criterion: no bound")]
    [InlineData("by: author", "by: author\n        binds: { age: 90 min }", "binds: 'age' must be days, more than 0 and at most 3660")]
    [InlineData("by: author", "by: author\n        binds: age", "criterion: 'binds' needs an age")]
    [InlineData("sensitive: [scripts/**]", "sensitive: ['[']", null)]
    [InlineData("traffic: 100 %", "traffic: 50 %", "deployment: the shares of traffic must rise and end at 100 %")]
    [InlineData("api_p95: 200 ms", "api_p95: 200 %", "performance: 'api_p95' must be above 0, in milliseconds (ms), found 200 %")]
    [InlineData("signal: error_rate", "signal: errors", "alert: unknown signal 'errors'")]
    public void What_would_say_nothing_is_refused(string replace, string by, string? what)
    {
        var error = Assert.Single(Mistakes(Changed(replace, by)));
        if (what is not null) Assert.Equal(what, error.What);
    }

    [Fact]
    public void A_standard_without_gates_and_a_gate_without_criteria_are_refused()
    {
        var from = SmallStandard.Text.IndexOf("    criteria:", StringComparison.Ordinal);
        var to = SmallStandard.Text.IndexOf("targets:", StringComparison.Ordinal);
        Assert.Equal("gate: gate tdd has no criterion", Assert.Single(Mistakes(SmallStandard.Text[..from] + "    criteria: []\n" + SmallStandard.Text[to..])).What);
        var gates = SmallStandard.Text.IndexOf("gates:", StringComparison.Ordinal);
        Assert.Equal("standard: there is no gate", Assert.Single(Mistakes(SmallStandard.Text[..gates] + "gates: []\n" + SmallStandard.Text[to..])).What);
    }

    [Fact]
    public void Ids_stand_once_across_all_gates()
    {
        var from = SmallStandard.Text.IndexOf("  - id: tdd", StringComparison.Ordinal);
        var to = SmallStandard.Text.IndexOf("targets:", StringComparison.Ordinal);
        var twice = SmallStandard.Text[..to] + SmallStandard.Text[from..to] + SmallStandard.Text[to..];
        Assert.Equal(["gate: tdd stands twice; first in line 9", "criterion: coverage_lines stands twice; first in line 13"], Mistakes(twice).Select(error => error.What));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n")]
    [InlineData("gates: 5\nrouting: x\ntargets: []\nschema: ~\n")]
    [InlineData("schema: assay/standard/v1\nname: {}\nversion: []\nrouting: {}\ngates: [5, [], {}]\ntargets: { deployment: { success: [], rollback: 5, canary: [{}] } }\n")]
    public void Anything_else_is_a_list_of_mistakes_and_never_a_crash(string text) => Assert.NotEmpty(Mistakes(text));

    private static string Changed(string replace, string by)
    {
        Assert.Contains(replace, SmallStandard.Text, StringComparison.Ordinal);
        return SmallStandard.Text.Replace(replace, by, StringComparison.Ordinal);
    }

    private static IEnumerable<AssayError> Mistakes(string text)
    {
        var errors = Assert.Throws<AssayException>(() => StandardLoader.Load(text, "small.yaml", "sha256:0")).Errors;
        Assert.All(errors, error => Assert.Equal(("ASY1102", "small.yaml"), (error.Kind.Code, error.File)));
        Assert.All(errors, error => Assert.True(error is { Line: > 0, Column: > 0 }));
        return errors;
    }
}
