using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.DotNet.Building;

/// <summary>Restores packages.</summary>
internal static class RestoreStep
{
    internal static Step Create(DotNetWork work) =>
        new(work.Name("restore"), StepKind.Restore, work.Title("restore"), (run, cancellation) => RunAsync(work, run, cancellation));

    private static async Task<StepResult> RunAsync(DotNetWork work, StepRun run, CancellationToken cancellation)
    {
        using var extension = new MsBuildExtension();
        CommandLine command = work.Command("restore", work.EntryFor(extension.Folder));
        CommandOutcome outcome = await run.Commands.RunAsync(command, work.Folder, Path.Combine(run.Folder, "restore.log"), cancellation).ConfigureAwait(false);
        ImmutableArray<AssayError> problems = [.. CommandProblems.Of(outcome, "dotnet restore", MsBuildMessages.FirstError(outcome.LogPath))];

        // Where some projects were restored, what can be built and tested is; the build says why it does without the others.
        int failed = MsBuildMessages.ProjectsWithErrors(outcome.LogPath).Count;
        bool partly = outcome.ExitCode is not (null or 0) && failed > 0 && failed < work.Projects.Count;
        work.PartlyRestored = partly ? problems[0] : null;
        return new StepResult($"dotnet restore {work.Entry}", outcome.ExitCode, partly ? [] : problems);
    }
}
