using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Toolchains.Commands;
using Assay.Toolchains.DotNet.Building;
using Assay.Toolchains.DotNet.Testing;

namespace Assay.Toolchains.DotNet.Trials;

/// <summary>
/// Builds the tests and what they reference, as far as the tree differs from what the folder last showed. Analyzers do not run and no warning is an error:
/// a trial asks what tests do, and what the analyzers suppress would else be an error without them.
/// </summary>
internal static class TrialBuild
{
    internal static Step Create(TrialWork trial, TrialMemory memory) =>
        new(trial.Work.Name("build"), StepKind.Build, trial.Work.Title("build"), (run, cancellation) => RunAsync(trial, memory, run, cancellation));

    private static async Task<StepResult> RunAsync(TrialWork trial, TrialMemory memory, StepRun run, CancellationToken cancellation)
    {
        DotNetWork work = trial.Work;
        string shown = $"dotnet build {work.Entry} --no-restore";
        trial.Built = trial.Trial.AsLeft ? memory.Built(work) : null;
        if (trial.Built is not null)
        {
            return new StepResult(shown, 0, []);
        }

        memory.ForgetBuilt(work);
        using var extension = new MsBuildExtension(run);
        InstalledRuntimes runtimes = await InstalledRuntimes.ListAsync(work, run.Commands, Path.Combine(run.Folder, "runtimes.log"), cancellation).ConfigureAwait(false);
        string[] projects = [.. trial.Projects.Select(work.OnDisk)];
        string entry = Path.Combine(extension.Folder, "tests.proj");
        await File.WriteAllTextAsync(entry, TrialTargets.Entry(projects), cancellation).ConfigureAwait(false);

        CommandLine command = work.Command(
        [
            "msbuild", entry, "-t:Build", "-nologo", "-v:minimal", "-m", "-nodeReuse:false", "-p:DeterministicSourcePaths=false",
            "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:WarningsAsErrors=", .. trial.Properties(),
            .. extension.WriteSarif(run.Folder), .. extension.ForTests(TrialTargets.CrossTargeting(projects, InstalledFrameworks.Of(runtimes))),
        ]);
        CommandOutcome outcome = await run.Commands.RunAsync(command, work.Folder, Path.Combine(run.Folder, "build.log"), cancellation).ConfigureAwait(false);
        if (outcome.ExitCode == 0)
        {
            trial.Built = new TrialBuilt(extension.Read(), TrialTargets.Missing(extension.Descriptions));
            memory.BuiltAs(work, trial.Built);
        }

        bool compiler = outcome.ExitCode is not (null or 0) && CompileErrors.AreIn(run.Folder);
        AssayError[] problems = compiler ? [] : [.. CommandProblems.Of(outcome, "dotnet build", MsBuildMessages.LastError(outcome.LogPath))];
        return new StepResult(shown, outcome.ExitCode, [.. problems]);
    }
}
