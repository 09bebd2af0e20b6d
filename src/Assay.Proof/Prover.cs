using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Proofs;
using Assay.Git;
using Assay.Git.Checkouts;
using Assay.Proof.Hunks;
using Assay.Proof.Running;
using Assay.Toolchains.Components;

namespace Assay.Proof;

/// <summary>A change → its proof: base, red and green for every component that it concerns.</summary>
/// <param name="selection">The change, with both trees.</param>
/// <param name="components">All components of head; those that are judged are proven.</param>
/// <param name="find">The components of any tree, by the configuration of head.</param>
public sealed class Prover(
    GitRepository repository, ChangeSelection selection, ImmutableArray<FoundComponent> components, Func<IFileTree, ImmutableArray<FoundComponent>> find, IProofProgress progress)
{
    /// <exception cref="Core.Errors.AssayException">A clone could not be made.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; all processes have ended.</exception>
    public async Task<Core.Proofs.Proof> RunAsync(ProveRequest request, CancellationToken cancellation)
    {
        using var checkouts = new Checkouts(repository);
        var trees = await Trees.OfAsync(checkouts, selection, components, find).ConfigureAwait(false);
        var before = await LaneAsync("before").ConfigureAwait(false);
        var after = await LaneAsync("after").ConfigureAwait(false);
        var lanes = new List<IPhaseRunner> { after, before };
        var budget = new HunkBudget(request.Budget);
        var results = new List<ComponentResult>();
        foreach (var found in components.Where(found => found.Component.Judged))
        {
            var hunks = request.Hunks ? new HunkStage(checkouts, trees, found, budget, LanesAsync) : null;
            results.Add(await new ComponentProver(checkouts, trees, found, before, after, hunks).RunAsync(cancellation).ConfigureAwait(false));
        }
        return Merged(results, request.Hunks);

        async Task<IReadOnlyList<IPhaseRunner>> LanesAsync(int most)
        {
            while (lanes.Count < most) lanes.Add(await LaneAsync($"hunks-{lanes.Count}").ConfigureAwait(false));
            return lanes[..Math.Min(most, lanes.Count)];
        }

        async Task<IPhaseRunner> LaneAsync(string name) =>
            new LaneRunner(await checkouts.CloneAsync(Path.Combine(request.Scratch, name), cancellation).ConfigureAwait(false), checkouts, find, progress);
    }

    private Core.Proofs.Proof Merged(List<ComponentResult> results, bool hunks)
    {
        var change = selection.Change;
        var worst = results.Select(result => result.Component).OrderBy(component => Proofs.Rank(component.Outcome)).First();
        var step = worst.NextStep ?? results.Select(result => result.Component.NextStep).FirstOrDefault(next => next is not null);
        var reason = results.Count == 1 ? worst.Reason : $"{worst.Id}: {worst.Reason}";
        return new(change.Repository, change.Base!, change.Head, change.Dirty, worst.Outcome, reason, step,
            [.. results.Select(result => result.Component)], [.. results.SelectMany(result => result.Tests)], hunks ? [.. results.SelectMany(result => result.Hunks)] : null,
            [.. results.SelectMany(result => result.Weakened)], [.. results.SelectMany(result => result.Commands)]);
    }

    private static class Proofs
    {
        /// <summary>What blocks comes first, and of that what says least.</summary>
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
}
