using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Git;
using Assay.Git.Checkouts;
using Assay.Proof.Running;
using Assay.Proof.Sides;
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
        var results = new List<ComponentResult>();
        foreach (var found in components.Where(found => found.Component.Judged))
        {
            var code = await new ComponentProver(checkouts, trees, found, before, after).RunAsync(cancellation).ConfigureAwait(false);
            results.Add(trees.Sides.In(found, Side.Prompt).IsEmpty ? code
                : code.With(await new ComponentProver(checkouts, trees, found, before, after, prompts: true).RunAsync(cancellation).ConfigureAwait(false)));
        }
        return Merged(results);

        async Task<IPhaseRunner> LaneAsync(string name) =>
            new LaneRunner(await checkouts.CloneAsync(Path.Combine(request.Scratch, name), cancellation).ConfigureAwait(false), checkouts, find, progress);
    }

    private Core.Proofs.Proof Merged(List<ComponentResult> results)
    {
        var change = selection.Change;
        var worst = results.Select(result => result.Component).OrderBy(component => ComponentResult.Rank(component.Outcome)).First();
        var reason = results.Count == 1 ? worst.Reason : $"{worst.Id}: {worst.Reason}";
        return new(change.Repository, change.Base!, change.Head, change.Dirty, worst.Outcome, reason, worst.NextStep,
            [.. results.Select(result => result.Component)], [.. results.SelectMany(result => result.Tests)], null,
            [.. results.SelectMany(result => result.Weakened)], [.. results.SelectMany(result => result.Commands)]);
    }
}
