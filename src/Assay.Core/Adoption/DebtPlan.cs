using System.Collections.Immutable;

namespace Assay.Core.Adoption;

/// <summary>A file with debt: what it costs to pay, and what that buys.</summary>
/// <param name="Owed">How many things, by criterion, most first.</param>
/// <param name="Edits">Commits that touched it in the last <see cref="DebtPlan.Days"/> days: where people work, debt costs most.</param>
public sealed record PlannedFile(string File, ImmutableArray<(string Criterion, int Count)> Owed, int Edits)
{
    public int Count => Owed.Sum(each => each.Count);
}

/// <summary>Where to start paying debt.</summary>
/// <param name="Files">Those that are edited most for what they owe first.</param>
/// <param name="NotShown">Criteria that nothing showed yet; each is paid by one document or tool.</param>
/// <param name="Total">How many things are owed in all.</param>
public sealed record DebtPlan(ImmutableArray<PlannedFile> Files, ImmutableArray<string> NotShown, int Total)
{
    /// <summary>How far back edits are counted, in days.</summary>
    public const int Days = 90;

    /// <param name="edits">Commits by file in the last <see cref="Days"/> days.</param>
    public static DebtPlan Of(Baseline baseline, IReadOnlyDictionary<string, int> edits) => new(
        [
            .. baseline.Owed.Where(pair => pair.Key.What != DebtKey.Absent).GroupBy(pair => pair.Key.File, StringComparer.Ordinal)
                .Select(group => new PlannedFile(group.Key,
                    [.. group.GroupBy(pair => pair.Key.Criterion, StringComparer.Ordinal).Select(each => (each.Key, each.Sum(pair => pair.Value))).OrderByDescending(each => each.Item2).ThenBy(each => each.Key, StringComparer.Ordinal)],
                    edits.GetValueOrDefault(group.Key)))
                .OrderByDescending(file => (double)file.Edits / file.Count).ThenByDescending(file => file.Count).ThenBy(file => file.File, StringComparer.Ordinal),
        ],
        [.. baseline.Owed.Keys.Where(key => key.What == DebtKey.Absent).Select(key => key.Criterion).Distinct().Order(StringComparer.Ordinal)],
        baseline.Owed.Values.Sum());
}
