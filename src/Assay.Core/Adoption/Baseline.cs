using System.Collections.Immutable;

namespace Assay.Core.Adoption;

/// <summary>What a repository was allowed to owe when it adopted its standard. It only gets smaller.</summary>
/// <param name="Owed">How often each thing is owed.</param>
/// <param name="Terms">What was agreed for each criterion that owes, ordered by component and criterion.</param>
public sealed record Baseline(ImmutableDictionary<DebtKey, int> Owed, ImmutableArray<Terms> Terms)
{
    /// <summary>The name of its file.</summary>
    public const string FileName = "assay.baseline";

    /// <summary>Nothing is owed.</summary>
    public static Baseline Empty { get; } = new(ImmutableDictionary<DebtKey, int>.Empty, []);

    /// <summary>The same debt with other names for the components: the file calls them by their folder, which every clone has alike.</summary>
    public Baseline WithComponents(Func<string, string> name) => new(
        Owed.ToImmutableDictionary(pair => pair.Key with { Component = name(pair.Key.Component) }, pair => pair.Value),
        [.. Terms.Select(terms => terms with { Component = name(terms.Component) }).OrderBy(terms => terms.Component, StringComparer.Ordinal).ThenBy(terms => terms.Criterion, StringComparer.Ordinal)]);

    /// <summary>The terms of a criterion; null where it owes nothing.</summary>
    public Terms? TermsOf(string component, string criterion) =>
        Terms.FirstOrDefault(terms => terms.Component == component && terms.Criterion == criterion);

    /// <summary>Whether everything of the criterion is owed, because nothing showed it yet.</summary>
    public bool OwesAll(string component, string criterion) => Owed.ContainsKey(DebtKey.NotShown(component, criterion));
}

/// <summary>What was agreed for one criterion of one component.</summary>
/// <param name="Agreed">The day (UTC) on which it was written down.</param>
/// <param name="Size">How many things were owed on that day.</param>
/// <param name="Milestones">By date; the last one owes nothing.</param>
public sealed record Terms(string Component, string Criterion, DateOnly Agreed, int Size, ImmutableArray<Milestone> Milestones)
{
    /// <summary>The milestones that this count misses on that day.</summary>
    public Milestone? Missed(int owed, DateOnly today) => Milestones.FirstOrDefault(milestone => today > milestone.By && owed > milestone.AtMost);

    /// <summary>Longest time from the agreement to the day after which nothing is owed.</summary>
    public const int LongestDays = 365;

    /// <summary>Why the terms do not bind; null where they do.</summary>
    public string? Problem(DateOnly today) =>
        Agreed > today ? $"{Baseline.FileName} says that it was agreed on {Agreed:yyyy-MM-dd}, which is still to come"
        : !Milestones.Any(milestone => milestone.AtMost == 0 && milestone.By <= Agreed.AddDays(LongestDays)) ? $"{Baseline.FileName} names no day within {LongestDays} days of {Agreed:yyyy-MM-dd} after which nothing is owed"
        : null;

    /// <summary>The next one that is still ahead of this count.</summary>
    public Milestone? Next(int owed) => Milestones.FirstOrDefault(milestone => owed > milestone.AtMost);
}

/// <summary>At most so many things are owed after a day (UTC).</summary>
public sealed record Milestone(DateOnly By, int AtMost);
