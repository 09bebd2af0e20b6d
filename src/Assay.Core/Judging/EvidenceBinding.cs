using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Core.Facts;
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
        foreach (var digest in fact.Sources)
        {
            // The same bytes may be there several times; one good provenance is enough.
            var broken = _items[(component.Id, digest)].Select(item => Broken(item, criterion, component)).ToList();
            if (broken.Count == 0) return (Status.Error, $"its evidence {digest} is not among what was read");
            if (broken.TrueForAll(b => b is not null)) return broken[0];
        }
        return null;
    }

    private (Status, string)? Broken(EvidenceItem item, Criterion criterion, Component component)
    {
        if (item.ProducedAt > input.JudgedAt) return (Status.Error, $"{item.Path} says that it was produced in the future");
        return criterion.Binds.Kind switch
        {
            BindingKind.Age when item.ProducedAt is not { } produced => (Status.Stale, $"{item.Path} does not say when it was produced"),
            BindingKind.Age => input.JudgedAt - item.ProducedAt > criterion.Binds.MaxAge
                ? (Status.Stale, $"{item.Path} is older than {criterion.Binds.MaxAge!.Value.TotalDays:0} days")
                : null,
            _ when item.Subject is null => Strict
                ? (Status.Stale, $"{item.Path} is only asserted: nothing binds it to this content")
                : null,
            _ => item.Subject == component.Subject ? null : (Status.Stale, $"{item.Path} was produced from other content"),
        };
    }

    private bool Strict => input.Profile == Profile.Enterprise || input.Phase == Phase.Deployment;
}
