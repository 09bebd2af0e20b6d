using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Proofs;
using Assay.Git;
using Assay.Proof.Hunks;
using Assay.Proof.Running;
using Assay.Proof.Sides;
using Assay.Toolchains.Components;

namespace Assay.Proof;

/// <summary>A change → its proof: base, red and green for every component that it concerns.</summary>
/// <param name="selection">The change, with both trees.</param>
/// <param name="components">All components of head; those that are judged are proven.</param>
/// <param name="atBase">The components of base, by the configuration of base: what the change itself calls a test may have been production.</param>
/// <param name="find">The components of any tree, by the configuration of head.</param>
public sealed class Prover(
    ProofPlace place, ChangeSelection selection, ImmutableArray<FoundComponent> components, ImmutableArray<FoundComponent> atBase, Func<IFileTree, ImmutableArray<FoundComponent>> find, IProofProgress progress)
{
    private readonly ChangeSides sides = ChangeSides.Of(selection.Change, selection.Base!, atBase, selection.Head, components);

    /// <exception cref="Core.Errors.AssayException">A clone could not be made.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; all processes have ended.</exception>
    public async Task<Core.Proofs.Proof> RunAsync(ProveRequest request, CancellationToken cancellation)
    {
        var trees = await Trees.OfAsync(place.Checkouts, selection, sides, find).ConfigureAwait(false);
        var keys = new ResultKeys(place.Checkouts, find, place.ToolVersion);
        var (before, after) = (Runner(place.Before), Runner(place.After));
        var lanes = new List<IPhaseRunner> { after, before };
        var budget = new HunkBudget(request.Budget);
        var results = new List<ComponentResult>();
        foreach (var found in components.Where(found => found.Component.Judged))
        {
            var hunks = request.Hunks ? new HunkStage(place.Checkouts, trees, found, budget, Lanes) : null;
            var code = await new ComponentProver(place.Checkouts, trees, found, before, after, hunks, reports: request.Keep ? place.Green : null).RunAsync(cancellation).ConfigureAwait(false);
            results.Add(trees.Sides.In(found, Side.Prompt).IsEmpty ? code
                : code.With(await new ComponentProver(place.Checkouts, trees, found, before, after, hunks: null, prompts: true).RunAsync(cancellation).ConfigureAwait(false)));
        }
        return Merged(results, request.Hunks);

        IReadOnlyList<IPhaseRunner> Lanes(int most)
        {
            while (lanes.Count < most) lanes.Add(Runner(place.NewLane()));
            return lanes[..Math.Min(most, lanes.Count)];
        }

        CachingRunner Runner(Lane lane) => new(new LaneRunner(lane, place.Checkouts, find, progress, place.Time), place.Cache, keys.Of);
    }

    /// <summary>Whether the change edits tests, and nothing that could change what the code does.</summary>
    public bool IsOnlyTests() => !sides.Paths(Side.Test).IsEmpty && sides.Paths(Side.Production, Side.Manifest, Side.Prompt).IsEmpty;

    private Core.Proofs.Proof Merged(List<ComponentResult> results, bool hunks)
    {
        var change = selection.Change;
        var worst = results.Select(result => result.Component).OrderBy(component => ComponentResult.Rank(component.Outcome)).First();
        var step = worst.NextStep ?? results.Select(result => result.Component.NextStep).FirstOrDefault(next => next is not null);
        if (sides.OfNobody(components) is { } nobodys && ComponentResult.Rank(ProofOutcome.Inconclusive) < ComponentResult.Rank(worst.Outcome))
        {
            worst = worst with { Outcome = ProofOutcome.Inconclusive, Reason = $"no component holds {nobodys}, so that no test is run for it", NextStep = "Let a component of assay.yaml hold it." };
            step = worst.NextStep;
        }
        var reason = results.Count == 1 ? worst.Reason : $"{worst.Id}: {worst.Reason}";
        return new(change.Repository, change.Base!, change.Head, change.Dirty, worst.Outcome, reason, step,
            [.. results.Select(result => result.Component)], [.. results.SelectMany(result => result.Tests)], hunks ? [.. results.SelectMany(result => result.Hunks)] : null,
            [.. results.SelectMany(result => result.Weakened)], [.. results.SelectMany(result => result.Commands)]);
    }
}
