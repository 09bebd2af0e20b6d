using System.Collections.Immutable;
using Assay.Cli.Commands;
using Assay.Core.Changes;
using Assay.Core.Configurations;
using Assay.Core.Errors;
using Assay.Core.Proofs;
using Assay.Core.Standards;
using Assay.Git;
using Assay.Output.Proofs;
using Assay.Proof;
using Assay.Proof.Histories;
using Assay.Toolchains.Components;

namespace Assay.Cli.Proving;

/// <summary>Change → Proof, from top to bottom.</summary>
internal static class ProofPipeline
{
    /// <summary>Proves one change, and keeps the proof as evidence where it is about what stands in the work tree.</summary>
    public static async Task<(Core.Proofs.Proof Proof, ProofSources Sources)> RunAsync(ProveOptions options, IProofProgress progress, Surroundings surroundings, CancellationToken cancellation)
    {
        using var repository = GitRepository.Open(options.Path, cancellation);
        var selection = ChangeReader.Select(repository, new ChangeRequest(options.Base, options.Head) { Commit = options.Commit });
        if (selection.Change.Judged == Judged.State)
            throw new AssayException(new AssayError(ProofErrors.NothingToProve, "There is no change here to prove: the default branch, with nothing edited."));
        var (components, atBase, find) = Components(repository, selection, surroundings, cancellation);
        using var place = new ProofPlace(repository, Surroundings.Version, surroundings.Time);
        using var kept = options is { Head: null, Commit: null } ? new KeptProof(repository, selection.Head, components, surroundings) : null;
        var proof = await new Prover(place, selection, components, atBase, find, progress).RunAsync(new ProveRequest(options.Hunks, options.Budget, kept is not null), cancellation);
        kept?.Keep(proof, place.Green);
        return (proof, Sources(selection));
    }

    /// <summary>Proves commit by commit, oldest first, each against its first parent.</summary>
    public static async Task<History> EachAsync(ProveOptions options, IProofProgress progress, Surroundings surroundings, CancellationToken cancellation)
    {
        using var repository = GitRepository.Open(options.Path, cancellation);
        var range = ChangeReader.Select(repository, new ChangeRequest(options.Base, options.Head)).Change;
        using var place = new ProofPlace(repository, Surroundings.Version, surroundings.Time);
        // A merge that git makes the same by itself brings nothing of its own.
        var commits = range.Commits.Where(commit => commit.InScope && !(commit.IsMerge && place.IsAutomaticMerge(commit.Id))).Reverse().ToList();
        if (commits.Count == 0) throw new AssayException(new AssayError(ProofErrors.NothingToProve, "There is no commit between base and head.", NextStep: "Name where to start: assay prove --each --base REV"));
        var proven = ImmutableArray.CreateBuilder<ProvenCommit>();
        foreach (var commit in commits)
        {
            progress.Started($"{proven.Count + 1} of {commits.Count}: {commit.Id[..7]} {commit.Subject}");
            var selection = ChangeReader.Select(repository, new ChangeRequest(null, null) { Commit = commit.Id });
            var (components, atBase, find) = Components(repository, selection, surroundings, cancellation);
            var prover = new Prover(place, selection, components, atBase, find, progress);
            proven.Add(commit.IsMerge
                ? ProvenCommit.OfMerge(commit, selection.Change)
                : new ProvenCommit(commit.Id, commit.Subject, await prover.RunAsync(new ProveRequest(options.Hunks, options.Budget), cancellation), prover.IsOnlyTests()));
        }
        return new History(range.Repository, range.Base!, range.Head, HistorySteps.Of(proven.ToImmutable()));
    }

    private static (ImmutableArray<FoundComponent> Components, ImmutableArray<FoundComponent> AtBase, Func<IFileTree, ImmutableArray<FoundComponent>> Find) Components(
        GitRepository repository, ChangeSelection selection, Surroundings surroundings, CancellationToken cancellation)
    {
        var (head, atBase) = Policies.Load(repository, selection, null, surroundings.Pinned(cancellation));
        return (JudgedComponents.Of(selection, repository.Scope, head.Configuration, Phase.CodeCompletion), Find(selection.Base!, atBase.Configuration), tree => Find(tree, head.Configuration));

        ImmutableArray<FoundComponent> Find(IFileTree tree, Configuration configuration)
        {
            try
            {
                return ComponentFinder.Locate(tree, repository.Scope, selection.Change.Repository, configuration, planned: true);
            }
            catch (AssayException)
            {
                return []; // before the first file there is no component
            }
        }
    }

    private static ProofSources Sources(ChangeSelection selection) => new(selection.Change.Files, selection.Change.Files.Where(file => file.Kind != ChangeKind.Deleted)
        .ToImmutableDictionary(file => file.Path, file => selection.Head.Read(file.Path) is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes) : ""));
}
