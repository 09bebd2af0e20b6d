using System.Collections.Immutable;
using Assay.Core.Evidence;
using Assay.Core.Proofs;
using Assay.Evidence.Store;
using Assay.Proof.Running;
using Assay.Toolchains.Components;

namespace Assay.Proof.Green;

/// <summary>
/// Green as evidence of the tests: a proof keeps what they left at head under the names of a check's own steps, and a check of the same content, with the same
/// tools, uses that instead of running them again.
/// </summary>
public sealed class GreenRecords(EvidenceStore store, string toolVersion, TimeProvider time)
{
    /// <summary>As long as results of a proof are kept: what a run depends on and nothing names does not stay the same for ever.</summary>
    private static readonly TimeSpan MostAge = TimeSpan.FromDays(14);

    private readonly Lazy<string> tools = new(() => Surroundings.Digest(toolVersion));

    /// <summary>Names of the steps of a component that need not run again. None where assay.yaml names reports that the commands leave in the work tree, which a proof never touches.</summary>
    public IReadOnlySet<string> Standing(FoundComponent found)
    {
        var component = found.Component;
        var steps = store.Load(component.Id).Steps;
        var proven = steps.Any(step => step.Record is { Step: ProofRecords.Step, Problems.IsEmpty: true } record && record.Subject == component.Subject);
        return proven && found.Configuration.Evidence.IsEmpty
            ? steps.Where(step => Stands(step) && step.Record.Subject == component.BoundTo(StepKind.Test)).Select(step => step.Record.Step).ToHashSet(StringComparer.Ordinal) : ImmutableHashSet<string>.Empty;
    }

    /// <summary>The component's records as they are now, to tell later whether somebody else wrote one.</summary>
    public ImmutableDictionary<string, StepRecord> Now(string component) =>
        store.Load(component).Steps.Select(step => step.Record).Where(record => record.Tools is not null).ToImmutableDictionary(record => record.Step);

    /// <summary>Keeps what a component's tests left at head. Of other such records only those stay that were there before the proof: what its tests wrote themselves counts for nothing.</summary>
    /// <param name="root">Absolute path of the work tree, which the reports name in place of the clone.</param>
    public void Keep(FoundComponent found, IEnumerable<GreenStep> steps, ImmutableDictionary<string, StepRecord> before, string root)
    {
        var id = found.Component.Id;
        foreach (var (step, record) in Now(id))
            if (!before.TryGetValue(step, out var earlier) || !Same(earlier, record) || record.Subject != found.Component.BoundTo(record.Kind)) store.Remove(id, step);
        foreach (var step in steps)
        {
            using var folder = store.Begin(id, step.Name);
            foreach (var file in Directory.EnumerateFiles(step.Reports, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(folder.Path, Path.GetRelativePath(step.Reports, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.WriteAllText(to, File.ReadAllText(file).Replace(step.Root, root, StringComparison.Ordinal).Replace(BelowDrive(step.Root), BelowDrive(root), StringComparison.Ordinal));
            }
            store.Commit(folder, new StepRecord(id, step.Name, StepKind.Test, found.Component.BoundTo(StepKind.Test), $"assay prove: {step.Command}", step.Folder, 0,
                step.StartedAt, step.EndedAt, false, [], [], toolVersion) { Tools = tools.Value });
        }
    }

    /// <summary>As coverlet names files: with the file system's root as their source, and below it.</summary>
    private static string BelowDrive(string path) => Path.GetRelativePath(Path.GetPathRoot(path)!, path);

    private bool Stands(StoredStep step)
    {
        var age = time.GetUtcNow() - step.Record.EndedAt;
        return step.Record is { Kind: StepKind.Test, Tools: not null, Problems.IsEmpty: true } && step.Files.All(file => file.Problem is null)
            && age >= TimeSpan.Zero && age <= MostAge && step.Record.Tools == tools.Value;
    }

    private static bool Same(StepRecord one, StepRecord other) => one with { Outputs = [], Problems = [] } == other with { Outputs = [], Problems = [] }
        && one.Outputs.SequenceEqual(other.Outputs) && one.Problems.SequenceEqual(other.Problems);
}
