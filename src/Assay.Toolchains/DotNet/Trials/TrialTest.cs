using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Toolchains.DotNet.Testing;

namespace Assay.Toolchains.DotNet.Trials;

/// <summary>Runs the tests that the trial's build made, each project for each target framework that can run here.</summary>
internal static class TrialTest
{
    internal static Step Create(TrialWork trial) =>
        new(trial.Work.Name("test"), StepKind.Test, trial.Work.Title("test"), (run, cancellation) => RunAsync(trial, run, cancellation));

    private static async Task<StepResult> RunAsync(TrialWork trial, StepRun run, CancellationToken cancellation)
    {
        DotNetWork work = trial.Work;
        string shown = $"dotnet test {work.Entry} --no-build";
        if (trial.Built is not { } built)
        {
            return new StepResult(shown, null, [Nothing(work, "No test was run: the build did not end well.", "See build.log of the build step.")]);
        }

        ImmutableArray<ProjectDescription> tests = [.. built.Projects.Where(project => project.IsTest || project.IsPlatform || TestRunners.RunsItself(project))];
        InstalledRuntimes runtimes = await InstalledRuntimes.ListAsync(work, run.Commands, Path.Combine(run.Folder, "runtimes.log"), cancellation).ConfigureAwait(false);
        ILookup<string?, ProjectDescription> byReason = tests.ToLookup(runtimes.Missing);
        ProjectDescription[] runnable = [.. byReason[null].Where(project => File.Exists(project.Target))];
        (string Project, string Run, string Reason)[] missing =
        [
            .. built.Missing.Select(each => (each.Project, $"{Path.GetFileNameWithoutExtension(each.Project)} {each.Framework}", $"no runtime for {each.Framework} is installed")),
            .. byReason.Where(group => group.Key is not null).SelectMany(group => group.Select(project => (project.Project, project.Run, group.Key!))),
        ];
        if (missing.Length > 0)
        {
            MissingRuns.Write(Path.Combine(run.Folder, "runs-missing.json"), missing.Select(each => (each.Run, each.Reason)));
        }

        var problems = new List<AssayError>(byReason[null].Except(runnable).Select(TestStep.NotBuilt));
        problems.AddRange(missing.Where(each => !runnable.Any(project => project.Project == each.Project)).Select(each =>
            new AssayError(CollectionErrors.ToolMissing, $"The tests of {each.Run} could not be run: {each.Reason}.", each.Project, NextStep: "Install that runtime.")));
        problems.AddRange(trial.Said.Where(project => !tests.Any(test => test.Project == work.OnDisk(project)) && !missing.Any(each => each.Project == work.OnDisk(project)))
            .Select(project => Nothing(work, $"The tests of {project} could not be run: MSBuild does not see it as a test project.", "Look whether it references a test runner.")));
        if (tests.IsEmpty && problems.Count == 0)
        {
            problems.Add(Nothing(work, $"No test project was found in {work.Root.Entry}.", "Add a test project, or name the command that tests it: commands: test: in assay.yaml."));
        }

        int? exitCode = await TestAsync(trial, runnable, run, problems, cancellation).ConfigureAwait(false);
        return new StepResult(shown, exitCode, [.. problems]);
    }

    private static async Task<int?> TestAsync(TrialWork trial, ProjectDescription[] runnable, StepRun run, List<AssayError> problems, CancellationToken cancellation)
    {
        DirectoryInfo temporary = run.NewTemporary("assay-trial-");
        try
        {
            string? collector = trial.Trial.Coverage
                ? await TestStep.CollectorAsync(trial.Work, runnable, run, temporary.FullName, problems, cancellation).ConfigureAwait(false) : null;
            var runs = new TrialRun(trial, run, temporary.FullName, collector);
            int? exitCode = 0;
            int begun = 0;
            foreach (ProjectDescription project in runnable)
            {
                ImmutableArray<string> asked = TrialFilter.AskedOf(project, trial.Trial.Only);
                if (asked.IsEmpty && !trial.Trial.Only.IsEmpty)
                {
                    continue;
                }

                begun++;
                var (ended, found) = await runs.RunAsync(project, asked, cancellation).ConfigureAwait(false);
                problems.AddRange(found);
                exitCode = exitCode == 0 ? ended : exitCode;
            }

            if (begun == 0 && problems.Count == 0 && !trial.Work.OthersHoldTests)
            {
                problems.Add(Nothing(trial.Work, $"None of the {trial.Trial.Only.Length} tests that were asked for is in a test project of {trial.Work.Root.Entry}.", "Look which project holds them."));
            }

            return exitCode;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static AssayError Nothing(DotNetWork work, string what, string next) => new(CollectionErrors.ToolProducedNothing, what, work.Root.Entry, NextStep: next);
}
