using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Toolchains.Commands;
using Assay.Toolchains.DotNet.Testing;

namespace Assay.Toolchains.DotNet.Trials;

/// <summary>Runs one test project for one target framework.</summary>
internal sealed class TrialRun(TrialWork trial, StepRun run, string temporaryFolder, string? collector)
{
    /// <param name="asked">Full names of the methods to run alone; all where empty.</param>
    internal async Task<(int? ExitCode, ImmutableArray<AssayError> Problems)> RunAsync(
        ProjectDescription project, ImmutableArray<string> asked, CancellationToken cancellation)
    {
        bool console = !trial.Trial.Coverage && !project.SaysHowToRun;
        ImmutableArray<string> filter = asked.IsEmpty ? [] : TrialFilter.Arguments(project, asked, console);
        if (!filter.IsEmpty)
        {
            var (ended, chosen, problems) = await OnceAsync(project, filter, "chosen", cancellation).ConfigureAwait(false);
            if (ended.ExitCode is null || chosen is { Aborted: true } || (chosen is not null && problems.IsEmpty && asked.All(TrialReport.Read(Kept(project)).Names.Contains)))
            {
                return (ended.ExitCode, problems);
            }

            // A name that the runner did not find may be called otherwise, or is not in this tree: only a run of all can tell.
            foreach (string file in Directory.EnumerateFiles(run.Folder, project.Id + "*").Where(file => !file.EndsWith(".log", StringComparison.Ordinal)))
            {
                File.Delete(file);
            }
        }

        var (outcome, _, found) = await OnceAsync(project, [], "all", cancellation).ConfigureAwait(false);
        return (outcome.ExitCode, found);
    }

    private async Task<(CommandOutcome Outcome, TrxSummary? Summary, ImmutableArray<AssayError> Problems)> OnceAsync(
        ProjectDescription project, ImmutableArray<string> filter, string which, CancellationToken cancellation)
    {
        string results = Directory.CreateDirectory(Path.Combine(temporaryFolder, "results", project.Id, which)).FullName;
        bool coverage = trial.Trial.Coverage;
        CommandLine command = trial.Work.Command([.. TestRunners.Arguments(project, results, collector, coverage), .. filter]);
        string log = Path.Combine(run.Folder, $"{project.Id}-{which}.log");
        CommandOutcome outcome = await run.Commands.RunAsync(command, trial.Work.Folder, log, cancellation).ConfigureAwait(false);
        TrxSummary? summary = TrialReport.Keep(Path.Combine(results, "results.trx"), Kept(project), trial.Work.Context.RepositoryRoot);
        AssayError? unreadable = summary is null ? null : TrialReport.Read(Kept(project)).Error;
        return (outcome, summary, [.. TestRun.Problems(project, outcome, summary), .. unreadable is null ? [] : (AssayError[])[unreadable], .. coverage ? TestRun.Coverage(project, run, results, collector) : []]);
    }

    private string Kept(ProjectDescription project) => Path.Combine(run.Folder, project.Id + ".trx");
}
