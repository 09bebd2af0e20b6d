using Assay.Core.Standards;

namespace Assay.Core.Rules;

/// <summary>What a standard demands less than another.</summary>
public static class StandardDiff
{
    /// <summary>Each in words, e.g. <c>tests_run: needs ≥ 1 instead of ≥ 10</c>; none for the same standard.</summary>
    public static IEnumerable<string> Loosened(Standard atBase, Standard head)
    {
        if (atBase.Digest == head.Digest) yield break;
        var criteria = head.Criteria.ToDictionary(criterion => criterion.Id);
        foreach (var before in atBase.Criteria)
        {
            if (!criteria.TryGetValue(before.Id, out var after)) yield return $"drops {before.Id}";
            else foreach (var what in Of(before, after)) yield return $"{before.Id}: {what}";
        }
        foreach (var before in atBase.Checklists)
        {
            foreach (var id in before.Criteria.Except(head.Checklists.FirstOrDefault(list => list.Id == before.Id)?.Criteria ?? [])) yield return $"takes {id} off the checklist {before.Id}";
        }
        if (head.Routing.StandardFrom > atBase.Routing.StandardFrom || head.Routing.EnterpriseFrom > atBase.Routing.EnterpriseFrom)
            yield return "raises the number of files from which a profile is due";
        foreach (var glob in atBase.Routing.Sensitive.Except(head.Routing.Sensitive)) yield return $"no longer calls {glob} sensitive";
    }

    private static IEnumerable<string> Of(Criterion before, Criterion after)
    {
        if (before.Fact != after.Fact) yield return $"asks {after.Fact} instead of {before.Fact}";
        if (Looser(before.Requirement, after.Requirement)) yield return $"needs {after.Requirement} instead of {before.Requirement}";
        if (after.Phase > before.Phase) yield return $"is due only at {Snake.Case(after.Phase)}";
        if (after.Profile > before.Profile) yield return $"is due only from profile {Snake.Case(after.Profile)}";
        if (after.WhenEmpty == WhenEmpty.NotApplicable && before.WhenEmpty == WhenEmpty.Missing) yield return "no longer applies where there is nothing to measure";
        if (after.InheritedWithin is { } longer && !(before.InheritedWithin >= longer)) yield return $"gives {longer.TotalDays:0} days to what was there before";
        if (before.Binds != after.Binds) yield return "binds its evidence differently";
        if (!after.Kinds.IsEmpty && (before.Kinds.IsEmpty || before.Kinds.Except(after.Kinds).Any())) yield return "applies to fewer kinds of component";
    }

    /// <summary>A bound of another shape cannot be compared and counts as looser.</summary>
    public static bool Looser(Requirement before, Requirement after) => before.Comparison != after.Comparison || before.Bound.Unit != after.Bound.Unit
        || before.Comparison switch
        {
            Comparison.AtLeast => after.Bound.Value < before.Bound.Value,
            Comparison.Is => after.Bound.Value != before.Bound.Value,
            _ => after.Bound.Value > before.Bound.Value,
        };
}
