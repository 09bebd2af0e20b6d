using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Proofs;
using Assay.Evidence.Store;
using Assay.Toolchains.Analysis;
using Assay.Toolchains.Commands;
using Assay.Toolchains.Components;
using Assay.Toolchains.Configured;
using Assay.Toolchains.JSDoc;
using Assay.Toolchains.Pydocstyle;
using Assay.Toolchains.Releases;
using Assay.Toolchains.Sbom;
using Assay.Toolchains.Secrets;
using Assay.Toolchains.Vulnerabilities;

namespace Assay.Toolchains.Collecting;

/// <summary>Runs every step of every component and keeps what each wrote, with its provenance.</summary>
/// <param name="origin">Ids of the first commits of the history, asked for where a record may outlive its content; null where they cannot be told.</param>
public sealed class Collector(string repositoryRoot, EvidenceStore store, TimeProvider time, string toolVersion, ICollectProgress progress, Func<string?> origin)
{
    /// <summary>How steps begin that somebody added by hand.</summary>
    private const string Added = "added-";

    private static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(20);

    /// <summary>Stands in the store from the first step to the last, so that half a run, each step of it in order, never counts as one.</summary>
    private const string Unfinished = "unfinished";

    /// <summary>Folder or zip of OSV advisories, relative to the repository; null where none is named.</summary>
    public string? Advisories { get; init; }

    /// <summary>Whether anything of what a kind of step gives is due for a component; what is not due is not run. All is, where nobody says.</summary>
    public Func<FoundComponent, StepKind, bool> IsDue { get; init; } = (_, _) => true;

    /// <summary>Names of a component's steps of which the store holds what they would show of this content; none, where nobody says.</summary>
    public Func<FoundComponent, IReadOnlySet<string>> Shown { get; init; } = _ => ImmutableHashSet<string>.Empty;

    /// <summary>Collects for the components that are judged, one step after another: build tools share caches that do not bear two at once.</summary>
    /// <param name="components">All components; a file that the commands change may be that of one that is not judged.</param>
    /// <param name="readHead">Reads the work tree anew, to see what the commands changed in it.</param>
    /// <param name="deployment">The steps of a deployment run too, behind all others.</param>
    /// <param name="release">What they are run with; null where there is content alone.</param>
    /// <exception cref="OperationCanceledException">Cancelled; the processes are gone, and no step is half kept.</exception>
    public async Task<Collection> RunAsync(
        IFileTree tree, ImmutableArray<FoundComponent> components, Func<IFileTree> readHead, bool deployment, Release? release, CancellationToken cancellation)
    {
        var ran = ImmutableHashSet.CreateBuilder<(string, string)>();
        var shared = new Dictionary<string, StepRecord>(StringComparer.Ordinal);
        var judged = components.Where(found => found.Component.Judged).ToList();
        foreach (var found in judged)
        {
            var spared = Spared(found);
            var shown = Shown(found);
            store.Clear(found.Component.Id, step => step == ProofRecords.Step || shown.Contains(step) || spared.Contains(step) || step.StartsWith(Added, StringComparison.Ordinal) || (DeploymentStep.IsOne(step) && (!deployment || found.Configuration.Commands.ContainsKey(step))));
            KeepProblem(found, Unfinished, new StepProblem(SystemErrors.Interrupted.Code, "collecting was interrupted, so that other steps may be missing", "Run assay check to its end."));
            var broken = false;
            foreach (var (step, folder) in Steps(tree, found, components))
            {
                if (!IsDue(found, step.Kind)) continue;
                if (shown.Contains(step.Name))
                {
                    progress.Reused(found.Component.Id, step.Title);
                    continue;
                }
                if (broken && step.Kind != StepKind.Secrets && !SourceAnalysis.Is(step)) continue;
                var record = step.Shared is { } key && shared.TryGetValue(key, out var done) ? Again(found, step, done) : await RunAsync(found, step, folder, ran, cancellation);
                if (step.Shared is not null) shared[step.Shared] = record;
                ran.Add((found.Component.Id, step.Name));
                broken |= step.Kind == StepKind.Restore && !record.Problems.IsEmpty;
            }
            if (!deployment || broken) continue;
            foreach (var step in DeploymentStep.All(Context(tree, found, Itself(found)), release))
            {
                await TryAsync(found, step, tree, readHead, cancellation);
                ran.Add((found.Component.Id, step.Name));
            }
        }
        var touched = Touched(tree, readHead());
        foreach (var found in components)
            if (touched.Where(found.Component.Contains).ToList() is { Count: > 0 } files) KeepTouched(found, files);
        foreach (var found in judged) store.Remove(found.Component.Id, Unfinished);
        return new Collection(ran.ToImmutable(), touched);
    }

    /// <summary>
    /// A step whose record outlives the run. What it left before is gone as soon as it begins, so that one that was stopped half way hides behind no older success;
    /// and sources that changed meanwhile were not the ones that it tried.
    /// </summary>
    private async Task TryAsync(FoundComponent found, Step step, IFileTree tree, Func<IFileTree> readHead, CancellationToken cancellation)
    {
        KeepProblem(found, step.Name, new StepProblem(SystemErrors.Interrupted.Code, $"{step.Name} was interrupted", "Run assay check --phase deployment to its end."), step.Kind);
        var run = step.Run;
        await RunAsync(found, step with
        {
            Run = async (given, stop) =>
            {
                var result = await run(given, stop);
                return Touched(tree, readHead()) is { IsEmpty: false } files
                    ? result with { Problems = result.Problems.Add(new AssayError(CollectionErrors.ChangedTrackedFiles, $"{step.Name} ran while tracked files differed from what is judged: {files[0]}")) }
                    : result;
            },
        }, found.Component.Path, [], cancellation, origin());
    }

    /// <summary>Runs one command that somebody names, and records what it wrote; a later collecting run keeps it.</summary>
    /// <param name="folder">Folder that the command runs in, relative to the repository.</param>
    public async Task<StepRecord> AddAsync(FoundComponent found, Step step, string folder, IFileTree tree, Func<IFileTree> readHead, CancellationToken cancellation)
    {
        var record = await RunAsync(found, step with { Name = Added + step.Name }, folder, [], cancellation, origin());
        if (Touched(tree, readHead()).Where(found.Component.Contains).ToList() is { Count: > 0 } files) KeepTouched(found, files);
        return record;
    }

    /// <summary>
    /// Evidence of a run in which sources changed is bound to no content. This is kept with it, so that it does not count later either, when the sources are put back.
    /// </summary>
    private void KeepTouched(FoundComponent found, List<string> files)
    {
        var what = $"the commands changed tracked files: {string.Join(", ", files.Take(3))}{(files.Count > 3 ? $" and {files.Count - 3} more" : "")}";
        KeepProblem(found, "tracked-files", new StepProblem(CollectionErrors.ChangedTrackedFiles.Code, what, null));
    }

    /// <summary>A record without outputs, whose problem concerns all that is built and tested.</summary>
    private void KeepProblem(FoundComponent found, string step, StepProblem problem, StepKind kind = StepKind.Restore)
    {
        var now = time.GetUtcNow();
        using var folder = store.Begin(found.Component.Id, step);
        store.Commit(folder, new StepRecord(found.Component.Id, step, kind, found.Component.BoundTo(kind), "", "", null, now, now, false, [], [problem], toolVersion));
    }

    /// <summary>What a step did for another component of this run, kept for this one too.</summary>
    private StepRecord Again(FoundComponent found, Step step, StepRecord done)
    {
        using var folder = store.Begin(found.Component.Id, step.Name);
        return store.Commit(folder, done with { Component = found.Component.Id, Step = step.Name, Subject = found.Component.BoundTo(step.Kind) });
    }

    /// <summary>A secret is one wherever it lies: with the first component those files are searched that belong to none.</summary>
    private IEnumerable<(Step Step, string Folder)> Steps(IFileTree tree, FoundComponent found, ImmutableArray<FoundComponent> components)
    {
        var first = components[0] == found;
        foreach (var root in found.Component.Toolchains)
        {
            foreach (var step in Toolchains.Named(root.Toolchain).Steps(Context(tree, found, root))) yield return (step, root.Path);
        }
        if (found.Component.Toolchains.IsEmpty)
        {
            foreach (var step in ConfiguredStep.All(Context(tree, found, Itself(found)))) yield return (step, found.Component.Path);
        }
        var bill = new Bill(repositoryRoot, tree, found.Component, found.Configuration.Commands);
        yield return (SbomStep.Create(bill, toolVersion), "");
        yield return (VulnerabilitiesStep.Create(bill, Advisories, time), "");
        var sources = Inventory.Of(tree, found.Component, found.Configuration);
        foreach (var step in SourceAnalysis.Of(repositoryRoot, tree, sources)) yield return (step, "");
        var production = sources.Where(file => file.Role == FileRole.Production).Select(file => file.Path).ToList();
        if (JSDocStep.Create(repositoryRoot, production) is { } scripts) yield return (scripts, "");
        if (PydocstyleStep.Create(repositoryRoot, production) is { } python) yield return (python, "");
        yield return (SecretsStep.Create(repositoryRoot, tree, found.Component, path => first && components.All(other => !other.Component.Contains(path))), "");
    }

    private StepContext Context(IFileTree tree, FoundComponent found, ToolchainRoot root) =>
        new(repositoryRoot, tree, found.Component, root, found.Configuration.Commands, found.Configuration.TimeLimit ?? DefaultLimit);

    /// <summary>The component's folder, where no toolchain has its root.</summary>
    private static ToolchainRoot Itself(FoundComponent found) => new("", found.Component.Path, "");

    /// <param name="ran">What this run has kept already.</param>
    private async Task<StepRecord> RunAsync(FoundComponent found, Step step, string folder, IEnumerable<(string Component, string Step)> ran, CancellationToken cancellation, string? from = null)
    {
        cancellation.ThrowIfCancellationRequested();
        progress.Started(found.Component.Id, step.Title);
        var started = time.GetUtcNow();
        using var kept = store.Begin(found.Component.Id, step.Name);
        StepResult? result = null;
        try
        {
            var runner = new CommandRunner(found.Configuration.TimeLimit ?? DefaultLimit, progress.Printed);
            result = await step.Run(new StepRun(kept.Path, runner), cancellation);
            var earlier = ran.Where(one => one.Component == found.Component.Id).Select(one => one.Step).ToList();
            return store.Commit(kept, new StepRecord(found.Component.Id, step.Name, step.Kind, found.Component.BoundTo(step.Kind), result.Command, folder, result.ExitCode,
                started, time.GetUtcNow(), result.Probed, [],
                [.. result.Problems.Select(error => new StepProblem(error.Kind.Code, error.What, LogPlaces.In(error.NextStep, store, kept, earlier)))], toolVersion, result.Artifact, from));
        }
        finally
        {
            progress.Ended(result is not null && result.Problems.All(problem => problem.Kind == CollectionErrors.CoverageMissing), result is null ? "interrupted" : result.Problems.FirstOrDefault()?.What);
        }
    }

    /// <summary>What steps that are not due left of this very content: not to run them is no reason to forget what they showed.</summary>
    private HashSet<string> Spared(FoundComponent found) =>
        [.. store.Load(found.Component.Id).Steps.Select(step => step.Record)
            .Where(record => !IsDue(found, record.Kind) && record.Subject == found.Component.BoundTo(record.Kind) && record.Problems.IsEmpty).Select(record => record.Step)];

    private static ImmutableArray<string> Touched(IFileTree before, IFileTree after)
    {
        var ids = after.Files.ToDictionary(file => file.Path, file => file.Id);
        return [.. before.Files.Where(file => ids.GetValueOrDefault(file.Path) != file.Id).Select(file => file.Path)];
    }
}
