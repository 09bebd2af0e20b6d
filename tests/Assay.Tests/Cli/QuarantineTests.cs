using Assay.Core.Judging;
using Assay.Core.Rules;
using Assay.Core.Standards;
using Assay.Tests.Support;

namespace Assay.Tests.Cli;

/// <summary>The quarantine through the whole pipeline, at head and at base.</summary>
public sealed class QuarantineTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    private const string Source = "export function one() {\n  return 3;\n}\n";

    private static string Cases(string id) => $"<testcase classname=\"{id}\" name=\"fine\"/><testcase classname=\"{id}\" name=\"flaky\"><failure/></testcase>";

    /// <summary>Catches a quarantine that stood before and does not help, or helps in silence.</summary>
    [Fact]
    public void An_entry_that_stood_before_sets_its_test_aside_in_the_open()
    {
        using var shop = Shop(Entry(10));
        var verdict = shop.Change("a/src/index.js", Source).Prove(Cases, "a").Check();

        Assert.Equal((Status.Pass, "0 of 1 test failed, 1 in quarantine"), (verdict.StatusOf("a", "tests_pass"), verdict.Of("a", "tests_pass").Actual));
        var shown = Assert.Single(verdict.Weakened, weakening => weakening.What.Contains("quarantine", StringComparison.Ordinal));
        Assert.Equal((WeakeningSource.Setting, "assay.yaml:6"), (shown.Source, shown.Location!.ToString()));
        Assert.Contains("it failed this time", shown.What);
        Assert.Equal(Status.Pass, verdict.StatusOf("a", "rules_kept"));
    }

    /// <summary>Catches a change that quarantines the test that it breaks.</summary>
    [Fact]
    public void An_entry_that_the_change_brings_does_not_help_it_and_is_a_loosening()
    {
        using var shop = Shop();
        var verdict = shop.Change("assay.yaml", Yaml(Entry(10))).Change("a/src/index.js", Source).Prove(Cases, "a").Check();

        Assert.Equal((Status.Fail, "by the rules at base: 1 of 2 tests failed, needs 0"), (verdict.StatusOf("a", "tests_pass"), verdict.Of("a", "tests_pass").Reason));
        Assert.True(verdict.Weakens($"a: quarantines a.flaky until {Day(10)}"));
        Assert.Equal(Status.Fail, verdict.StatusOf("a", "rules_kept"));
    }

    /// <summary>Catches a quarantine that renews itself.</summary>
    [Fact]
    public void A_day_that_the_change_moves_does_not_help_it_and_is_a_loosening()
    {
        using var shop = Shop(Entry(-1));
        var verdict = shop.Change("assay.yaml", Yaml(Entry(20))).Change("a/src/index.js", Source).Prove(Cases, "a").Check();

        Assert.Equal(Status.Fail, verdict.StatusOf("a", "tests_pass"));
        Assert.Contains("ended with", verdict.Of("a", "tests_pass").Reason);
        Assert.True(verdict.Weakens($"a: keeps a.flaky in quarantine until {Day(20)} instead of {Day(-1)}"));
    }

    /// <summary>Catches a quarantine that cannot be left: its test was mended, renamed or deleted, or its day was too far.</summary>
    [Theory]
    [InlineData("takes it out")]
    [InlineData("moves it nearer")]
    public void A_change_that_mends_a_mistaken_entry_is_not_held_by_it(string how)
    {
        using var shop = Shop(how == "takes it out" ? Entry(10, "a.gone") : Entry(90, "a.flaky"));
        var stuck = shop.Change("a/src/index.js", Source).Prove(Cases, "a").Check();
        Assert.Equal(Status.Error, stuck.StatusOf("a", "tests_pass"));

        shop.Change("assay.yaml", how == "takes it out" ? Yaml() : Yaml(Entry(10)));
        var mended = shop.Prove(id => how == "takes it out" ? $"<testcase classname=\"{id}\" name=\"fine\"/>" : Cases(id), "a").Check();
        Assert.Equal(Status.Pass, mended.StatusOf("a", "tests_pass"));
        Assert.False(mended.Weakens("a: quarantines") || mended.Weakens("a: keeps"));
    }

    /// <summary>Catches an entry of one component that sets a test of another aside.</summary>
    [Fact]
    public void It_is_the_quarantine_of_its_component()
    {
        using var shop = Shop(Entry(10));
        shop.Change("a/src/index.js", Source).Change("b/src/index.js", Source).Prove(_ => Cases("a"), "a", "b");

        Assert.Equal((Status.Pass, Status.Fail), (shop.Check().StatusOf("a", "tests_pass"), shop.Check().StatusOf("b", "tests_pass")));
    }

    /// <summary>Catches a release by an entry that stands in the way of nothing else.</summary>
    [Fact]
    public void A_deployment_does_not_accept_it()
    {
        using var shop = Shop(Entry(10));
        var verdict = shop.Change("a/src/index.js", Source).Prove(Cases, "a").Check(Phase.Deployment);

        Assert.Equal((Status.Fail, "1 failed; the quarantine of a.flaky is not accepted for a deployment"), (verdict.StatusOf("a", "tests_pass"), verdict.Of("a", "tests_pass").Reason));
        Assert.False(verdict.Weakens("in quarantine"));
    }

    private static JudgedRepository Shop(params string[] entries)
    {
        var shop = JudgedRepository.OfPackages("a", "b");
        shop.Files.Write("assay.yaml", Yaml(entries)).Commit("configures");
        return shop;
    }

    private static string Yaml(params string[] entries) =>
        $"schema: assay/config/v1\ncomponents:\n  - id: a\n    path: a\n{(entries.Length == 0 ? "" : "    quarantine:\n")}{string.Concat(entries)}  - {{ id: b, path: b }}\n";

    private static string Entry(int daysAhead, string test = "a.flaky") => $"      - {{ test: {test}, until: {Day(daysAhead)}, why: races, owner: guard }}\n";

    private static string Day(int daysAhead) => Today.AddDays(daysAhead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
