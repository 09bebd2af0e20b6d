using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Evidence;
using Assay.Core.Proofs;
using Assay.Evidence.Store;
using Assay.Git;
using Assay.Proof.Running;
using Assay.Toolchains.Components;

namespace Assay.Proof.Green;

/// <summary>
/// Green as evidence of the tests: a proof keeps what they left at head under the names of a check's own steps, and a check of the same tree, with the same
/// tools, uses that instead of running them again.
/// </summary>
/// <param name="tree">What stands in the work tree.</param>
/// <param name="cache">The user's cache folder, outside of the repository.</param>
public sealed class GreenRecords(GitRepository repository, IFileTree tree, string cache, string toolVersion, TimeProvider time)
{
    /// <summary>As long as results of a proof are kept: what a run depends on and nothing names does not stay the same for ever.</summary>
    private static readonly TimeSpan MostAge = TimeSpan.FromDays(14);

    private readonly KnownRecords known = new(Path.Combine(cache, "green"));

    private readonly EvidenceStore store = new(repository.Root, time);

    /// <summary>The whole tree, since a test may read what is no input of its component. Null where files are read that no tree holds.</summary>
    private readonly Lazy<string?> tools = new(() => Reaching.Out(tree) ? null
        : ResultKey.DigestOf(tree.Files.OrderBy(file => file.Path, StringComparer.Ordinal).SelectMany(file => (string[])[file.Path, file.Mode, file.Id]).Prepend(Surroundings.Digest(toolVersion))));

    /// <summary>Names of the steps of a component that need not run again.</summary>
    public IReadOnlySet<string> Standing(FoundComponent found)
    {
        var component = found.Component;
        if (Reaching.WorkTree(repository.Root, found)) return ImmutableHashSet<string>.Empty;
        var steps = store.Load(component.Id).Steps;
        var proven = steps.Any(step => step.Record is { Step: ProofRecords.Step, Problems.IsEmpty: true } record && record.Subject == component.Subject);
        return proven ? steps.Where(step => Stands(step) && step.Record.Subject == component.BoundTo(StepKind.Test)).Select(step => step.Record.Step).ToHashSet(StringComparer.Ordinal) : ImmutableHashSet<string>.Empty;
    }

    /// <summary>The component's records as they are now, to tell later whether somebody else wrote one.</summary>
    public ImmutableDictionary<string, StepRecord> Now(string component) =>
        store.Load(component).Steps.Select(step => step.Record).Where(record => record.Tools is not null).ToImmutableDictionary(record => record.Step);

    /// <summary>
    /// Keeps what a component's tests left at head, where all of them passed. An earlier record stays only where the answer came from the cache and it is of the same tree:
    /// what tests wrote themselves, or what has failed since, counts for nothing.
    /// </summary>
    public void Keep(FoundComponent found, GreenReports reports, ImmutableDictionary<string, StepRecord> before)
    {
        var id = found.Component.Id;
        var steps = reports.Passed(id) && tools.Value is not null ? reports.Of(id).ToList() : [];
        foreach (var (step, record) in Now(id))
        {
            var stays = reports.Passed(id) && steps.Count == 0 && record.Tools == tools.Value && before.TryGetValue(step, out var earlier) && Same(earlier, record);
            if (!stays) store.Remove(id, step);
        }
        foreach (var step in steps)
        {
            using var folder = store.Begin(id, step.Name);
            foreach (var file in Directory.EnumerateFiles(step.Reports, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(folder.Path, Path.GetRelativePath(step.Reports, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
            known.Add(store.Commit(folder, new StepRecord(id, step.Name, StepKind.Test, found.Component.BoundTo(StepKind.Test), $"assay prove: {step.Command}", step.Folder, 0,
                step.StartedAt, step.EndedAt, false, [], [], toolVersion) { Tools = tools.Value, RanIn = step.Root }));
        }
    }

    private bool Stands(StoredStep step)
    {
        var age = time.GetUtcNow() - step.Record.EndedAt;
        return step.Record is { Kind: StepKind.Test, Tools: not null, Problems.IsEmpty: true } && step.Files.All(file => file.Problem is null)
            && age >= TimeSpan.Zero && age <= MostAge && step.Record.Tools == tools.Value && known.Has(step.Record);
    }

    private static bool Same(StepRecord one, StepRecord other) => one with { Outputs = [], Problems = [] } == other with { Outputs = [], Problems = [] }
        && one.Outputs.SequenceEqual(other.Outputs) && one.Problems.SequenceEqual(other.Problems);
}
