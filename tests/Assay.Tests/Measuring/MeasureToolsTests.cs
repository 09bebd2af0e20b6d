using Assay.Core.Configurations;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Measuring;
using Assay.Core.Observations;
using Assay.Tests.Support;
using static Assay.Tests.Support.Samples;

namespace Assay.Tests.Measuring;

/// <summary>Facts from test reports, scanners, compilers and requirements: silence of a tool is no good news.</summary>
public sealed class MeasureToolsTests
{
    [Fact]
    public void Tests_are_counted_case_by_case_and_run_by_run()
    {
        var facts = Measured(Reading("trx", new TestCase("T.A(1)", "T.A", TestOutcome.Passed, "net10.0"), new TestCase("T.A(2)", "T.A", TestOutcome.Failed, "net10.0", Message: "boom"),
            new TestCase("T.A(1)", "T.A", TestOutcome.Passed, "net9.0"), new TestCase("T.B", "T.B", TestOutcome.Skipped)));
        Assert.Equal((3, 1, 1), (Value(facts[FactNames.TestsRun]), Value(facts[FactNames.TestsFailed]), Value(facts[FactNames.TestsSkipped])));
        Assert.Equal("boom", Assert.Single(facts[FactNames.TestsFailed].Locations).Note);
    }

    /// <summary>Catches "4 of 4 tests, needs 0", and the advice to mend code where a package is not installed.</summary>
    [Fact]
    public void Failed_tests_are_called_so_and_what_was_never_loaded_asks_for_its_packages()
    {
        var unloaded = Measured(Reading("junit", new TestCase("t", "t", TestOutcome.Failed, Message: "collection failure: ModuleNotFoundError: No module named 'x'")))[FactNames.TestsFailed];
        Assert.Equal("of 1 test failed", unloaded.Detail);
        Assert.StartsWith("Install what the tests import", unloaded.Remedy, StringComparison.Ordinal);
        Assert.Null(Measured(Reading("junit", new TestCase("t", "t", TestOutcome.Failed, Message: "boom")))[FactNames.TestsFailed].Remedy);
    }

    /// <summary>Catches "run assay check" right after it ran, where a restore that broke left nothing to look at.</summary>
    [Fact]
    public void A_restore_that_broke_is_the_reason_for_all_that_was_never_begun()
    {
        var broken = new EvidenceProblem(new AssayError(CollectionErrors.ToolFailed, "dotnet restore ended with 1", NextStep: "See restore.log."), "a", StepKind.Restore);
        var facts = Measure.Facts(Input([]) with { Problems = [broken] }).ToDictionary(fact => fact.Name);
        foreach (var name in (string[])[FactNames.VulnerabilitiesHigh, FactNames.TestsRun])
            Assert.Equal((FactState.Error, "dotnet restore ended with 1"), (facts[name].State, facts[name].Reason));
        Assert.Equal(FactState.Missing, facts[FactNames.AcceptanceCriteria].State);
    }

    [Fact]
    public void A_report_of_zero_tests_counts_zero_and_shows_no_passing()
    {
        var facts = Measured(Reading("junit"));
        Assert.Equal(0, Value(facts[FactNames.TestsRun]));
        Assert.Equal(FactState.Missing, facts[FactNames.TestsFailed].State);
    }

    [Fact]
    public void A_framework_that_did_not_run_is_counted_and_named()
    {
        var missing = Measured(Reading("trx", new TestCase("T.A", "T.A", TestOutcome.Passed)), Reading("assay-test-runs", new TestRunMissing("Tests net8.0", "no runtime")))[FactNames.TestRunsMissing];
        Assert.Equal(1, Value(missing));
        Assert.Contains("Tests net8.0", missing.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_tool_run_there_is_no_zero()
    {
        var facts = Measured();
        foreach (var name in (string[])[FactNames.BuildErrors, FactNames.BuildWarnings, FactNames.TypesFindings, FactNames.LintFindings, FactNames.SecretsFound, FactNames.TestsRun, FactNames.AcceptanceCriteria])
            Assert.Equal(FactState.Missing, facts[name].State);
    }

    [Fact]
    public void Warnings_of_the_type_checker_count_and_notes_do_not()
    {
        var facts = Measured(Reading("sarif", new ToolRun(FindingCategory.Types, "csc", null),
            new ToolFinding(FindingCategory.Types, "csc", "CS8602", Severity.Warning, "may be null", "/repo/a.cs", 3), new ToolFinding(FindingCategory.Types, "csc", "CS0", Severity.Note, "note")));
        var types = facts[FactNames.TypesFindings];
        Assert.Equal(1, Value(types));
        Assert.Equal("a.cs:3", Assert.Single(types.Locations).ToString());
    }

    [Fact]
    public void The_same_finding_of_two_target_frameworks_counts_once()
    {
        ToolFinding finding = new(FindingCategory.Lint, "csc", "CA1822", Severity.Warning, "static", "a.cs", 3);
        var facts = Measured(Reading("sarif", new ToolRun(FindingCategory.Lint, "csc", null), finding), Reading("sarif", new ToolRun(FindingCategory.Lint, "csc", "2"), finding));
        Assert.Equal(1, Value(facts[FactNames.LintFindings]));
    }

    [Fact]
    public void A_scanner_that_finds_nothing_and_was_never_shown_to_is_an_error() =>
        Assert.Equal(FactState.Error, Measured(Reading("sarif", new ToolRun(FindingCategory.Secret, "gitleaks", null)))[FactNames.SecretsFound].State);

    [Fact]
    public void A_probed_scanner_may_find_nothing() =>
        Assert.Equal(0, Value(Measured(new EvidenceReading(Report(probed: true), [new ToolRun(FindingCategory.Secret, "secretlint", null)]))[FactNames.SecretsFound]));

    [Fact]
    public void A_found_secret_is_shown_by_rule_and_place_and_never_by_its_text()
    {
        var secrets = Measured(new EvidenceReading(Report(probed: true), [new ToolRun(FindingCategory.Secret, "secretlint", null),
            new ToolFinding(FindingCategory.Secret, "secretlint", "aws", Severity.Error, "hunter2", "a.cs", 7)]))[FactNames.SecretsFound];
        Assert.Equal((1, "aws"), (Value(secrets), Assert.Single(secrets.Locations).Note));
    }

    [Theory]
    [InlineData(TestOutcome.Passed, 100)]
    [InlineData(TestOutcome.Failed, 0)]
    [InlineData(TestOutcome.Skipped, 0)]
    public void A_criterion_holds_only_where_its_test_ran_and_passed(TestOutcome outcome, int expected)
    {
        var facts = Measured(Reading("requirements", Criterion("T.A")), Reading("trx", new TestCase("T.A(1)", "T.A", TestOutcome.Passed), new TestCase("T.A(2)", "T.A", outcome)));
        Assert.Equal(expected, facts[FactNames.AcceptanceValidated].Value!.Value.Value);
    }

    [Fact]
    public void A_criterion_without_a_test_or_with_one_that_did_not_run_is_open()
    {
        var facts = Measured(Reading("requirements", Criterion(), Criterion("T.Gone")), Reading("trx", new TestCase("T.A", "T.A", TestOutcome.Passed)));
        Assert.Equal(0, facts[FactNames.AcceptanceValidated].Value!.Value.Value);
        Assert.Contains(facts[FactNames.AcceptanceValidated].Locations, place => place.Note == "AC-1: T.Gone did not run");
    }

    [Fact]
    public void Evidence_that_could_not_be_taken_is_counted()
    {
        var problem = new EvidenceProblem(new AssayError(EvidenceErrors.Unreadable, "cut off", "cov.xml"), null, null);
        var facts = Measure.Facts(Input([]) with { Problems = [problem] });
        Assert.Equal(1, Value(facts.Single(fact => fact.Name == FactNames.EvidenceProblems)));
    }

    [Fact]
    public void Every_fact_that_is_measured_stands_in_the_catalog_in_its_unit()
    {
        var facts = Measured(Reading("trx", new TestCase("T.A", "T.A", TestOutcome.Passed)), Reading("requirements", Criterion("T.A")));
        Assert.All(facts.Values, fact =>
        {
            var definition = FactCatalog.Find(fact.Name);
            Assert.NotNull(definition);
            if (fact.Value is { } value) Assert.Equal(definition.Unit, value.Unit);
        });
    }

    private static AcceptanceCriterion Criterion(params string[] tests) => new("AC-1", "R-1", "text", [.. tests], "product owner", new DateOnly(2026, 11, 1));

    private static int Value(Fact fact) => (int)fact.Value!.Value.Value;

    private static EvidenceReading Reading(string format, params Observation[] observations) =>
        new(Report(format: format, digest: $"sha256:{format}{observations.GetHashCode()}"), [.. observations]);

    private static Dictionary<string, Fact> Measured(params EvidenceReading[] readings) => Measure.Facts(Input(readings)).ToDictionary(fact => fact.Name);

    private static MeasureInput Input(EvidenceReading[] readings) =>
        new("/repo", Component(), ComponentConfiguration.Detected("app", ""), Change(), [], new SourceOutlines(new FakeTree()), new FakeTree(), null, Standard().Targets, Noon, [.. readings], [], [], null);
}
