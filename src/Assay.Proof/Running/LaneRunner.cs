using System.Collections.Immutable;
using System.Diagnostics;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Core.Proofs;
using Assay.Evidence;
using Assay.Git.Checkouts;
using Assay.Toolchains;
using Assay.Toolchains.Commands;
using Assay.Toolchains.Components;
using Assay.Toolchains.Configured;

namespace Assay.Proof.Running;

/// <summary>Runs phases one after another in one private clone, with the commands that head is configured with.</summary>
/// <param name="find">The components of a tree by the configuration of head.</param>
internal sealed class LaneRunner(PrivateClone clone, Checkouts checkouts, Func<IFileTree, ImmutableArray<FoundComponent>> find, IProofProgress progress) : IPhaseRunner
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(20);

    public async Task<PhaseRun> RunAsync(PhaseRequest request, CancellationToken cancellation)
    {
        var tree = checkouts.FilesOf(request.Tree);
        if (find(tree).FirstOrDefault(found => found.Component.Id == request.Component) is not { } component) return PhaseRun.Absent;
        if (clone.Shown != request.Tree) await clone.ShowAsync(request.Tree, cancellation).ConfigureAwait(false);
        var usual = component.Configuration.TimeLimit ?? DefaultLimit;
        var limit = request.Limit is { } shorter && shorter < usual ? shorter : usual;
        var commands = ImmutableArray.CreateBuilder<ProofPhase>();
        var seen = ImmutableArray.CreateBuilder<Observation>();
        foreach (var step in Steps(tree, component, limit, new Trial(request.Coverage, request.Only)))
        {
            var folder = Directory.CreateTempSubdirectory("assay-phase-");
            try
            {
                progress.Started($"{request.Phase}: {step.Title}");
                var started = Stopwatch.GetTimestamp();
                var result = await step.Run(new StepRun(folder.FullName, new CommandRunner(limit, progress.Printed)), cancellation).ConfigureAwait(false);
                commands.Add(new ProofPhase(component.Component.Id, request.Phase, result.Command, Stopwatch.GetElapsedTime(started), result.ExitCode, Cached: false));
                var observed = Read(folder.FullName, cancellation);
                var errors = observed.OfType<ToolFinding>().Where(finding => finding is { Category: FindingCategory.Compiler, Severity: Severity.Error }).Select(Relative).ToImmutableArray();
                if (!errors.IsEmpty) return new PhaseRun([], errors, null, [], commands.ToImmutable());
                if (result.Problems.Where(problem => problem.Kind != Core.Errors.CollectionErrors.CoverageMissing).ToList() is [var problem, ..])
                    return new PhaseRun([.. observed.OfType<TestCase>()], [], new PhaseProblem(problem, step.Kind == StepKind.Restore), [], commands.ToImmutable());
                seen.AddRange(observed);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
        return new PhaseRun([.. seen.OfType<TestCase>()], [], null, [.. seen.OfType<FileCoverage>().Select(file => Relative(file, component.Component)).OfType<FileCoverage>()], commands.ToImmutable());
    }

    private IEnumerable<Step> Steps(IFileTree tree, FoundComponent found, TimeSpan limit, Trial trial)
    {
        foreach (var root in found.Component.Toolchains)
        {
            var context = new StepContext(clone.Root, tree, found.Component, root, found.Configuration.Commands, limit);
            foreach (var step in Toolchains.Toolchains.Named(root.Toolchain).TrialSteps(context, trial)) yield return step;
        }
        if (!found.Component.Toolchains.IsEmpty) yield break;
        var itself = new StepContext(clone.Root, tree, found.Component, new ToolchainRoot("", found.Component.Path, ""), found.Configuration.Commands, limit);
        foreach (var step in ConfiguredStep.All(itself).Where(step => step.Kind is StepKind.Build or StepKind.Test)) yield return step;
    }

    private static List<Observation> Read(string folder, CancellationToken cancellation) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".log", StringComparison.Ordinal))
            .SelectMany(file => EvidenceFile.Read(file, cancellation).Observations)];

    /// <summary>Tried below each source root of the report, then below the roots of the toolchains; null where it is no file of the clone.</summary>
    private FileCoverage? Relative(FileCoverage file, Component component)
    {
        var folders = file.Roots.Concat(component.Toolchains.Select(root => root.Path)).Append(component.Path).Append("");
        var path = folders.Select(folder => Path.GetFullPath(Path.Combine(clone.Root, folder, file.Path))).FirstOrDefault(File.Exists);
        return path is not null && Relative(path) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) ? file with { Path = relative, Roots = [] } : null;
    }

    private ToolFinding Relative(ToolFinding finding) => finding.File is null ? finding : finding with { File = Relative(finding.File) };

    private string Relative(string path) =>
        Path.GetRelativePath(clone.Root, Path.Combine(clone.Root, path.StartsWith("file://", StringComparison.Ordinal) ? new Uri(path).LocalPath : path)).Replace('\\', '/');
}
