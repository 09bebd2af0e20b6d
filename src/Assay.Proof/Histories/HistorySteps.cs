using System.Collections.Immutable;
using Assay.Core.Proofs;

namespace Assay.Proof.Histories;

/// <summary>Reads a range as it happened: which commit wrote a failing test, which made it pass, which moved code while all stayed green. Pure.</summary>
public static class HistorySteps
{
    /// <param name="commits">Oldest first.</param>
    public static ImmutableArray<CommitProof> Of(ImmutableArray<ProvenCommit> commits)
    {
        var steps = ImmutableArray.CreateBuilder<CommitProof>();
        for (var i = 0; i < commits.Length; i++)
        {
            var (commit, subject, proof, onlyTests) = commits[i];
            steps.Add(new CommitProof(commit, subject, onlyTests && IsRed(proof, commits.AsSpan()[(i + 1)..]) ? HistoryStep.Red : Step(proof, onlyTests), proof));
        }
        return steps.ToImmutable();
    }

    /// <summary>Whether a commit may stand: it holds by itself, or it is a red step that later commits made green.</summary>
    public static bool Holds(CommitProof commit) => commit.Step == HistoryStep.Red || Core.Proofs.Proof.Holds(commit.Proof.Outcome);

    /// <summary>All that is wrong with it is that its tests fail, and each of them is proven by code of a later commit.</summary>
    private static bool IsRed(Core.Proofs.Proof proof, ReadOnlySpan<ProvenCommit> later)
    {
        var failing = proof.Tests.Where(test => test.Outcome == TestProofOutcome.Broken).Select(Key).ToHashSet();
        if (failing.Count == 0 || !proof.Weakened.IsEmpty) return false;
        foreach (var commit in later)
            failing.ExceptWith(commit.Proof.Tests.Where(test => test.Outcome == TestProofOutcome.Proven && test.Base == PhaseOutcome.Failed).Select(Key));
        return failing.Count == 0;
    }

    private static HistoryStep Step(Core.Proofs.Proof proof, bool onlyTests) => proof.Outcome switch
    {
        ProofOutcome.Documentation => HistoryStep.Documentation,
        ProofOutcome.Refactoring when !onlyTests => HistoryStep.Refactor,
        ProofOutcome.Proven when proof.Tests.Where(test => test.Outcome == TestProofOutcome.Proven).All(test => test.Base == PhaseOutcome.Failed) => HistoryStep.Green,
        ProofOutcome.Proven => HistoryStep.RedGreen,
        _ => HistoryStep.Other,
    };

    private static (string, string, string) Key(TestProof test) => (test.Component, test.Run, test.Id);
}
