using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Quantities;
using Assay.Core.Standards;
using static Assay.Tests.Support.Samples;

namespace Assay.Tests.Judging;

/// <summary>What was not shown is not passed: every way a criterion can come out.</summary>
public sealed class JudgeTests
{
    [Fact]
    public void A_value_that_keeps_its_bound_passes() => Assert.Equal(Status.Pass, Only(Input(Standard(Criterion()), Lines(90))).Status);

    [Fact]
    public void A_value_below_its_bound_fails_and_says_what_it_needs()
    {
        var finding = Only(Input(Standard(Criterion()), Lines(89.99m)));
        Assert.Equal((Status.Fail, "89.9 %, needs ≥ 90 %"), (finding.Status, finding.Reason));
    }

    [Fact]
    public void A_criterion_without_a_fact_is_missing() => Assert.Equal(Status.Missing, Only(Input(Standard(Criterion()))).Status);

    [Fact]
    public void A_fact_of_another_component_does_not_count() =>
        Assert.Equal(Status.Missing, Only(Input(Standard(Criterion()), Lines(100) with { Component = "other" })).Status);

    [Fact]
    public void A_value_in_another_unit_never_holds() =>
        Assert.Equal(Status.Fail, Only(Input(Standard(Criterion()), Lines(90) with { Value = Quantity.Count(900) })).Status);

    [Theory]
    [InlineData(FactState.Missing, Status.Missing)]
    [InlineData(FactState.Error, Status.Error)]
    [InlineData(FactState.Empty, Status.Missing)]
    public void What_could_not_be_measured_blocks(FactState state, Status expected)
    {
        var fact = new Fact(FactNames.CoverageLines, "app", state, Reason: "because");
        var finding = Only(Input(Standard(Criterion()), fact));
        Assert.Equal((expected, "because"), (finding.Status, finding.Reason));
        Assert.True(finding.Status.Blocks());
    }

    [Fact]
    public void An_empty_domain_is_not_applicable_only_where_the_standard_says_so() =>
        Assert.Equal(Status.NotApplicable, Only(Input(Standard(Criterion(whenEmpty: WhenEmpty.NotApplicable), Always()),
            new Fact(FactNames.CoverageLines, "app", FactState.Empty), Tests())).Status);

    [Theory]
    [InlineData(ComponentKind.Library, ComponentKind.Library, Status.NotApplicable)]
    [InlineData(ComponentKind.Library, ComponentKind.Service, Status.Missing)] // declared a library, looks like a service
    [InlineData(ComponentKind.Library, null, Status.Missing)]                   // detection cannot tell: no agreement
    [InlineData(null, ComponentKind.Library, Status.Missing)]                   // nobody declared it
    public void A_kind_sets_a_criterion_aside_only_where_declaration_and_detection_agree(ComponentKind? declared, ComponentKind? detected, Status expected)
    {
        var input = Input(Standard(Criterion(kinds: ComponentKind.Service), Always()), Tests()) with { Components = [Component(declared: declared, detected: detected)] };
        Assert.Equal(expected, Only(input).Status);
    }

    [Fact]
    public void Evidence_of_other_content_is_stale_even_where_its_value_would_pass() =>
        Assert.Equal(Status.Stale, Only(Input(Standard(Criterion()), Lines(100)) with { Evidence = [Report(subject: "sha256:before")] }).Status);

    [Theory]
    [InlineData(Profile.Standard, Phase.CodeCompletion, Status.Pass)]
    [InlineData(Profile.Enterprise, Phase.CodeCompletion, Status.Stale)]
    [InlineData(Profile.Standard, Phase.Deployment, Status.Stale)]
    public void Asserted_evidence_is_good_for_a_first_look_only(Profile profile, Phase phase, Status expected) =>
        Assert.Equal(expected, Only(Input(Standard(Criterion()), Lines(100)) with { Profile = profile, Phase = phase, Evidence = [Report(subject: null)] }).Status);

    [Fact]
    public void A_fact_whose_evidence_is_not_there_is_an_error() =>
        Assert.Equal(Status.Error, Only(Input(Standard(Criterion()), Lines(100, "sha256:elsewhere"))).Status);

    [Fact]
    public void Evidence_from_the_future_is_an_error() =>
        Assert.Equal(Status.Error, Only(Input(Standard(Criterion()), Lines(100)) with { Evidence = [Report(producedAt: Noon.AddHours(1))] }).Status);

    [Theory]
    [InlineData(89, Status.Pass)]
    [InlineData(91, Status.Stale)]
    public void Evidence_bound_by_age_goes_stale(int days, Status expected) => Assert.Equal(expected, Only(
        Input(Standard(Criterion(binds: new Binding(BindingKind.Age, TimeSpan.FromDays(90)))), Lines(100)) with { Evidence = [Report(producedAt: Noon.AddDays(-days))] }).Status);

    [Fact]
    public void A_later_phase_or_higher_profile_is_not_due_and_shows_what_it_would_be()
    {
        var input = Input(Standard(Criterion(phase: Phase.Deployment), Always()), Lines(10), Tests());
        var finding = Only(input);
        Assert.Equal((Status.NotDue, Status.Fail), (finding.Status, finding.WouldBe));
        Assert.Equal(Status.NotDue, Only(input with { Standard = Standard(Criterion(profile: Profile.Enterprise), Always()) }).Status);
    }

    [Fact]
    public void What_is_about_a_change_is_not_due_where_a_state_is_judged() =>
        Assert.Equal(Status.NotDue, Only(Input(Standard(Criterion(fact: FactNames.CoverageChangedLines), Always()), Tests()) with { Judged = Judged.State }).Status);

    [Fact]
    public void A_standard_of_which_nothing_is_due_is_an_error()
    {
        var failure = Assert.Throws<AssayException>(() => Judge.Gates(Input(Standard(Criterion(phase: Phase.Deployment)), Lines(100))));
        Assert.Equal(StandardErrors.NothingDue, Assert.Single(failure.Errors).Kind);
    }

    [Fact]
    public void No_verdict_passes_on_criteria_that_do_not_apply_alone()
    {
        var gates = Judge.Gates(Input(Standard(Criterion(whenEmpty: WhenEmpty.NotApplicable)), new Fact(FactNames.CoverageLines, "app", FactState.Empty)));
        Assert.Equal(Outcome.Blocked, Judge.Outcome(gates));
    }

    [Fact]
    public void The_worst_finding_decides_the_gate()
    {
        var gate = Assert.Single(Judge.Gates(Input(Standard(Always(), Criterion()), Tests(), Lines(10))));
        Assert.Equal(Status.Fail, gate.Status);
        Assert.Equal(Outcome.Blocked, Judge.Outcome([gate]));
    }

    [Fact]
    public void The_same_input_gives_the_same_findings()
    {
        var input = Input(Standard(Criterion()), Lines(95));
        Assert.Equivalent(Judge.Gates(input), Judge.Gates(input), strict: true);
    }

    private static Criterion Always() => Criterion("tests_run", FactNames.TestsRun, new Requirement(Comparison.AtLeast, Quantity.Count(1)));

    private static Fact Tests() => new(FactNames.TestsRun, "app", FactState.Measured, Quantity.Count(3));

    private static Finding Only(JudgementInput input) => Judge.Gates(input)[0].Findings[0];
}
