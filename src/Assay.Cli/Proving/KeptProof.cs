using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Proofs;
using Assay.Evidence.Store;
using Assay.Git;
using Assay.Output;
using Assay.Output.Proofs;
using Assay.Proof.Green;
using Assay.Toolchains.Components;

namespace Assay.Cli.Proving;

/// <summary>
/// The proof, and what head's tests left in it, as evidence of each component that it is about. From the beginning until it is there, a record of an interrupted proof stands in its place, so
/// that one that was stopped half way hides behind no older one.
/// </summary>
internal sealed class KeptProof : IDisposable
{
    private readonly EvidenceStore store;
    private readonly IDisposable only;
    private readonly ImmutableArray<FoundComponent> components;
    private readonly Surroundings surroundings;
    private readonly DateTimeOffset started;
    private readonly GreenRecords green;
    private readonly ImmutableArray<ImmutableDictionary<string, StepRecord>> before;

    public KeptProof(GitRepository repository, IFileTree tree, ImmutableArray<FoundComponent> components, Surroundings surroundings)
    {
        (this.components, this.surroundings, started) = ([.. components.Where(found => found.Component.Judged)], surroundings, surroundings.Time.GetUtcNow());
        store = new EvidenceStore(repository.Root, surroundings.Time);
        only = store.Lock();
        green = new GreenRecords(repository, tree, surroundings.Cache, Surroundings.Version, surroundings.Time);
        before = [.. this.components.Select(found => green.Now(found.Component.Id))];
        foreach (var found in this.components)
            Commit(found, [new StepProblem(SystemErrors.Interrupted.Code, "assay prove was interrupted", "Run assay prove to its end.")], null);
    }

    public void Keep(Core.Proofs.Proof proof, GreenReports reports)
    {
        foreach (var (found, earlier) in components.Zip(before))
        {
            green.Keep(found, reports, earlier);
            Commit(found, [], ProofRecords.For(proof, found.Component.Id));
        }
    }

    public void Dispose() => only.Dispose();

    private void Commit(FoundComponent found, ImmutableArray<StepProblem> problems, Core.Proofs.Proof? proof)
    {
        var id = found.Component.Id;
        using var folder = store.Begin(id, ProofRecords.Step);
        if (proof is not null)
        {
            using var file = File.Create(Path.Combine(folder.Path, ProofRecords.File));
            ProofFormats.Find("json")!.Write(proof, file, new OutputOptions(false, 80, true, false, surroundings.Time.GetUtcNow() - started));
        }
        var command = proof?.Hunks is null ? "assay prove" : "assay prove --hunks";
        store.Commit(folder, new StepRecord(id, ProofRecords.Step, StepKind.Proof, found.Component.Subject, command, found.Component.Path, problems.IsEmpty ? 0 : null,
            started, surroundings.Time.GetUtcNow(), false, [], problems, Surroundings.Version));
    }
}
