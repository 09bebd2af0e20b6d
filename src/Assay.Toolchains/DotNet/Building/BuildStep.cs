using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.DotNet.Building;

/// <summary>Builds everything anew; compiler and analyzers report as SARIF, a file for each project and target framework.</summary>
internal static class BuildStep
{
    internal static Step Create(DotNetWork work) =>
        new(work.Name("build"), StepKind.Build, work.Title("build"), (run, cancellation) => RunAsync(work, run, cancellation));

    private static async Task<StepResult> RunAsync(DotNetWork work, StepRun run, CancellationToken cancellation)
    {
        using var extension = new MsBuildExtension();

        // Source paths stay as they are on this machine: a mapped path could not be found again in a coverage report.
        CommandLine command = work.Command(
            ["build", work.EntryFor(extension.Folder), "--no-restore", "-t:Rebuild", "-clp:NoSummary", "-p:DeterministicSourcePaths=false", .. extension.WriteSarif(run.Folder)]);
        work.BuildBegan = DateTime.UtcNow;
        CommandOutcome outcome = await run.Commands.RunAsync(command, work.Folder, Path.Combine(run.Folder, "build.log"), cancellation).ConfigureAwait(false);

        IEnumerable<AssayError> restored = work.PartlyRestored is { } error ? [error] : [];
        return new StepResult(
            $"dotnet build {work.Entry} --no-restore -t:Rebuild", outcome.ExitCode, [.. restored, .. Failed(outcome, run.Folder), .. Silent(work, extension.Read(), run.Folder)]);
    }

    /// <summary>An error that the compiler reports is a finding, shown in its SARIF; any other reason to fail is a problem.</summary>
    private static IEnumerable<AssayError> Failed(CommandOutcome outcome, string folder) =>
        outcome.ExitCode is not (null or 0) && CompileErrors.AreIn(folder)
            ? []
            : CommandProblems.Of(outcome, "dotnet build", MsBuildMessages.LastError(outcome.LogPath));

    /// <summary>Projects of which a target framework left no report: nothing shows what their compiler found.</summary>
    private static IEnumerable<AssayError> Silent(DotNetWork work, ImmutableArray<ProjectDescription> built, string folder)
    {
        ILookup<string, bool> reports = built.ToLookup(each => each.Project, each => File.Exists(Path.Combine(folder, each.Id + ".sarif")));
        string[] silent = [.. work.Projects.Where(project => reports[work.OnDisk(project)].DefaultIfEmpty(false).Contains(false))];
        if (silent.Length > 0)
        {
            bool fsharp = silent.All(project => project.EndsWith(".fsproj", StringComparison.OrdinalIgnoreCase));
            string names = string.Join(", ", silent.Take(5)) + (silent.Length > 5 ? $" and {silent.Length - 5} more" : "");
            yield return new AssayError(CollectionErrors.ToolProducedNothing, $"No compiler report of {names}.", silent[0],
                NextStep: fsharp ? "The F# compiler writes no SARIF: name the report of another analyzer under evidence: in assay.yaml." : "It was not compiled: see build.log of the step.");
        }
    }
}
