using Assay.Core.Evidence;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.DotNet.Trials;

/// <summary>Restores what the tests need, where the project files are not those that the folder was last restored with.</summary>
internal static class TrialRestore
{
    internal static Step Create(TrialWork trial, TrialMemory memory) =>
        new(trial.Work.Name("restore"), StepKind.Restore, trial.Work.Title("restore"), (run, cancellation) => RunAsync(trial, memory, run, cancellation));

    private static async Task<StepResult> RunAsync(TrialWork trial, TrialMemory memory, StepRun run, CancellationToken cancellation)
    {
        DotNetWork work = trial.Work;
        string shown = $"dotnet restore {work.Entry}";
        if (memory.IsRestored(work))
        {
            return new StepResult(shown, 0, []);
        }

        memory.Forget(work);
        using var extension = new MsBuildExtension(run);
        string entry = work.OnDisk(trial.Projects is [var one] ? one : work.Root.Entry);
        if (trial.Projects.Length > 1)
        {
            entry = Path.Combine(extension.Folder, "tests.slnx");
            await File.WriteAllTextAsync(entry, DotNetWork.Solution(trial.Projects.Select(work.OnDisk)), cancellation).ConfigureAwait(false);
        }

        CommandLine command = work.Command(["restore", entry, .. trial.Properties()]);
        CommandOutcome outcome = await run.Commands.RunAsync(command, work.Folder, Path.Combine(run.Folder, "restore.log"), cancellation).ConfigureAwait(false);
        if (outcome.ExitCode == 0)
        {
            memory.Restored(work, trial.Projects);
        }

        return new StepResult(shown, outcome.ExitCode, [.. CommandProblems.Of(outcome, "dotnet restore", MsBuildMessages.FirstError(outcome.LogPath))]);
    }
}
