using System.Collections.Immutable;
using Assay.Core.Proofs;

namespace Assay.Core.Observations;

/// <summary>What <c>assay prove</c> recorded of one component; see <see cref="Proof"/> for the parts.</summary>
/// <param name="Component">Id of the component.</param>
/// <param name="Subject"><c>sha256:…</c> over its inputs, as the record itself says.</param>
/// <param name="Base">Commit id of where the change begins.</param>
/// <param name="Hunks">Null where it was not asked whether tests hold each.</param>
public sealed record RedGreenProof(
    string Component, string Subject, string Base, string Head, ProofOutcome Outcome, string Reason, string? NextStep,
    ImmutableArray<TestProof> Tests, ImmutableArray<HunkProof>? Hunks, ImmutableArray<WeakenedTest> Weakened) : Observation;
