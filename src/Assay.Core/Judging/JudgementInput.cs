using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Standards;

namespace Assay.Core.Judging;

/// <summary>Everything that a judgement depends on; the same input gives the same findings.</summary>
/// <param name="JudgedAt">UTC; ages are judged at this time.</param>
public sealed record JudgementInput(
    Standard Standard, Profile Profile, Phase Phase, Judged Judged, ImmutableArray<Component> Components,
    ImmutableArray<Fact> Facts, ImmutableArray<EvidenceItem> Evidence, DateTimeOffset JudgedAt)
{
    /// <summary><c>sha256:…</c> of what is to be released; null where only content is judged.</summary>
    public string? Artifact { get; init; }

    /// <summary>Ids of the first commits of the judged history; empty where they cannot be told (a shallow clone).</summary>
    public ImmutableArray<string> Origins { get; init; } = [];
}
