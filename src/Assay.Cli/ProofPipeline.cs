using System.Collections.Immutable;
using Assay.Cli.Commands;
using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Core.Standards;
using Assay.Git;
using Assay.Proof;
using Assay.Toolchains.Components;

namespace Assay.Cli;

/// <summary>Change → Proof, from top to bottom.</summary>
internal static class ProofPipeline
{
    public static async Task<Core.Proofs.Proof> RunAsync(ProveOptions options, IProofProgress progress, CancellationToken cancellation)
    {
        using var repository = GitRepository.Open(options.Path, cancellation);
        var selection = ChangeReader.Select(repository, new ChangeRequest(options.Base, options.Head) { Commit = options.Commit });
        if (selection.Change.Judged == Judged.State)
            throw new AssayException(new AssayError(UsageErrors.BadUsage, "There is no change here to prove: the default branch, with nothing edited.", NextStep: "Name one: assay prove --commit HEAD, or --base REV"));
        var (head, _) = Policies.Load(repository, selection, null);
        var components = JudgedComponents.Of(selection, repository.Scope, head.Configuration, Phase.CodeCompletion);
        var scratch = Directory.CreateTempSubdirectory("assay-proof-");
        try
        {
            var prover = new Prover(repository, selection, components, Find, progress);
            return await prover.RunAsync(new ProveRequest(options.Hunks, options.Budget, scratch.FullName), cancellation);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }

        ImmutableArray<FoundComponent> Find(IFileTree tree)
        {
            try
            {
                return ComponentFinder.Locate(tree, repository.Scope, selection.Change.Repository, head.Configuration, planned: true);
            }
            catch (AssayException)
            {
                return []; // before the first file there is no component
            }
        }
    }
}
