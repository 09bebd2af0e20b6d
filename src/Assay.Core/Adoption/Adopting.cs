using System.Collections.Immutable;
using Assay.Core.Facts;
using Assay.Core.Judging;

namespace Assay.Core.Adoption;

/// <summary>Writes down what stands below the bar, and later only what of it is left.</summary>
public static class Adopting
{
    /// <summary>Everything below the bar that may be owed: half of it until the middle of the time, nothing after its end.</summary>
    /// <param name="today">UTC.</param>
    /// <param name="until">The last day (UTC) on which anything may be owed.</param>
    public static Baseline Of(ImmutableArray<GateResult> gates, ImmutableArray<Fact> facts, Lineage lineage, DateOnly today, DateOnly until)
    {
        var byName = facts.ToDictionary(fact => (fact.Component, fact.Name));
        var owed = ImmutableDictionary.CreateBuilder<DebtKey, int>();
        var terms = ImmutableArray.CreateBuilder<Terms>();
        foreach (var gate in gates)
        {
            foreach (var finding in gate.Findings.Where(finding => Owable.Is(finding.Criterion) && finding.Criterion.Fact != FactNames.ChecklistsHeld))
            {
                var keys = finding.AsIfDue switch
                {
                    Status.Missing => [DebtKey.NotShown(gate.Component, finding.Criterion.Id)],
                    Status.Fail => Keys(finding.Criterion.Id, byName[(gate.Component, finding.Criterion.Fact)], lineage),
                    _ => ImmutableArray<DebtKey>.Empty,
                };
                if (keys.IsEmpty) continue;
                foreach (var key in keys) owed[key] = owed.GetValueOrDefault(key) + 1;
                terms.Add(new Terms(gate.Component, finding.Criterion.Id, today, keys.Length, Milestones(keys.Length, today, until)));
            }
        }
        return new Baseline(owed.ToImmutable(), [.. terms.OrderBy(each => each.Component, StringComparer.Ordinal).ThenBy(each => each.Criterion, StringComparer.Ordinal)]);
    }

    /// <summary>What is left of a baseline: what was mended goes, what moved is named anew, and what could not be measured stays.</summary>
    /// <param name="gates">With what is owed, as <see cref="Debts"/> left them.</param>
    public static Baseline Tightened(Baseline baseline, ImmutableArray<GateResult> gates, ImmutableArray<OwedCriterion> owed)
    {
        var findings = gates.SelectMany(gate => gate.Findings.Select(finding => (gate.Component, finding))).ToLookup(pair => (pair.Component, pair.finding.Criterion.Id), pair => pair.finding.AsIfDue);
        var standing = owed.ToDictionary(each => (each.Terms.Component, each.Terms.Criterion));
        var left = baseline.Owed.Where(pair => Unmeasured(pair.Key)).Concat(standing.Values.SelectMany(each => each.Owed.Where(pair => !Unmeasured(pair.Key)))).ToImmutableDictionary();
        return new Baseline(left, [.. baseline.Terms.Where(terms => left.Keys.Any(key => key.Component == terms.Component && key.Criterion == terms.Criterion))]);

        bool Unmeasured(DebtKey key) => !findings[(key.Component, key.Criterion)].Any()
            || findings[(key.Component, key.Criterion)].Any(status => status is Status.Stale or Status.Error or Status.Undecided || (status == Status.Missing && key.What != DebtKey.Absent));
    }

    private static ImmutableArray<DebtKey> Keys(string criterion, Fact fact, Lineage lineage) => [.. Debts.ItemsOf(fact).Select(item => DebtKeys.Judged(criterion, fact, item, lineage))];

    private static ImmutableArray<Milestone> Milestones(int size, DateOnly today, DateOnly until) => size == 1
        ? [new(until, 0)]
        : [new(today.AddDays((until.DayNumber - today.DayNumber) / 2), size / 2), new(until, 0)];
}
