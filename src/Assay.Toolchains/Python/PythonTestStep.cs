using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Python;

/// <summary>Runs pytest under coverage.py, and leaves JUnit XML and Cobertura.</summary>
internal sealed class PythonTestStep(Interpreter python)
{
    /// <summary>No test was collected; see pytest's exit codes.</summary>
    private const int NoTests = 5;

    internal Step Create(string name) => new(name, StepKind.Test, $"pytest in {(python.Root.Length == 0 ? "." : python.Root)}", RunAsync);

    private async Task<StepResult> RunAsync(StepRun run, CancellationToken cancellation)
    {
        const string shown = "python3 -m pytest";
        if (await python.WithAsync("pytest", run, cancellation).ConfigureAwait(false) is not { } program)
        {
            return new StepResult(shown, null, [python.Missing("pytest", "pytest coverage")]);
        }

        var covered = await python.WithAsync("coverage", run, cancellation).ConfigureAwait(false) == program;
        var temporary = Directory.CreateTempSubdirectory("assay-python-");
        try
        {
            var junit = Path.Combine(run.Folder, "junit.xml");
            string[] pytest = ["-p", "no:cacheprovider", "-o", "junit_family=xunit2", $"--junitxml={junit}"];
            var data = ImmutableDictionary<string, string>.Empty.Add("COVERAGE_FILE", Path.Combine(temporary.FullName, "data"));
            var command = covered ? Interpreter.Module(program, "coverage", ["run", "--branch", "--source=.", "-m", "pytest", .. pytest], data) : Interpreter.Module(program, "pytest", pytest);
            var outcome = await run.Commands.RunAsync(command, python.Folder, Path.Combine(run.Folder, "test.log"), cancellation).ConfigureAwait(false);
            var problems = Problems(outcome, junit, shown).ToList();
            if (covered && problems.Count == 0)
            {
                var report = Interpreter.Module(program, "coverage", ["xml", "-i", "-o", Path.Combine(run.Folder, "coverage.xml")], data);
                var reported = await run.Commands.RunAsync(report, python.Folder, Path.Combine(run.Folder, "coverage.log"), cancellation).ConfigureAwait(false);
                if (reported.ExitCode != 0) problems.Add(Uncovered($"coverage.py left no report (exit code {reported.ExitCode})", "Read the end of coverage.log and mend the cause."));
            }
            else if (!covered)
            {
                problems.Add(Uncovered("coverage.py is not installed, so nothing was measured", python.Missing("coverage", "coverage").Step));
            }

            return new StepResult(covered ? "python3 -m coverage run --branch --source=. -m pytest" : shown, outcome.ExitCode, [.. problems]);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    internal static IEnumerable<AssayError> Problems(CommandOutcome outcome, string junit, string shown)
    {
        if (outcome is { NotFound: true } or { TimedOut: true })
        {
            return CommandProblems.Of(outcome, shown);
        }

        var count = JunitCount.Read(junit);
        if (outcome.ExitCode == NoTests || count is { Tests: 0 })
        {
            return [new AssayError(CollectionErrors.ToolProducedNothing, "pytest found no test.", NextStep: "Add the first test, as tests/test_NAME.py, or tell pytest where they are.")];
        }

        return count is null ? [CommandProblems.Failed(outcome, shown)] : outcome.ExitCode != 0 && count.Failed == 0 ? [CommandProblems.Failed(outcome, $"{shown}, though no test in its report failed,")] : [];
    }

    internal static AssayError Uncovered(string what, string step) => new(CollectionErrors.CoverageMissing, what + ".", NextStep: step);
}
