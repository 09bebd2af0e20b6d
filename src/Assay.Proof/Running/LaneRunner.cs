using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Core.Proofs;
using Assay.Evidence;
using Assay.Git.Checkouts;
using Assay.Proof.Green;
using Assay.Toolchains;
using Assay.Toolchains.Commands;
using Assay.Toolchains.Components;
using Assay.Toolchains.Configured;

namespace Assay.Proof.Running;

/// <summary>Runs phases one after another in the private clone of a lane, with the commands that head is configured with.</summary>
/// <param name="find">The components of a tree by the configuration of head.</param>
internal sealed class LaneRunner(Lane lane, Checkouts checkouts, Func<IFileTree, ImmutableArray<FoundComponent>> find, IProofProgress progress, TimeProvider time) : IPhaseRunner
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(20);

    public async Task<PhaseRun> RunAsync(PhaseRequest request, CancellationToken cancellation)
    {
        var tree = checkouts.FilesOf(request.Tree);
        if (find(tree).FirstOrDefault(found => found.Component.Id == request.Component) is not { } component) return PhaseRun.Absent;
        var clone = await lane.CloneAsync(cancellation).ConfigureAwait(false);
        // Also where it shows this tree already: what the tests of the last run left must not reach this one.
        var asLeft = await clone.ShowAsync(request.Tree, cancellation).ConfigureAwait(false);
        var usual = component.Configuration.TimeLimit ?? DefaultLimit;
        var limit = request.Limit is { } shorter && shorter < usual ? shorter : usual;
        var commands = ImmutableArray.CreateBuilder<ProofPhase>();
        var seen = ImmutableArray.CreateBuilder<Observation>();
        var green = new List<GreenStep>();
        foreach (var (step, place) in Steps(clone.Root, tree, component, limit, request, asLeft).SelectMany(step => Enumerable.Repeat(step, step.Step.Kind == StepKind.Test ? request.Times : 1)))
        {
            var folder = Directory.CreateDirectory(Path.Combine(lane.Temporary, "assay-phase-" + Path.GetRandomFileName()));
            try
            {
                progress.Started($"{request.Phase}: {step.Title}");
                var (startedAt, started) = (time.GetUtcNow(), time.GetTimestamp());
                var result = await step.Run(new StepRun(folder.FullName, new CommandRunner(limit, progress.Printed)) { Temporary = lane.Temporary }, cancellation).ConfigureAwait(false);
                commands.Add(new ProofPhase(component.Component.Id, request.Phase, result.Command, time.GetElapsedTime(started), result.ExitCode, Cached: false));
                var (observed, unread) = Read(folder.FullName, cancellation);
                var errors = observed.OfType<ToolFinding>().Where(finding => finding is { Category: FindingCategory.Compiler or FindingCategory.Types, Severity: Severity.Error }).Select(finding => Relative(clone.Root, finding)).ToImmutableArray();
                if (!errors.IsEmpty) return new PhaseRun([], errors, null, [], commands.ToImmutable()) { NotShown = clone.NotShown };
                var problems = result.Problems.Concat(unread).ToList();
                if (problems.Where(problem => problem.Kind != CollectionErrors.CoverageMissing).ToList() is [var problem, ..])
                    return new PhaseRun([.. observed.OfType<TestCase>()], [], new PhaseProblem(problem, step.Kind == StepKind.Restore), [], commands.ToImmutable()) { NotShown = clone.NotShown };
                seen.AddRange(observed);
                if (request.Reports is null || step.Kind != StepKind.Test || problems.Count > 0) continue;
                var kept = folder.FullName + ".green";
                Directory.Move(folder.FullName, kept);
                green.Add(new GreenStep(request.Component, step.Name, result.Command, place, startedAt, time.GetUtcNow(), kept, clone.Root));
            }
            finally
            {
                if (Directory.Exists(folder.FullName)) folder.Delete(recursive: true);
            }
        }
        green.ForEach(step => request.Reports?.Add(step));
        return new PhaseRun([.. seen.OfType<TestCase>()], [], null, [.. seen.OfType<FileCoverage>().Select(file => Relative(clone.Root, file, component.Component)).OfType<FileCoverage>()], commands.ToImmutable()) { NotShown = clone.NotShown };
    }

    /// <summary>Each step with the folder that it runs in, relative to the repository.</summary>
    private static IEnumerable<(Step Step, string Folder)> Steps(string folder, IFileTree tree, FoundComponent found, TimeSpan limit, PhaseRequest request, bool asLeft)
    {
        var trial = new Trial(request.Coverage, request.Only) { AsLeft = asLeft };
        foreach (var root in found.Component.Toolchains)
        {
            var steps = Toolchains.Toolchains.Named(root.Toolchain).TrialSteps(Context(root), trial);
            foreach (var step in steps.Where(step => !request.Prompts || step.Kind == StepKind.Restore)) yield return (step, root.Path);
        }
        var itself = Context(new ToolchainRoot("", found.Component.Path, ""));
        if (request.Prompts)
        {
            if (ConfiguredStep.Create(itself, ComponentConfiguration.Evaluate, ComponentConfiguration.Evaluate, StepKind.Test) is { } evaluate) yield return (ConfiguredTrial.Of(evaluate, folder), found.Component.Path);
        }
        else if (found.Component.Toolchains.IsEmpty)
        {
            foreach (var step in ConfiguredStep.All(itself).Where(step => step.Kind is StepKind.Build or StepKind.Test)) yield return (ConfiguredTrial.Of(step, folder), found.Component.Path);
        }

        StepContext Context(ToolchainRoot root) => new(folder, tree, found.Component, root, found.Configuration.Commands, limit);
    }

    /// <summary>What the reports of a step show, and why one of them could not be read.</summary>
    private static (List<Observation> Observations, List<AssayError> Errors) Read(string folder, CancellationToken cancellation)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".log", StringComparison.Ordinal)).Select(file => EvidenceFile.Read(file, cancellation)).ToList();
        return ([.. files.SelectMany(file => file.Observations)], [.. files.Select(file => file.Error).OfType<AssayError>()]);
    }

    /// <summary>Tried below each source root of the report, then below the roots of the toolchains; null where it is no file of the clone.</summary>
    private static FileCoverage? Relative(string root, FileCoverage file, Component component)
    {
        var folders = file.Roots.Concat(component.Toolchains.Select(each => each.Path)).Append(component.Path).Append("");
        var path = folders.Select(folder => Path.GetFullPath(Path.Combine(root, folder, file.Path))).FirstOrDefault(File.Exists);
        return path is not null && Relative(root, path) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) ? file with { Path = relative, Roots = [] } : null;
    }

    private static ToolFinding Relative(string root, ToolFinding finding) => finding.File is null ? finding : finding with { File = Relative(root, finding.File) };

    private static string Relative(string root, string path) =>
        Path.GetRelativePath(root, Path.Combine(root, path.StartsWith("file://", StringComparison.Ordinal) ? new Uri(path).LocalPath : path)).Replace('\\', '/');
}
