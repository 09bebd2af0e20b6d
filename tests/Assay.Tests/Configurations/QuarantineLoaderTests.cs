using Assay.Core.Configurations;
using Assay.Core.Errors;
using Assay.Tests.Schemas;

namespace Assay.Tests.Configurations;

public sealed class QuarantineLoaderTests
{
    private static readonly YamlSchema Schema = new("config.schema.json");

    /// <summary>Catches a field that is dropped, and a place that leads nowhere.</summary>
    [Fact]
    public void An_entry_is_read_whole()
    {
        var text = Text("""{ test: "T.A(x: 1)", until: 2026-12-01, why: times out, owner: payments team }""", """{ test: "suite > works", until: 2026-12-02, why: races, owner: guard }""");
        var entries = ConfigurationLoader.Load(text, "assay.yaml").Components[0].Quarantine;

        Assert.Equal(
            [new QuarantinedTest("T.A(x: 1)", new DateOnly(2026, 12, 1), "times out", "payments team", 5), new QuarantinedTest("suite > works", new DateOnly(2026, 12, 2), "races", "guard", 6)], entries);
        Assert.True(Schema.Accepts(text));
    }

    /// <summary>Catches an entry that nobody owns, that has no end, or of which nobody knows why.</summary>
    [Theory]
    [InlineData("{ test: T.A, why: races, owner: guard }", "quarantine: key 'until' is missing")]
    [InlineData("{ test: T.A, until: 2026-12-01, owner: guard }", "quarantine: key 'why' is missing")]
    [InlineData("{ test: T.A, until: 2026-12-01, why: races }", "quarantine: key 'owner' is missing")]
    [InlineData("{ until: 2026-12-01, why: races, owner: guard }", "quarantine: key 'test' is missing")]
    [InlineData("{ test: T.A, until: never, why: races, owner: guard }", "quarantine: 'until' must be a day such as 2026-01-31, found 'never'")]
    [InlineData("{ test: T.A, until: 2026-12-01, why: ' ', owner: guard }", "quarantine: 'why' must be text, found ' '")]
    [InlineData("{ tests: T.A, test: T.A, until: 2026-12-01, why: races, owner: guard }", "quarantine: unknown key 'tests'")]
    [InlineData("{ test: [T.A, T.B], until: 2026-12-01, why: races, owner: guard }", "quarantine: 'test' must be text, found a list")]
    public void Both_refuse_an_entry_that_is_not_whole(string entry, string what)
    {
        Assert.Equal([what], Mistakes(Text(entry)));
        Assert.False(Schema.Accepts(Text(entry)));
    }

    /// <summary>Catches a pattern that is believed to quarantine many tests, and one day might.</summary>
    [Theory]
    [InlineData("*")]
    [InlineData("**")]
    [InlineData("Payments.*")]
    [InlineData("Payments.**")]
    [InlineData("Payments.Tests*")]
    [InlineData("*.Works")]
    [InlineData("Payments.*.Works")]
    [InlineData("suite > *")]
    [InlineData("test/unit/*.test.js > works")]
    [InlineData("tests::*")]
    [InlineData("Payments.Works*(1)")]
    [InlineData("Payments.Works(*)")]
    [InlineData("test_works[*]")]
    public void Both_refuse_patterns(string test)
    {
        var text = Text($$"""{ test: "{{test}}", until: 2026-12-01, why: races, owner: guard }""");
        Assert.Equal([$"quarantine: '{test}' is a pattern; tests are quarantined one by one"], Mistakes(text));
        Assert.False(Schema.Accepts(text));
    }

    /// <summary>Catches names of real tests that are taken for patterns.</summary>
    [Theory]
    [InlineData("Multiplies(2 * 3)")]
    [InlineData("Markdown(**bold**)")]
    [InlineData("calculator > 2 * 3")]
    [InlineData("does it work?")]
    [InlineData("test_glob[*.yaml-2]")]
    [InlineData("matches [a*]")]
    public void Both_accept_stars_that_are_part_of_a_name(string test)
    {
        var text = Text($$"""{ test: "{{test}}", until: 2026-12-01, why: races, owner: guard }""");
        Assert.Equal(test, Assert.Single(ConfigurationLoader.Load(text, "assay.yaml").Components[0].Quarantine).Test);
        Assert.True(Schema.Accepts(text));
    }

    /// <summary>Catches two entries for one test, of which the later day would win.</summary>
    [Fact]
    public void A_test_stands_once() => Assert.Equal(["quarantine: 'T.A' stands twice; first in line 5"],
        Mistakes(Text("{ test: T.A, until: 2026-12-01, why: races, owner: guard }", "{ test: T.A, until: 2026-12-20, why: races, owner: guard }")));

    private static string Text(params string[] entries) =>
        $"schema: assay/config/v1\ncomponents:\n  - id: app\n    quarantine:\n{string.Concat(entries.Select(entry => $"      - {entry}\n"))}";

    private static IEnumerable<string> Mistakes(string text) => Assert.Throws<AssayException>(() => ConfigurationLoader.Load(text, "assay.yaml")).Errors.Select(error => error.What);
}
