using System.Collections.Immutable;
using Assay.Core.Proofs;

namespace Assay.Proof;

/// <summary>What one component showed.</summary>
internal sealed record ComponentResult(ComponentProof Component, ImmutableArray<TestProof> Tests, ImmutableArray<WeakenedTest> Weakened, ImmutableArray<ProofPhase> Commands)
{
    /// <summary>Its production hunks; empty where they were not asked for.</summary>
    public ImmutableArray<HunkProof> Hunks { get; init; } = [];

    /// <summary>Its code and its prompts each need a proof of their own: the worse decides. What is only documentation says nothing of the other.</summary>
    public ComponentResult With(ComponentResult prompts)
    {
        var worse = Rank(prompts.Component.Outcome) < Rank(Component.Outcome) || Component.Outcome == ProofOutcome.Documentation;
        return this with
        {
            Component = worse ? prompts.Component with { Reason = $"prompts: {prompts.Component.Reason}" } : Component,
            Tests = [.. Tests, .. prompts.Tests], Weakened = [.. Weakened, .. prompts.Weakened.Except(Weakened)], Commands = [.. Commands, .. prompts.Commands],
        };
    }

    /// <summary>What blocks comes first, and of that what is gravest.</summary>
    public static int Rank(ProofOutcome outcome) => outcome switch
    {
        ProofOutcome.Weakened => 0,
        ProofOutcome.Inconclusive => 1,
        ProofOutcome.Untested => 2,
        ProofOutcome.Vacuous => 3,
        ProofOutcome.Proven => 4,
        ProofOutcome.Refactoring => 5,
        _ => 6,
    };
}
