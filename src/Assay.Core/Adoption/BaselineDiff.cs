using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Rules;

namespace Assay.Core.Adoption;

/// <summary>What a change makes larger in the baseline: further debt, more of it, or more time for it.</summary>
public static class BaselineDiff
{
    /// <param name="before">The baseline at base; empty where there was none.</param>
    /// <param name="carried">What of it still stands, by what it is now: code that moved is named anew, and that is no new debt.</param>
    /// <param name="path">Where the baseline lies.</param>
    public static ImmutableArray<Weakening> Loosened(Baseline before, Baseline after, IReadOnlyDictionary<DebtKey, int> carried, string path)
    {
        if (before.Owed.IsEmpty && before.Terms.IsEmpty && !after.Owed.IsEmpty)
            return [Rule($"a baseline is agreed: {Count(after.Owed.Values.Sum())} things below the bar in {Count(after.Terms.Length)} criteria")];
        var weakened = ImmutableArray.CreateBuilder<Weakening>();
        foreach (var criterion in after.Owed.GroupBy(pair => (pair.Key.Component, pair.Key.Criterion)).OrderBy(group => group.Key))
        {
            var (component, id) = criterion.Key;
            if (before.OwesAll(component, id)) continue;
            var more = criterion.Where(pair => pair.Value > Math.Max(before.Owed.GetValueOrDefault(pair.Key), carried.GetValueOrDefault(pair.Key))).ToList();
            if (more.Count > 0) weakened.Add(Rule($"{id} of {component} owes what was not agreed: {Shown(more[0].Key)}{(more.Count == 1 ? "" : $" and {Count(more.Count - 1)} more")}"));
            var size = criterion.Sum(pair => pair.Value);
            var agreed = before.Owed.Where(pair => pair.Key.Component == component && pair.Key.Criterion == id).Sum(pair => pair.Value);
            if (more.Count == 0 && size > agreed) weakened.Add(Rule($"{id} of {component} owes {Count(size)} instead of {Count(agreed)}"));
        }
        foreach (var terms in after.Terms)
        {
            if (before.TermsOf(terms.Component, terms.Criterion) is not { } was) continue;
            if (terms.Agreed > was.Agreed || terms.Size > was.Size)
                weakened.Add(Rule($"{terms.Criterion} of {terms.Component} is agreed anew: {Count(terms.Size)} on {terms.Agreed:O} instead of {Count(was.Size)} on {was.Agreed:O}"));
            weakened.AddRange(was.Milestones.Where(old => !terms.Milestones.Any(now => now.By <= old.By && now.AtMost <= old.AtMost))
                .Select(old => Rule($"{terms.Criterion} of {terms.Component} no longer has its milestone: at most {Count(old.AtMost)} after {old.By:O}")));
        }
        return weakened.ToImmutable();

        Weakening Rule(string what) => new(WeakeningSource.Rule, what, new Location(path));
    }

    private static string Shown(DebtKey key) => string.Join(", ", new[] { key.File, key.Symbol, key.What }.Where(part => part.Length > 0));

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
