using Assay.Core.Judging;
using Assay.Core.Quantities;
using Assay.Core.Standards;
using static Assay.Tests.Support.Samples;

namespace Assay.Tests.Judging;

/// <summary>A change cannot loosen what it is judged by.</summary>
public sealed class BothRulesTests
{
    [Fact]
    public void A_bound_that_the_change_lowers_still_holds_as_it_was()
    {
        var head = Judge.Gates(Input(Standard(Criterion(requirement: AtLeast(50))), Lines(60)));
        var atBase = Judge.Gates(Input(Standard(Criterion()), Lines(60)));
        var finding = BothRules.Worse(head, atBase)[0].Findings[0];
        Assert.Equal(Status.Fail, finding.Status);
        Assert.StartsWith("by the rules at base", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_criterion_that_the_change_drops_is_still_judged()
    {
        var head = Judge.Gates(Input(Standard(Criterion("other")), Lines(100)));
        var atBase = Judge.Gates(Input(Standard(Criterion("other"), Criterion("dropped", requirement: AtLeast(101))), Lines(100)));
        var gate = BothRules.Worse(head, atBase)[0];
        Assert.Equal((Status.Fail, 2), (gate.Status, gate.Findings.Length));
    }

    [Fact]
    public void A_bound_that_the_change_raises_holds_at_once()
    {
        var head = Judge.Gates(Input(Standard(Criterion()), Lines(60)));
        var atBase = Judge.Gates(Input(Standard(Criterion(requirement: AtLeast(50))), Lines(60)));
        Assert.Equal(Status.Fail, BothRules.Worse(head, atBase)[0].Status);
    }

    private static Requirement AtLeast(decimal percent) => new(Comparison.AtLeast, new Quantity(percent, Unit.Percent));
}
