using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Toolchains.Commands;
using Assay.Toolchains.DotNet.Projects;

namespace Assay.Toolchains.DotNet.Testing;

/// <summary>Runs every test project for every target framework that can run here, and shows those that cannot.</summary>
internal static class TestStep
{
    internal static Step Create(DotNetWork work) =>
        new(work.Name("test"), StepKind.Test, work.Title("test"), (run, cancellation) => RunAsync(work, run, cancellation));

    private static async Task<StepResult> RunAsync(DotNetWork work, StepRun run, CancellationToken cancellation)
    {
        using var extension = new MsBuildExtension();
        string shown = $"dotnet test {work.Entry} --no-build --collect \"XPlat Code Coverage\"";
        CommandLine describe = work.Command(["msbuild", work.EntryFor(extension.Folder), "-v:minimal", "-m", .. extension.DescribeOnly()]);
        CommandOutcome described = await run.Commands.RunAsync(describe, work.Folder, Path.Combine(run.Folder, "projects.log"), cancellation).ConfigureAwait(false);
        ImmutableArray<ProjectDescription> tests = [.. extension.Read().Where(project => project.IsTest || project.IsPlatform)];
        var problems = new List<AssayError>(Undescribed(work, described, tests));
        if (tests.IsEmpty && problems.Count == 0 && work.OthersHoldTests)
        {
            return new StepResult(shown, described.ExitCode, []);
        }
        if (tests.IsEmpty)
        {
            problems.Add(new AssayError(CollectionErrors.ToolProducedNothing, $"No test project was found in {work.Root.Entry}.", work.Root.Entry,
                NextStep: "Add a test project, or name the command that tests it: commands: test: in assay.yaml."));
            return new StepResult(shown, described.ExitCode, [.. problems]);
        }

        InstalledRuntimes runtimes = await InstalledRuntimes.ListAsync(work, run.Commands, Path.Combine(run.Folder, "runtimes.log"), cancellation).ConfigureAwait(false);
        ILookup<string?, ProjectDescription> byReason = tests.ToLookup(runtimes.Missing);
        ProjectDescription[] runnable = [.. byReason[null].Where(project => work.IsFresh(project.Target))];
        problems.AddRange(byReason[null].Except(runnable).Select(NotBuilt));
        (string, string)[] missing = [.. byReason.Where(group => group.Key is not null).SelectMany(group => group.Select(project => (project.Run, group.Key!)))];
        if (missing.Length > 0)
        {
            MissingRuns.Write(Path.Combine(run.Folder, "runs-missing.json"), missing);
        }

        string? collector = await CollectorAsync(work, runnable, run, extension.Folder, problems, cancellation).ConfigureAwait(false);
        int? exitCode = 0;
        foreach (ProjectDescription project in runnable)
        {
            string results = Directory.CreateDirectory(Path.Combine(extension.Folder, "results", project.Id)).FullName;
            var (ended, found) = await TestRun.RunAsync(work, project, run, results, collector, cancellation).ConfigureAwait(false);
            problems.AddRange(found);
            exitCode = exitCode == 0 ? ended : exitCode;
        }

        return new StepResult(shown, exitCode, [.. problems]);
    }

    /// <summary>The coverage collector, where a project needs one that it does not bring itself.</summary>
    internal static async Task<string?> CollectorAsync(
        DotNetWork work, ProjectDescription[] runnable, StepRun run, string temporaryFolder, List<AssayError> problems, CancellationToken cancellation)
    {
        if (!runnable.Any(project => TestRunners.Of(project) == TestRunner.VsTest && !project.References(CoverletCollector.Package)))
        {
            return null;
        }

        var (folder, error) = await CoverletCollector.FindAsync(work, run.Commands, temporaryFolder, Path.Combine(run.Folder, "collector.log"), cancellation).ConfigureAwait(false);
        problems.AddRange(error is null ? [] : [error]);
        return folder;
    }

    /// <summary>Projects that hold tests by their text, and that MSBuild does not see as tests: it could not read them, or they were not restored.</summary>
    private static IEnumerable<AssayError> Undescribed(DotNetWork work, CommandOutcome described, ImmutableArray<ProjectDescription> tests)
    {
        if (described.ExitCode is null)
        {
            return CommandProblems.Of(described, "dotnet msbuild");
        }

        return work.Projects.Where(project => TestProjects.IsRunnable(ProjectFile.Read(work.Context.Tree, project)) && !tests.Any(test => test.Project == work.OnDisk(project)))
            .Select(project => new AssayError(CollectionErrors.ToolFailed,
                $"The tests of {project} could not be run: {MsBuildMessages.LastError(described.LogPath) ?? work.PartlyRestored?.What ?? "MSBuild does not see it as a test project, as if it were not restored"}", project));
    }

    internal static AssayError NotBuilt(ProjectDescription project) =>
        new(CollectionErrors.ToolProducedNothing, $"The tests of {project.Run} did not run: it was not built.", NextStep: "See build.log of the build step.");
}
