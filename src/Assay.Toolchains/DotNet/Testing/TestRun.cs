using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.DotNet.Testing;

/// <summary>Runs one test project for one target framework, and keeps its report and coverage as evidence.</summary>
internal static class TestRun
{
    private const int PlatformTestsFailed = 2;
    private const int PlatformNoTests = 8;

    /// <param name="results">An empty folder for what the run writes besides evidence.</param>
    internal static async Task<(int? ExitCode, ImmutableArray<AssayError> Problems)> RunAsync(
        DotNetWork work, ProjectDescription project, StepRun run, string results, string? collector, CancellationToken cancellation)
    {
        CommandLine command = work.Command(TestRunners.Arguments(project, results, collector).AsSpan());
        string log = Path.Combine(run.Folder, project.Id + ".log");
        CommandOutcome outcome = await run.Commands.RunAsync(command, work.Folder, log, cancellation).ConfigureAwait(false);

        TrxSummary? summary = Keep(Path.Combine(results, "results.trx"), Path.Combine(run.Folder, project.Id + ".trx"));
        return (outcome.ExitCode, [.. Problems(project, outcome, summary), .. Coverage(project, run, results, collector)]);
    }

    private static TrxSummary? Keep(string report, string kept)
    {
        if (TrxSummary.Read(report) is not { } summary)
        {
            return null;
        }

        File.Copy(report, kept);
        return summary;
    }

    /// <summary>Why the run cannot be relied on; none where every test that ran is in the report.</summary>
    internal static IEnumerable<AssayError> Problems(ProjectDescription project, CommandOutcome outcome, TrxSummary? summary)
    {
        string shown = $"The test run of {project.Run}";
        if (outcome.ExitCode is null)
        {
            return CommandProblems.Of(outcome, shown);
        }

        bool platform = TestRunners.Of(project) == TestRunner.Platform;
        if (summary is { Results: 0, Aborted: false } || (summary is null && outcome.ExitCode == 0) || (platform && outcome.ExitCode == PlatformNoTests))
        {
            return [new AssayError(CollectionErrors.ToolProducedNothing, $"{shown} ended with {outcome.ExitCode} and without the result of any test.", NextStep: "Look whether the project holds tests and a runner that finds them.")];
        }

        bool explained = outcome.ExitCode == 0 || (summary is { Failed: > 0, Aborted: false } && (!platform || outcome.ExitCode == PlatformTestsFailed));
        return explained && summary is { Aborted: false } ? [] : [CommandProblems.Failed(outcome, shown, Cause(outcome))];
    }

    private static string? Cause(CommandOutcome outcome) =>
        LogTail.LastWith(outcome.LogPath, line => line.Contains("crashed", StringComparison.OrdinalIgnoreCase))
        ?? MsBuildMessages.LastError(outcome.LogPath);

    /// <summary>Keeps the reports of coverage, and tells where there should be one.</summary>
    internal static IEnumerable<AssayError> Coverage(ProjectDescription project, StepRun run, string results, string? collector)
    {
        // The TRX logger keeps a copy of the same report below a folder named "In".
        string[] reports = [.. Directory.EnumerateFiles(results, "coverage.cobertura.xml", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}In{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        for (int i = 0; i < reports.Length; i++)
        {
            File.Copy(reports[i], Path.Combine(run.Folder, $"{project.Id}{(i == 0 ? "" : $"-{i + 1}")}.cobertura.xml"));
        }

        bool expected = TestRunners.MeasuresCoverage(project) && (TestRunners.Of(project) != TestRunner.VsTest || collector is not null || project.References(CoverletCollector.Package));
        return (reports.Length, expected) switch
        {
            (0, true) => [new AssayError(CollectionErrors.CoverageMissing, $"The test run of {project.Run} left no coverage report.", NextStep: $"Read {project.Id}.log of the step.")],
            (0, false) when TestRunners.Of(project) != TestRunner.VsTest => [new AssayError(CollectionErrors.CoverageMissing,
                $"The coverage of {project.Run} was not measured: its test platform has no coverage extension.", NextStep: TestRunners.Of(project) == TestRunner.XunitOwn
                    ? "Reference Microsoft.Testing.Extensions.CodeCoverage in the test project, and set UseMicrosoftTestingPlatformRunner to true in it: else xUnit's own runner is started, which takes no extensions."
                    : "Reference Microsoft.Testing.Extensions.CodeCoverage in the test project.")],
            _ => [], // without a collector the step has said so once
        };
    }
}
