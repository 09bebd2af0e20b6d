using System.Collections.Immutable;

namespace Assay.Core.Adoption;

/// <summary>The debt of one criterion in one verdict.</summary>
/// <param name="Terms">What was agreed.</param>
/// <param name="Listed">How many things its baseline lists.</param>
/// <param name="Owed">How many of them still stand, by what they are now.</param>
/// <param name="Missed">The milestone that was missed; null for none.</param>
public sealed record OwedCriterion(Terms Terms, int Listed, ImmutableDictionary<DebtKey, int> Owed, Milestone? Missed)
{
    /// <summary>How many things still stand.</summary>
    public int Count => Owed.Values.Sum();

    /// <summary>Where they are: file, and how many lie in it; ordered by path.</summary>
    public IEnumerable<(string File, int Count)> Files => Owed.GroupBy(pair => pair.Key.File, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Sum(pair => pair.Value))).OrderBy(file => file.Key, StringComparer.Ordinal);
}
