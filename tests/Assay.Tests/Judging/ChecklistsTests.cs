using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Quantities;
using Assay.Core.Standards;
using Assay.Tests.Support;
using static Assay.Tests.Support.Samples;

namespace Assay.Tests.Judging;

/// <summary>The five checklists follow from other criteria and name the one that breaks them.</summary>
public sealed class ChecklistsTests
{
    [Fact, Shows("checklists", Status.Pass)]
    public void All_hold_where_each_criterion_holds_or_does_not_apply() => Assert.Equal(Status.Pass, Of(Fact("a", 1), Fact("b", 1)).Status);

    [Fact, Shows("checklists", Status.Fail)]
    public void A_failing_criterion_breaks_its_list_and_is_named()
    {
        var finding = Of(Fact("a", 1), Fact("b", 0));
        Assert.Equal((Status.Fail, "broken: second by b"), (finding.Status, finding.Reason));
        Assert.Equal("b fail", Assert.Single(finding.Locations).Note);
    }

    [Fact, Shows("checklists", Status.Missing)]
    public void A_criterion_that_nothing_shows_breaks_its_list()
    {
        var finding = Of(Fact("a", 1));
        Assert.Equal((Status.Fail, "b missing"), (finding.Status, Assert.Single(finding.Locations).Note));
    }

    [Fact]
    public void A_criterion_that_is_not_due_yet_breaks_its_list_as_if_it_were()
    {
        var finding = Of(Phase.CodeCompletion, Fact("a", 1), Fact("b", 0));
        Assert.Equal((Status.NotDue, Status.Fail), (finding.Status, finding.WouldBe));
    }

    [Fact]
    public void The_built_in_standard_has_the_five_lists() =>
        Assert.Equal(["functional", "performance", "security", "usability", "technical"], BuiltInStandards.Load("production")!.Checklists.Select(list => list.Id));

    private static Finding Of(params Fact[] facts) => Of(Phase.Deployment, facts);

    private static Finding Of(Phase phase, params Fact[] facts)
    {
        Requirement one = new(Comparison.AtLeast, Quantity.Count(1)), two = new(Comparison.AtLeast, Quantity.Count(2));
        var standard = Standard(Criterion("a", FactNames.TestsRun, one), Criterion("b", FactNames.SbomPackages, one, Phase.Deployment),
            Criterion("lists", FactNames.ChecklistsHeld, two, Phase.Deployment)) with { Checklists = [new Checklist("first", ["a"]), new Checklist("second", ["b"])] };
        return Judge.Gates(Input(standard, facts) with { Phase = phase }).Single().Findings.Single(finding => finding.Criterion.Id == "lists");
    }

    private static Fact Fact(string criterion, int value) =>
        new(criterion == "a" ? FactNames.TestsRun : FactNames.SbomPackages, "app", FactState.Measured, Quantity.Count(value));
}
