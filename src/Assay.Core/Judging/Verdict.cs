using System.Collections.Immutable;
using Assay.Core.Adoption;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Rules;
using Assay.Core.Standards;

namespace Assay.Core.Judging;

/// <summary>The three verdicts.</summary>
public enum Outcome { Blocked = 0, Adopting, Pass }

/// <summary>All gates for a change, with everything that the judgement was based on.</summary>
/// <param name="Outcome">Passes only where no gate blocks.</param>
/// <param name="JudgedAt">UTC.</param>
/// <param name="ToolVersion">Version of Assay.</param>
/// <param name="Run">Id of this run, as errors and logs carry it.</param>
/// <param name="ProfileReason">Why this profile, in a few words.</param>
/// <param name="Weakened">What made this judgement laxer than the named standard.</param>
/// <param name="Problems">Evidence that could not be had or read.</param>
/// <param name="Notes">What was assumed without configuration, and what is good to know.</param>
public sealed record Verdict(
    Outcome Outcome, DateTimeOffset JudgedAt, string ToolVersion, Standard Standard, Profile Profile, string ProfileReason, Phase Phase,
    string Run, Change Change, string Path, ImmutableArray<Component> Components, ImmutableArray<GateResult> Gates,
    ImmutableArray<Fact> Facts, ImmutableArray<EvidenceItem> Evidence, ImmutableArray<EvidenceProblem> Problems,
    ImmutableArray<Weakening> Weakened, ImmutableArray<string> Notes)
{
    /// <summary>The changed code with its coverage; only where a format that shows it was asked for.</summary>
    public ImmutableArray<ChangedSource> Sources { get; init; } = [];

    /// <summary>What of the agreed baseline still stands; empty where nothing was agreed.</summary>
    public ImmutableArray<OwedCriterion> Owed { get; init; } = [];

    /// <summary>What is to be released, where the caller named it.</summary>
    public ImmutableArray<Artifact> Artifacts { get; init; } = [];

    /// <summary>Set where the caller asked to observe only; null otherwise.</summary>
    public ObserveOnly? Observed { get; init; }

    /// <summary>What another standard would change, where the caller named one; null otherwise. It decides nothing.</summary>
    public WhatIf? WhatIf { get; init; }

    /// <summary>Whether the verdict stops what waits for it: it is blocked, and nobody asked to observe only.</summary>
    public bool Stops => Outcome == Outcome.Blocked && Observed is not { Holds: true };
}

/// <summary>A gate's outcome for one component: that of its worst finding.</summary>
public sealed record GateResult(string Gate, string Component, Status Status, ImmutableArray<Finding> Findings);

/// <summary>A criterion's outcome.</summary>
/// <param name="WouldBe">For <see cref="Judging.Status.NotDue"/>: what it would be if it were due.</param>
/// <param name="Actual">What was found, e.g. <c>87.2 % of 340 lines</c>; <c>none</c> where nothing was.</param>
/// <param name="Evidence">Digests of the evidence it rests on.</param>
public sealed record Finding(
    Criterion Criterion, Status Status, Status? WouldBe, string Actual, string Reason, string Remedy,
    ImmutableArray<Location> Locations, ImmutableArray<string> Evidence)
{
    /// <summary>Its outcome as if it were due.</summary>
    public Status AsIfDue => this is { Status: Status.NotDue, WouldBe: { } status } ? status : Status;
}
