using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Core.Measuring;
using Assay.Core.Proofs;
using Assay.Core.Standards;
using Assay.Tests.Output.Proofs;
using Assay.Tests.Support;

namespace Assay.Tests.Measuring;

/// <summary>The record of a proof, held against what git shows: it counts for one component, one content and one beginning, and for nothing that it does not speak of.</summary>
public sealed class ProofFactsTests
{
    private const string Code = "class Fees\n{\n    // fees of an amount\n    int Of(int amount) => amount / 100;\n\n    int Most() => 3;\n}\n";
    private const string Tests = "class FeesTests { void Fees_are_a_hundredth() => Equal(1, new Fees().Of(100)); }\n";

    private static readonly string Subject = SubjectDigest.Of(new FakeTree(("src/Fees.cs", Code), ("tests/FeesTests.cs", Tests)), "");

    private static readonly TestProof Proven =
        new("app", "FeesTests.Fees_are_a_hundredth", "", "tests/FeesTests.cs", TestProofOutcome.Proven, PhaseOutcome.Absent, PhaseOutcome.Failed, PhaseOutcome.Passed, "assertion", "Expected: 1");

    private static readonly HunkProof Held = new("app", "src/Fees.cs", 4, 4, true, Proven.Id, null);

    public static TheoryData<string> Criteria => ["red_green_proven", "tests_weakened", "hunks_held"];

    [Theory, MemberData(nameof(Criteria))]
    [Shows("red_green_proven", Status.Missing), Shows("tests_weakened", Status.Missing), Shows("hunks_held", Status.Missing)]
    public void Without_a_record_nothing_is_shown(string criterion) => Assert.Equal(Status.Missing, Edited().Of(criterion).Status);

    /// <summary>Catches a word in a README that asks for a proof, and code beside it that needs none.</summary>
    [Fact]
    public void Documentation_alone_needs_no_record_and_code_beside_it_does()
    {
        var text = Lab().Edited(Samples.Edit("README.md", 1, ["# Fees"]));
        Assert.Equal((Status.NotApplicable, Status.Pass, Status.NotApplicable), (text.Of("red_green_proven").Status, text.Of("tests_weakened").Status, text.Of("hunks_held").Status));

        var both = Edited(Samples.Edit("README.md", 1, ["# Fees"]));
        Assert.Equal((Status.Missing, Status.Missing, Status.Missing), (both.Of("red_green_proven").Status, both.Of("tests_weakened").Status, both.Of("hunks_held").Status));
    }

    /// <summary>Catches "no test was weakened" said by a proof that never came to compare them.</summary>
    [Fact]
    public void An_inconclusive_proof_does_not_show_that_no_test_was_weakened() =>
        Assert.Equal(Status.Missing, Recorded(Good(ProofOutcome.Inconclusive) with { Tests = [] }).Of("tests_weakened").Status);

    [Theory, MemberData(nameof(Criteria))]
    [Shows("red_green_proven", Status.Pass), Shows("tests_weakened", Status.Pass), Shows("hunks_held", Status.Pass)]
    public void A_proven_change_whose_every_hunk_is_held_passes(string criterion) => Assert.Equal(Status.Pass, Recorded(Good()).Of(criterion).Status);

    [Theory]
    [InlineData(ProofOutcome.Untested), InlineData(ProofOutcome.Vacuous), InlineData(ProofOutcome.Weakened), InlineData(ProofOutcome.Inconclusive)]
    [Shows("red_green_proven", Status.Fail)]
    public void A_change_that_is_not_proven_fails_with_its_reason_its_tests_and_its_next_step(ProofOutcome outcome)
    {
        var vacuous = Proven with { Outcome = TestProofOutcome.Vacuous, Red = PhaseOutcome.Passed, Reason = "passes without the change", Message = null };
        var finding = Recorded(Good(outcome) with { Tests = [vacuous] }).Of("red_green_proven");
        Assert.Equal((Status.Fail, "because", "do this"), (finding.Status, finding.Reason, finding.Remedy));
        Assert.Equal(("tests/FeesTests.cs", "FeesTests.Fees_are_a_hundredth: vacuous, passes without the change"), (finding.Locations[0].File, finding.Locations[0].Note));
    }

    [Fact]
    public void A_refactoring_holds() => Assert.Equal(Status.Pass, Recorded(Good(ProofOutcome.Refactoring) with { Tests = [] }).Of("red_green_proven").Status);

    [Fact, Shows("tests_weakened", Status.Fail)]
    public void A_weakened_test_fails_and_is_named_with_what_was_loosened()
    {
        var finding = Recorded(Good(ProofOutcome.Weakened) with { Weakened = [new WeakenedTest("app", "FeesTests.Old", "tests/FeesTests.cs", 7, Weakness.AssertionRemoved, "one of two", ["-Equal(2, x);"])] }).Of("tests_weakened");
        Assert.Equal((Status.Fail, Mender.Reviewer), (finding.Status, finding.Criterion.By));
        Assert.Equal("tests/FeesTests.cs:7 FeesTests.Old: assertion removed, one of two: -Equal(2, x);", $"{finding.Locations[0]} {finding.Locations[0].Note}");
    }

    [Fact, Shows("hunks_held", Status.Fail)]
    public void A_hunk_that_no_test_holds_fails()
    {
        var finding = Recorded(Good() with { Hunks = [Held with { Held = false, By = null, Reason = null }] }).Of("hunks_held");
        Assert.Equal((Status.Fail, "src/Fees.cs:4", "no test fails without it"), (finding.Status, finding.Locations[0].ToString(), finding.Locations[0].Note));
    }

    [Fact]
    public void A_hunk_that_git_shows_and_the_record_does_not_speak_of_is_not_held()
    {
        var finding = Edited(Samples.Edit("src/Fees.cs", 6, ["    int Most() => 3;"])).Report("proof.json", Text(Good()), StepKind.Proof).Of("hunks_held");
        Assert.Equal((Status.Fail, "50 % of 2 hunks", "the record does not speak of it"), (finding.Status, finding.Actual, finding.Locations[0].Note));
        Assert.Equal(Status.Fail, Edited(Samples.Edit("src/Fees.cs", 6, ["    int Most() => 3;", "}"])).Report("proof.json", Text(Good() with { Hunks = [Held, Held with { FirstLine = 6, LastLine = 6 }] }), StepKind.Proof).Of("hunks_held").Status);
    }

    [Fact]
    public void Lines_that_were_only_removed_are_a_hunk_too_and_so_is_a_file_that_is_gone()
    {
        var removed = new ChangedFile("src/Fees.cs", null, ChangeKind.Modified, [new Hunk(5, ["    int Least() => 1;"], 5, [])]);
        var lab = Lab().Edited(removed).Report("proof.json", Text(Good() with { Hunks = [Held] }), StepKind.Proof);
        Assert.Equal(Status.Fail, lab.Of("hunks_held").Status);
        Assert.Equal(Status.Pass, Lab().Edited(removed).Report("proof.json", Text(Good() with { Hunks = [Held with { FirstLine = 6, LastLine = 5 }] }), StepKind.Proof).Of("hunks_held").Status);

        var gone = new ChangedFile("src/Gone.cs", null, ChangeKind.Deleted, [new Hunk(1, ["class Gone;"], 0, [])]);
        var deleted = Lab(input => input with { Gone = [new ComponentFile("src/Gone.cs", FileRole.Production)] }).Edited(gone).Report("proof.json", Text(Good() with { Hunks = [] }), StepKind.Proof).Of("hunks_held");
        Assert.Equal((Status.Fail, "0 % of 1 hunk"), (deleted.Status, deleted.Actual));
    }

    [Fact]
    public void What_only_the_record_calls_production_counts_by_the_record()
    {
        var prompt = Held with { File = "prompts/fees.md", Held = false, By = null };
        Assert.Equal("50 % of 2 hunks", Recorded(Good() with { Hunks = [Held, prompt] }).Of("hunks_held").Actual);
    }

    [Fact]
    public void A_hunk_of_comments_that_the_record_lists_counts_for_nothing() =>
        Assert.Equal(Status.NotApplicable, Lab().Edited(Samples.Edit("src/Fees.cs", 3, ["    // fees of an amount"]))
            .Report("proof.json", Text(Good() with { Hunks = [Held with { FirstLine = 3, LastLine = 3, Held = false, By = null }] }), StepKind.Proof).Of("hunks_held").Status);

    [Fact]
    public void A_change_of_comments_has_no_hunk_that_a_test_could_hold() =>
        Assert.Equal(Status.NotApplicable, Lab().Edited(Samples.Edit("src/Fees.cs", 3, ["    // fees of an amount"])).Of("hunks_held").Status);

    [Fact]
    public void Hunks_that_nobody_asked_for_are_missing_and_the_next_step_asks()
    {
        var finding = Recorded(Good() with { Hunks = null }).Of("hunks_held");
        Assert.Equal(Status.Missing, finding.Status);
        Assert.Contains("assay prove --hunks", finding.Remedy, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Criteria))]
    public void A_proof_of_another_range_is_none(string criterion)
    {
        var finding = Recorded(Good() with { Base = "0123456789" }).Of(criterion);
        Assert.Equal(Status.Missing, finding.Status);
        Assert.Contains("proves the change from 0123456, and this one begins at aaa", finding.Reason, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Criteria))]
    public void A_record_of_other_content_is_stale_and_never_a_pass(string criterion)
    {
        var old = Good() with { Components = [Good().Components[0] with { Subject = "sha256:old" }] };
        Assert.Equal(Status.Stale, Edited().Report("proof.json", Text(old), StepKind.Proof, Trust.Recorded, subject: "sha256:old").Of(criterion).Status);
        Assert.Equal(Status.Missing, Edited().Report("proof.json", Text(old), trust: Trust.Asserted, subject: null).Of(criterion).Status);
        Assert.Equal(Status.Error, Edited().Report("proof.json", Text(old), StepKind.Proof, Trust.Recorded).Of(criterion).Status);
    }

    [Fact]
    public void A_record_that_nobody_recorded_is_good_for_a_first_look_only_and_never_outweighs_one_that_was()
    {
        Assert.Equal(Status.Stale, Edited().Report("proof.json", Text(Good()), trust: Trust.Asserted, subject: null).Of("red_green_proven").Status);
        var bad = Good(ProofOutcome.Untested) with { Tests = [] };
        Assert.Equal(Status.Fail, Recorded(bad).Report("other.json", Text(Good()), trust: Trust.Asserted, subject: null).Of("red_green_proven").Status);
        Assert.Equal(Status.Fail, Recorded(bad).Report("other.json", Text(Good()), StepKind.Proof, Trust.Recorded).Of("red_green_proven").Status);
    }

    [Fact]
    public void A_record_of_another_component_is_none()
    {
        var other = Good() with { Components = [Good().Components[0] with { Id = "web" }], Tests = [Proven with { Component = "web" }], Hunks = null, Phases = [] };
        Assert.Equal((Status.Missing, "proof.json is about web, and this is app"), (Recorded(other).Of("red_green_proven").Status, Recorded(other).Of("red_green_proven").Reason));
    }

    [Fact]
    public void Documentation_needs_no_test_where_git_shows_no_code_either()
    {
        var record = Good(ProofOutcome.Documentation) with { Tests = [], Hunks = null };
        var lab = Lab().File("docs/fees.md", "# Fees\n").Edited(Samples.Edit("docs/fees.md", 1, ["# Fees"])).Report("proof.json", Text(record), StepKind.Proof);
        Assert.Equal((Status.NotApplicable, Status.Pass, Status.NotApplicable), (lab.Of("red_green_proven").Status, lab.Of("tests_weakened").Status, lab.Of("hunks_held").Status));
    }

    [Theory, MemberData(nameof(Criteria))]
    public void A_record_that_calls_an_edit_of_code_documentation_is_an_error(string criterion)
    {
        var finding = Recorded(Good(ProofOutcome.Documentation) with { Tests = [], Hunks = null }).Of(criterion);
        Assert.Equal(Status.Error, finding.Status);
        Assert.Contains("git shows that src/Fees.cs did", finding.Reason, StringComparison.Ordinal);
        var test = Lab().Edited(Samples.Edit("tests/FeesTests.cs", 1, ["x"])).Report("proof.json", Text(Good(ProofOutcome.Documentation) with { Tests = [], Hunks = null }), StepKind.Proof);
        Assert.Equal(Status.Error, test.Of(criterion).Status);
    }

    [Theory, MemberData(nameof(Criteria))]
    public void A_proof_that_broke_decides_whatever_a_record_says(string criterion)
    {
        var lab = new Lab
        {
            Configuration = component => component with { Tests = ["tests/**"] },
            Problems = [new EvidenceProblem(new AssayError(CollectionErrors.ToolFailed, "npm ci failed"), "app", StepKind.Proof)],
        }.File("src/Fees.cs", Code).File("tests/FeesTests.cs", Tests).Edited(Samples.Edit("src/Fees.cs", 4, ["    int Of(int amount) => amount / 100;"])).Report("proof.json", Text(Good()), StepKind.Proof);
        Assert.Equal((Status.Error, "npm ci failed"), (lab.Of(criterion).Status, lab.Of(criterion).Reason));
    }

    [Theory, MemberData(nameof(Criteria))]
    public void What_stands_has_no_change_to_prove(string criterion) => Assert.Equal(Status.NotDue, new Lab { Judged = Judged.State }.File("src/Fees.cs", Code).Of(criterion).Status);

    /// <summary>Catches a change that is proven, or a hunk that is held, by nothing but a flaky test.</summary>
    [Theory]
    [InlineData(Phase.CodeCompletion)]
    [InlineData(Phase.Deployment)]
    public void A_test_in_quarantine_proves_nothing_and_holds_nothing(Phase phase)
    {
        var today = DateOnly.FromDateTime(Samples.Noon.UtcDateTime);
        var lab = new Lab { Phase = phase, Configuration = component => component with { Tests = ["tests/**"], Quarantine = [new(Proven.Id, today, "races", "guard", 7)] } }
            .File("src/Fees.cs", Code).File("tests/FeesTests.cs", Tests).Edited(Samples.Edit("src/Fees.cs", 4, ["    int Of(int amount) => amount / 100;"]))
            .Report("junit.xml", "<testsuites><testsuite name=\"s\"><testcase classname=\"FeesTests\" name=\"Fees_are_a_hundredth\"/></testsuite></testsuites>", StepKind.Test);

        var flaky = lab.Report("proof.json", Text(Good()), StepKind.Proof, Trust.Recorded);
        Assert.Equal((Status.Fail, $"only tests in quarantine prove it: {Proven.Id}"), (flaky.Of("red_green_proven").Status, flaky.Of("red_green_proven").Reason));
        Assert.Equal((Status.Fail, "0 % of 1 hunk"), (flaky.Of("hunks_held").Status, flaky.Of("hunks_held").Actual));
    }

    [Fact]
    public void A_test_in_quarantine_beside_another_takes_nothing_from_it()
    {
        var today = DateOnly.FromDateTime(Samples.Noon.UtcDateTime);
        var lab = new Lab { Phase = Phase.CodeCompletion, Configuration = component => component with { Tests = ["tests/**"], Quarantine = [new("FeesTests.Flaky", today, "races", "guard", 7)] } }
            .File("src/Fees.cs", Code).File("tests/FeesTests.cs", Tests).Edited(Samples.Edit("src/Fees.cs", 4, ["    int Of(int amount) => amount / 100;"]))
            .Report("junit.xml", "<testsuites><testsuite name=\"s\"><testcase classname=\"FeesTests\" name=\"Flaky\"/></testsuite></testsuites>", StepKind.Test)
            .Report("proof.json", Text(Good() with { Tests = [Proven with { Id = "FeesTests.Flaky" }, Proven] }), StepKind.Proof, Trust.Recorded);
        Assert.Equal((Status.Pass, Status.Pass), (lab.Of("red_green_proven").Status, lab.Of("hunks_held").Status));
    }

    private static Core.Proofs.Proof Good(ProofOutcome outcome = ProofOutcome.Proven)
    {
        var next = Core.Proofs.Proof.Holds(outcome) ? null : "do this";
        return new("repo", "aaa", "bbb", false, outcome, "because", next, [new ComponentProof("app", "", Subject, outcome, "because", next, 3)], [Proven], [Held], [],
            [new ProofPhase("app", "red", "dotnet test", TimeSpan.FromSeconds(1), 1, false)]);
    }

    private static string Text(Core.Proofs.Proof proof) => ProofFormatsTests.Write(proof, "json");

    private static Lab Lab(Func<MeasureInput, MeasureInput>? input = null) => new Lab { Configuration = component => component with { Tests = ["tests/**"] }, Input = input ?? (same => same) }
        .File("src/Fees.cs", Code).File("tests/FeesTests.cs", Tests);

    private static Lab Edited(params ChangedFile[] more) =>
        more.Aggregate(Lab().Edited(Samples.Edit("src/Fees.cs", 4, ["    int Of(int amount) => amount / 100;"])), (lab, file) => lab.Edited(file));

    private static Lab Recorded(Core.Proofs.Proof proof) => Edited().Report("proof.json", Text(proof), StepKind.Proof, Trust.Recorded);
}
