using System.Collections.Immutable;
using Assay.Core.Standards;

namespace Assay.Core.Judging;

/// <summary>What another standard would change: the same evidence, measured and judged by it on both sides of the change, as if it had stood there before.</summary>
/// <param name="Standard">The other standard.</param>
/// <param name="Profile">The profile that it would choose.</param>
/// <param name="Outcome">The verdict that it would give.</param>
/// <param name="Blocks">Criteria that would block and do not now.</param>
/// <param name="BlocksNoMore">Criteria that block now and would not.</param>
/// <param name="Bounds">Criteria that would ask something else, whatever their outcome.</param>
/// <param name="Misfits">What of assay.yaml does not fit it and has to be changed with it.</param>
public sealed record WhatIf(
    Standard Standard, Profile Profile, string ProfileReason, Outcome Outcome, ImmutableArray<WhatIfCriterion> Blocks, ImmutableArray<WhatIfCriterion> BlocksNoMore,
    ImmutableArray<WhatIfBound> Bounds, ImmutableArray<string> Misfits)
{
    /// <summary>Compares the findings of the verdict with those by the other standard, component by component in their order.</summary>
    public static WhatIf Of(Standard standard, Profile profile, string profileReason, ImmutableArray<GateResult> now, ImmutableArray<GateResult> then, ImmutableArray<string> misfits)
    {
        var pairs = Pairs(now, then).ToList();
        return new WhatIf(standard, profile, profileReason, Judge.Outcome(then),
            [.. pairs.Where(pair => Blocks(pair.Then) && !Blocks(pair.Now)).Select(Criterion)],
            [.. pairs.Where(pair => Blocks(pair.Now) && !Blocks(pair.Then)).Select(Criterion)],
            [.. pairs.Select(Bound).OfType<WhatIfBound>()], misfits);

        static bool Blocks(Finding? finding) => finding?.Status.Blocks() == true;
    }

    private static IEnumerable<Pair> Pairs(ImmutableArray<GateResult> now, ImmutableArray<GateResult> then)
    {
        var left = Findings(now).ToDictionary(one => (one.Component, one.Finding.Criterion.Id));
        foreach (var (component, gate, finding) in Findings(then))
            yield return new Pair(component, gate, left.Remove((component, finding.Criterion.Id), out var before) ? before.Finding : null, finding);
        foreach (var (component, gate, finding) in Findings(now).Where(one => left.ContainsKey((one.Component, one.Finding.Criterion.Id))))
            yield return new Pair(component, gate, finding, null);
    }

    private static IEnumerable<(string Component, string Gate, Finding Finding)> Findings(ImmutableArray<GateResult> gates) =>
        gates.SelectMany(gate => gate.Findings, (gate, finding) => (gate.Component, gate.Gate, finding));

    private static WhatIfCriterion Criterion(Pair pair) =>
        new(pair.Component, pair.Gate, pair.Id, pair.Now?.Status, pair.Then?.Status, pair.Then?.Reason ?? "it is not asked");

    private static WhatIfBound? Bound(Pair pair)
    {
        var (now, then) = (Asks(pair.Now, pair.Then), Asks(pair.Then, pair.Now));
        return now == then ? null : new WhatIfBound(pair.Component, pair.Gate, pair.Id, now, then);
    }

    /// <summary>What a criterion asks, with what else differs from the other; null where it is not asked.</summary>
    private static string? Asks(Finding? finding, Finding? other)
    {
        if (finding?.Criterion is not { } criterion) return null;
        var text = criterion.Requirement.ToString();
        if (other?.Criterion is not { } against) return text;
        if (criterion.Fact != against.Fact) text = $"{criterion.Fact} {text}";
        if (criterion.Phase != against.Phase) text += $", due at {Snake.Case(criterion.Phase)}";
        if (criterion.Profile != against.Profile) text += $", due from profile {Snake.Case(criterion.Profile)}";
        if (criterion.Binds != against.Binds) text += $", bound to {Snake.Case(criterion.Binds.Kind)}{(criterion.Binds.MaxAge is { } age ? $" of {age.TotalDays:0} d" : "")}";
        if (criterion.InheritedWithin != against.InheritedWithin) text += criterion.InheritedWithin is { } within ? $", {within.TotalDays:0} d for what was there before" : ", at once for what was there before";
        if (criterion.WhenEmpty != against.WhenEmpty) text += $", {Snake.Case(criterion.WhenEmpty).Replace('_', ' ')} where there is nothing to measure";
        if (!criterion.Kinds.SequenceEqual(against.Kinds)) text += criterion.Kinds.IsEmpty ? ", for every kind" : $", for {string.Join(", ", criterion.Kinds.Select(kind => Snake.Case(kind)))}";
        return text;
    }

    private sealed record Pair(string Component, string Gate, Finding? Now, Finding? Then)
    {
        public string Id => (Then ?? Now)!.Criterion.Id;
    }
}

/// <summary>A criterion whose outcome would let something through that it stops now, or stop what it lets through.</summary>
/// <param name="Is">Its status now; null where it is not asked.</param>
/// <param name="WouldBe">Its status by the other standard; null where that does not ask it.</param>
/// <param name="Reason">Why, by the other standard.</param>
public sealed record WhatIfCriterion(string Component, string Gate, string Criterion, Status? Is, Status? WouldBe, string Reason);

/// <summary>What a criterion asks now and would ask, e.g. <c>≥ 90 %</c> and <c>≥ 95 %</c>; null where it is not asked.</summary>
public sealed record WhatIfBound(string Component, string Gate, string Criterion, string? Is, string? WouldBe);
