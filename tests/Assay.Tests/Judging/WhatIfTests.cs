using System.Collections.Immutable;
using Assay.Core.Judging;
using Assay.Core.Quantities;
using Assay.Core.Standards;

namespace Assay.Tests.Judging;

/// <summary>What another standard would change is told from two lists of findings, and nothing of either is lost.</summary>
public sealed class WhatIfTests
{
    private static readonly Standard Production = BuiltInStandards.Load("production")!;

    /// <summary>Catches a status that blocks and is not counted as blocking, and one that blocks on both sides and is called new.</summary>
    [Theory]
    [InlineData(Status.Pass, Status.Fail, true, false)]
    [InlineData(Status.Pass, Status.Missing, true, false)]
    [InlineData(Status.NotDue, Status.Missing, true, false)]
    [InlineData(Status.NotApplicable, Status.Error, true, false)]
    [InlineData(Status.Pass, Status.Undecided, true, false)]
    [InlineData(null, Status.Stale, true, false)]
    [InlineData(Status.Fail, Status.Missing, false, false)]
    [InlineData(null, Status.Pass, false, false)]
    [InlineData(Status.Fail, Status.Pass, false, true)]
    [InlineData(Status.Missing, Status.NotDue, false, true)]
    [InlineData(Status.Undecided, Status.Pass, false, true)]
    [InlineData(Status.Error, null, false, true)]
    [InlineData(Status.Pass, null, false, false)]
    public void Blocking_decides(Status? now, Status? then, bool blocks, bool blocksNoMore)
    {
        var whatIf = Of([Gate("a", now)], [Gate("a", then)]);

        Assert.Equal((blocks, blocksNoMore), (whatIf.Blocks.Any(), whatIf.BlocksNoMore.Any()));
        Assert.All(whatIf.Blocks.Concat(whatIf.BlocksNoMore), one => Assert.Equal(("a", "coverage_lines", now, then), (one.Component, one.Criterion, one.Is, one.WouldBe)));
    }

    /// <summary>Catches components that are taken for each other.</summary>
    [Fact]
    public void Components_are_told_apart()
    {
        var whatIf = Of([Gate("a", Status.Pass), Gate("b", Status.Fail)], [Gate("a", Status.Fail), Gate("b", Status.Pass)]);

        Assert.Equal(("a", "b"), (Assert.Single(whatIf.Blocks).Component, Assert.Single(whatIf.BlocksNoMore).Component));
    }

    /// <summary>Catches a loosening that no outcome shows, because all is well today.</summary>
    [Fact]
    public void Whatever_is_asked_otherwise_is_named_though_nothing_changes_today()
    {
        var criterion = Production.Criteria.Single(one => one.Id == "coverage_lines");
        Assert.Equal(("≥ 90 %", "≥ 50 %"), Asked(criterion with { Requirement = criterion.Requirement with { Bound = new Quantity(50, Unit.Percent) } }));
        Assert.Equal(("≥ 90 %, due at code_completion", "≥ 90 %, due at deployment"), Asked(criterion with { Phase = Phase.Deployment }));
        Assert.Equal(($"≥ 90 %, due from profile {Core.Snake.Case(criterion.Profile)}", "≥ 90 %, due from profile enterprise"), Asked(criterion with { Profile = Profile.Enterprise }));
        Assert.Equal(("≥ 90 %, missing where there is nothing to measure", "≥ 90 %, not applicable where there is nothing to measure"),
            AskedOf((criterion with { WhenEmpty = WhenEmpty.Missing }, criterion with { WhenEmpty = WhenEmpty.NotApplicable })));
        Assert.Equal(("≥ 90 %, bound to tree", "≥ 90 %, bound to age of 30 d"), Asked(criterion with { Binds = new Binding(BindingKind.Age, TimeSpan.FromDays(30)) }));
        Assert.Equal(("≥ 90 %, for every kind", "≥ 90 %, for web"), Asked(criterion with { Kinds = [Core.Components.ComponentKind.Web] }));
        Assert.Equal(("coverage.lines ≥ 90 %", "coverage.branches ≥ 90 %"), Asked(criterion with { Fact = "coverage.branches" }));
        Assert.Equal(("≥ 90 %", null), Bound(Of([Gate("a", Status.Pass)], [Gate("a", null)])));
        Assert.Equal((null, "≥ 90 %"), Bound(Of([Gate("a", null)], [Gate("a", Status.Pass)])));
        Assert.Empty(Of([Gate("a", Status.Pass)], [Gate("a", Status.Fail)]).Bounds);

        (string?, string?) Asked(Criterion other) => AskedOf((criterion, other));
    }

    /// <summary>Catches a standard that asks nothing and would therefore pass.</summary>
    [Fact]
    public void Where_nothing_could_be_judged_it_would_be_blocked() => Assert.Equal(Outcome.Blocked, Of([Gate("a", Status.Pass)], []).Outcome);

    private static (string?, string?) AskedOf((Criterion Now, Criterion Then) criteria) => Bound(Of([Gate("a", Status.Pass, criteria.Now)], [Gate("a", Status.Pass, criteria.Then)]));

    private static (string?, string?) Bound(WhatIf whatIf) => (Assert.Single(whatIf.Bounds).Is, whatIf.Bounds[0].WouldBe);

    private static WhatIf Of(ImmutableArray<GateResult> now, ImmutableArray<GateResult> then) => WhatIf.Of(Production, Profile.Standard, "what stands", now, then, []);

    private static GateResult Gate(string component, Status? status, Criterion? criterion = null) => new("tdd_compliance", component, status ?? Status.NotDue,
        status is { } known ? [new Finding(criterion ?? Production.Criteria.Single(one => one.Id == "coverage_lines"), known, null, "none", "reason", "remedy", [], [])] : []);
}
