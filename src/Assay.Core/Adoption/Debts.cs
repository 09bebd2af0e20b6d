using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Measuring.Coverage;

namespace Assay.Core.Adoption;

/// <summary>Holds what is below the bar against what was agreed.</summary>
/// <param name="lineage">From the tree in which the baseline was last written to the one that is judged.</param>
/// <param name="today">UTC.</param>
/// <param name="atBase">The baseline is that of base: what nothing showed then may be measured now, and head's baseline says what of it is owed.</param>
public sealed class Debts(Baseline baseline, Lineage lineage, DateOnly today, bool atBase)
{
    private readonly List<OwedCriterion> owed = [];

    /// <summary>What is owed, criterion by criterion, once <see cref="Apply"/> has run.</summary>
    public ImmutableArray<OwedCriterion> Owed => [.. owed];

    /// <summary>The gates, with what is owed as <see cref="Status.Owed"/>; of the rest, what is new stands first.</summary>
    public ImmutableArray<GateResult> Apply(ImmutableArray<GateResult> gates, ImmutableArray<Fact> facts)
    {
        var byName = facts.ToDictionary(fact => (fact.Component, fact.Name));
        var held = gates.Select(gate => With(gate, finding => finding.Criterion.Fact == FactNames.ChecklistsHeld ? finding : Held(gate.Component, finding, byName))).ToList();
        var statuses = held.SelectMany(gate => gate.Findings.Select(finding => (Key: (gate.Component, finding.Criterion.Id), finding))).ToLookup(pair => pair.Key, pair => pair.finding.AsIfDue);
        return [.. held.Select(gate => With(gate, finding => finding.Criterion.Fact == FactNames.ChecklistsHeld ? Derived(gate.Component, finding, statuses) : finding))];
    }

    private static GateResult With(GateResult gate, Func<Finding, Finding> change)
    {
        ImmutableArray<Finding> findings = [.. gate.Findings.Select(change)];
        return gate with { Findings = findings, Status = findings.Select(finding => finding.Status).Worst() };
    }

    private Finding Held(string component, Finding finding, Dictionary<(string, string), Fact> facts)
    {
        var status = finding.AsIfDue;
        if (status is not (Status.Fail or Status.Missing)) return finding;
        if (finding.Criterion.Fact == FactNames.CoverageChangedLines) return status == Status.Fail ? Moved(component, finding, facts) : finding;
        if (!Owable.Is(finding.Criterion) || baseline.TermsOf(component, finding.Criterion.Id) is not { } terms) return finding;

        var listed = baseline.Owed.Where(pair => pair.Key.Component == component && pair.Key.Criterion == finding.Criterion.Id).ToDictionary(pair => pair.Key, pair => pair.Value);
        var size = listed.Values.Sum();
        var (kept, fresh) = status == Status.Missing ? Absent(component, finding, listed) : Split(finding.Criterion.Id, facts[(component, finding.Criterion.Fact)], listed);
        var criterion = new OwedCriterion(terms, size, kept, terms.Missed(kept.Values.Sum(), today));
        owed.Add(criterion);
        if (fresh is null) return finding;
        if (atBase && status == Status.Fail && baseline.OwesAll(component, finding.Criterion.Id))
        {
            fresh = [.. ItemsOf(facts[(component, finding.Criterion.Fact)]).Where(item => !lineage.WasThere(item))];
            return fresh.Count == 0 ? Owe(finding, "measured for the first time") : Grown(component, finding, fresh, facts) with { Locations = [.. fresh] };
        }
        if (terms.Problem(today) is { } problem) return finding with { Reason = problem };
        if (fresh.Count > 0)
        {
            return Grown(component, finding, fresh, facts) with
            {
                Reason = $"{(finding.Status == Status.NotDue ? "what is owed may only get less" : finding.Reason)}; {Count(fresh.Count, "is", "are")} new, and {Count(criterion.Count, "is", "are")} owed since {terms.Agreed:O}",
                Locations = [.. fresh],
            };
        }
        if (criterion.Missed is { } missed)
            return finding with { Reason = $"{Count(criterion.Count, "is", "are")} owed, and after {missed.By:O} it was to be {Most(missed)}" };
        return Owe(finding, $"{(kept.Keys.Any(key => key.What == DebtKey.Absent) ? "not shown yet" : $"{Count(criterion.Count, "is", "are")} owed")} since {terms.Agreed:O}{Next(terms, criterion.Count)}");
    }

    /// <summary>
    /// Lines that tests reached, or that were no code, and that no test reaches now: where lines are owed they are debt that grew, whatever the profile asks. Those that the
    /// change wrote are asked for by themselves.
    /// </summary>
    private static Finding Grown(string component, Finding finding, List<Location> fresh, Dictionary<(string, string), Fact> facts)
    {
        if (finding.Status != Status.NotDue || finding.Criterion.Fact != FactNames.CoverageLines) return finding;
        var written = facts.TryGetValue((component, FactNames.CoverageChangedLines), out var changed) ? changed.Items.Select(item => (item.File, item.Line)).ToHashSet() : [];
        return fresh.TrueForAll(item => written.Contains((item.File, item.Line))) ? finding : finding with { Status = Status.Fail, WouldBe = null };
    }

    /// <summary>Code that moved takes its debt along, where nothing else is uncovered than what is owed: a copy would take it along twice.</summary>
    private Finding Moved(string component, Finding finding, Dictionary<(string, string), Fact> facts)
    {
        if (!facts.TryGetValue((component, FactNames.CoverageLines), out var all) || all.State != FactState.Measured) return finding;
        foreach (var terms in baseline.Terms.Where(terms => terms.Component == component && terms.Problem(today) is null))
        {
            var listed = baseline.Owed.Where(pair => pair.Key.Component == component && pair.Key.Criterion == terms.Criterion && pair.Key.What == "line").ToDictionary(pair => pair.Key, pair => pair.Value);
            if (listed.Count == 0 || Split(terms.Criterion, all, listed).Fresh.Count > 0) continue;
            var changed = facts[(component, finding.Criterion.Fact)];
            // Heads of functions are in no baseline: they have to have been there, as they are.
            var heads = changed.Items.Where(item => item.Note == FileLines.Head).ToList();
            var (kept, fresh) = Split(terms.Criterion, changed with { Items = [.. changed.Items.Except(heads)] }, listed);
            if (fresh.Count == 0 && kept.Count > 0 && heads.TrueForAll(lineage.WasThere)) return Owe(finding, $"{Count(kept.Values.Sum(), "line", "lines")} moved here as they were, with what they owe");
        }
        return finding;
    }

    /// <summary>A standard's checklist owes what its criteria owe.</summary>
    private static Finding Derived(string component, Finding finding, ILookup<(string, string), Status> statuses)
    {
        if (finding.AsIfDue != Status.Fail || finding.Locations.IsEmpty) return finding;
        var by = finding.Locations.Select(place => place.Note?.Split(' ')[0] ?? "").ToList();
        return by.TrueForAll(id => statuses[(component, id)].Any() && statuses[(component, id)].All(status => status == Status.Owed))
            ? Owe(finding, $"{finding.Reason}, all of which is owed")
            : finding;
    }

    private (ImmutableDictionary<DebtKey, int> Kept, List<Location>? Fresh) Absent(string component, Finding finding, Dictionary<DebtKey, int> listed)
    {
        var absent = DebtKey.NotShown(component, finding.Criterion.Id);
        return listed.ContainsKey(absent)
            ? (ImmutableDictionary<DebtKey, int>.Empty.Add(absent, 1), [])
            : (ImmutableDictionary.CreateRange(listed), null);
    }

    /// <summary>What is owed, by what it is now, and what is new.</summary>
    private (ImmutableDictionary<DebtKey, int> Kept, List<Location> Fresh) Split(string criterion, Fact fact, Dictionary<DebtKey, int> listed)
    {
        var left = new Dictionary<DebtKey, int>(listed);
        var kept = ImmutableDictionary.CreateBuilder<DebtKey, int>();
        var fresh = new List<Location>();
        foreach (var item in ItemsOf(fact))
        {
            if (DebtKeys.Agreed(criterion, fact, item, lineage) is { } key && left.TryGetValue(key, out var count) && count > 0)
            {
                left[key] = count - 1;
                var now = DebtKeys.Judged(criterion, fact, item, lineage);
                kept[now] = kept.GetValueOrDefault(now) + 1;
            }
            else fresh.Add(item.Note is "line" or "branch" or "handler" ? item with { Note = "not reached, and not in the baseline" } : item);
        }
        return (kept.ToImmutable(), fresh);
    }

    /// <summary>What fails without naming a place is one thing.</summary>
    internal static ImmutableArray<Location> ItemsOf(Fact fact) => fact.Items.IsEmpty ? [new Location("", Note: DebtKey.Fails)] : fact.Items;

    private static Finding Owe(Finding finding, string reason) => finding.Status == Status.NotDue
        ? finding with { WouldBe = Status.Owed }
        : finding with { Status = Status.Owed, Reason = reason };

    private static string Next(Terms terms, int count) => terms.Next(count) is { } next
        ? $"; {Most(next)} after {next.By:O}"
        : "";

    private static string Most(Milestone milestone) => milestone.AtMost == 0 ? "none" : $"at most {milestone.AtMost.ToString(CultureInfo.InvariantCulture)}";

    private static string Count(int count, string one, string many) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";
}
