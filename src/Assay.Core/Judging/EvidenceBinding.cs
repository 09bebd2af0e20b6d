using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Quantities;
using Assay.Core.Standards;

namespace Assay.Core.Judging;

/// <summary>Whether the evidence behind a fact is bound to what is judged.</summary>
internal sealed class EvidenceBinding(JudgementInput input)
{
    private readonly ILookup<(string Component, string Digest), EvidenceItem> _items =
        input.Evidence.ToLookup(item => (item.Component, item.Digest));

    /// <summary>Why the fact cannot be relied on for this criterion; null where it can.</summary>
    public (Status Status, string Reason)? Broken(Fact fact, Criterion criterion, Component component)
    {
        if (fact.Sources.IsEmpty && criterion.Binds.Kind != BindingKind.Tree) return (Status.Error, "nothing says what it was measured from");
        foreach (var digest in fact.Sources)
        {
            // The same bytes may be there several times; one good provenance is enough.
            var broken = _items[(component.Id, digest)].Select(item => Broken(item, fact, criterion, component)).ToList();
            if (broken.Count == 0) return (Status.Error, $"its evidence {digest} is not among what was read");
            if (broken.TrueForAll(b => b is not null)) return broken[0];
        }
        return null;
    }

    private (Status, string)? Broken(EvidenceItem item, Fact fact, Criterion criterion, Component component)
    {
        if (item.ProducedAt > input.JudgedAt || item.StartedAt > input.JudgedAt) return (Status.Error, $"{item.Path} says that it was produced in the future");
        if (item.StartedAt > item.ProducedAt) return (Status.Error, $"{item.Path} says that it was produced before its command began");
        if (IsRecordOfTree(item, component)) return null;
        var reason = criterion.Binds.Kind switch
        {
            BindingKind.Age => OfAge(item, fact, criterion, component),
            BindingKind.Release => OfRelease(item, fact, component),
            _ => OfContent(item, fact, component, Strict(component)),
        };
        return reason is null ? null : (Status.Stale, reason);
    }

    private static string? OfContent(EvidenceItem item, Fact fact, Component component, bool strict) =>
        item.Subject is null ? strict ? $"{item.Path} is only asserted: nothing binds it to this content" : null
        : item.Subject == Content(item, fact, component) ? null
        : $"{item.Path}{MissingReasons.OtherContent}";

    /// <summary>This content, and this artifact where one is named: what is released may have been built from something else.</summary>
    private string? OfRelease(EvidenceItem item, Fact fact, Component component) =>
        OfContent(item, fact, component, strict: true)
        ?? (input.Artifact is null || item.Artifact == input.Artifact ? null
            : item.Artifact is null ? $"{item.Path} was made with no artifact named, and this release is {input.Artifact}"
            : $"{item.Path} was made with another release: {item.Artifact}");

    /// <summary>It may be of other content, which goes on changing between two drills, but not of another repository, and not too old.</summary>
    private string? OfAge(EvidenceItem item, Fact fact, Criterion criterion, Component component) =>
        item.Subject is null ? $"{item.Path} is only asserted: nothing recorded where and when it was made"
        : item.ProducedAt is not { } produced ? $"{item.Path} does not say when it was produced"
        : item.Subject != Content(item, fact, component) && !SameRepository(item) ? $"{item.Path} was produced from other content, and nothing shows that it was recorded in this repository"
        : input.JudgedAt - produced > criterion.Binds.MaxAge && !FailsByItself(fact, criterion) ? $"{item.Path} is older than {criterion.Binds.MaxAge!.Value.TotalDays:0} days"
        : null;

    /// <summary>That there are no secrets is said of every file, whichever step says it.</summary>
    private static string Content(EvidenceItem item, Fact fact, Component component) => fact.Name == FactNames.SecretsFound ? component.Content : component.BoundTo(item.Step);

    private bool SameRepository(EvidenceItem item) => item.Origin is { } origin && origin.Split(' ').Intersect(input.Origins, StringComparer.Ordinal).Any();

    /// <summary>An age that is above its own bound says more as what it is, a failed demand.</summary>
    private static bool FailsByItself(Fact fact, Criterion criterion) => fact.Value is { Unit: Unit.Days } age && !criterion.Requirement.Holds(age);

    /// <summary>What people write and git keeps is part of what is judged; it was not made with a release, and it carries its dates within.</summary>
    private static bool IsRecordOfTree(EvidenceItem item, Component component) =>
        item is { Trust: Trust.Collected, Step: null, ProducedAt: null } && item.Subject == component.Subject;

    private bool Strict(Component component) => component.Raise(input.Profile) == Profile.Enterprise || input.Phase == Phase.Deployment;
}
