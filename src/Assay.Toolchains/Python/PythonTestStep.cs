using System.Collections.Immutable;
using System.Xml.Linq;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Python;

/// <summary>
/// Runs pytest, whole or for the tests that are asked for, and leaves JUnit XML and, where it is asked for, Cobertura of coverage.py. All files are collected
/// either way: where pytest looks for its settings depends on the files that it is given, and names of tests depend on that.
/// </summary>
internal sealed class PythonTestStep(Interpreter python, Trial trial)
{
    private const string Shown = "python3 -m pytest";

    /// <summary>No test was collected; see pytest's exit codes.</summary>
    private const int NoTests = 5;

    internal Step Create(string name) => new(name, StepKind.Test, $"pytest in {(python.Root.Length == 0 ? "." : python.Root)}", RunAsync);

    private async Task<StepResult> RunAsync(StepRun run, CancellationToken cancellation)
    {
        if (await python.WithAsync("pytest", run, cancellation).ConfigureAwait(false) is not { } program) return new StepResult(Shown, null, [python.Missing("pytest", "pytest coverage")]);
        var covered = trial.Coverage && await python.WithAsync("coverage", run, cancellation).ConfigureAwait(false) == program;
        var whole = trial.Only.IsEmpty || trial.Only.Any(test => test.Name == test.File);
        if (!whole)
        {
            var picked = await OnceAsync(program, covered, trial.Only, run, cancellation).ConfigureAwait(false);
            var stopped = picked.Problems.Any(problem => problem.Kind == CollectionErrors.ToolTimedOut);
            if (stopped || (!picked.Problems.Any(IsGrave) && TrialCases.Cover(TrialCases.In(run.Folder, cancellation), trial.Only))) return picked;
            foreach (var left in Directory.EnumerateFiles(run.Folder)) File.Delete(left);
        }

        var all = await OnceAsync(program, covered, [], run, cancellation).ConfigureAwait(false);
        return all.Problems.Any(IsGrave) || TrialCases.Any(TrialCases.In(run.Folder, cancellation), trial.Only) ? all : all with { Problems = [TrialCases.None("pytest", trial.Only)] };
    }

    private async Task<StepResult> OnceAsync(string program, bool covered, ImmutableArray<TestCase> only, StepRun run, CancellationToken cancellation)
    {
        var temporary = run.NewTemporary("assay-python-").FullName;
        try
        {
            RunnerScript.Write("evidence_trial.py", temporary);
            if (!only.IsEmpty) await File.WriteAllLinesAsync(Path.Combine(temporary, "only.txt"), only.Select(test => test.Id), cancellation).ConfigureAwait(false);
            var junit = Path.Combine(run.Folder, "junit.xml");
            string[] pytest = ["-p", "no:cacheprovider", "-p", "evidence_trial", "--continue-on-collection-errors", "--maxfail=0", "-o", "junit_family=xunit1", $"--junitxml={junit}"];
            var variables = ImmutableDictionary<string, string>.Empty.Add("COVERAGE_FILE", Path.Combine(temporary, "data")).Add("PYTHONPATH",
                Environment.GetEnvironmentVariable("PYTHONPATH") is { Length: > 0 } own ? $"{temporary}{Path.PathSeparator}{own}" : temporary);
            var command = covered ? Interpreter.Module(program, "coverage", ["run", "--branch", "--source=.", "-m", "pytest", .. pytest], variables) : Interpreter.Module(program, "pytest", pytest, variables);
            var outcome = await run.Commands.RunAsync(command, python.Folder, Path.Combine(run.Folder, "test.log"), cancellation).ConfigureAwait(false);
            var problems = Problems(outcome, junit).ToList();
            if (File.Exists(junit)) TrialJunit.Clean(junit, python.RepositoryRoot, Located);
            if (File.Exists(Path.Combine(temporary, "elsewhere.txt")))
                problems.Add(Elsewhere(await File.ReadAllLinesAsync(Path.Combine(temporary, "elsewhere.txt"), cancellation).ConfigureAwait(false)));
            if (covered && problems.Count == 0)
            {
                var report = Interpreter.Module(program, "coverage", ["xml", "-i", "-o", Path.Combine(run.Folder, "coverage.xml")], variables);
                var reported = await run.Commands.RunAsync(report, python.Folder, Path.Combine(run.Folder, "coverage.log"), cancellation).ConfigureAwait(false);
                if (reported.ExitCode != 0) problems.Add(Uncovered($"coverage.py left no report (exit code {reported.ExitCode})", "Read the end of coverage.log and mend the cause."));
            }
            else if (trial.Coverage && !covered)
            {
                problems.Add(Uncovered("coverage.py is not installed, so nothing was measured", python.Missing("coverage", "coverage").Step));
            }

            return new StepResult(covered ? "python3 -m coverage run --branch --source=. -m pytest" : Shown, outcome.ExitCode, [.. problems]);
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    private static IEnumerable<AssayError> Problems(CommandOutcome outcome, string junit)
    {
        if (outcome is { NotFound: true } or { TimedOut: true })
        {
            return CommandProblems.Of(outcome, Shown);
        }

        var count = JunitCount.Read(junit);
        if (outcome.ExitCode == NoTests || count is { Tests: 0 })
        {
            return [new AssayError(CollectionErrors.ToolProducedNothing, "pytest found no test.", NextStep: "Add the first test, as tests/test_NAME.py, or tell pytest where they are.")];
        }

        return count is null ? [CommandProblems.Failed(outcome, Shown)] : outcome.ExitCode != 0 && count.Failed == 0 ? [CommandProblems.Failed(outcome, $"{Shown}, though no test in its report failed,")] : [];
    }

    private static AssayError Uncovered(string what, string step) => new(CollectionErrors.CoverageMissing, what + ".", NextStep: step);

    /// <summary>Its file relative to the repository; a file that could not be collected is a case of the file's name.</summary>
    private void Located(XElement test)
    {
        if ((string?)test.Attribute("file") is not { } said) return;
        var below = TreePaths.Resolve(python.Root, said) ?? said;
        var file = File.Exists(TreePaths.OnDisk(python.RepositoryRoot, below)) ? below : said.Replace('\\', '/');
        test.SetAttributeValue("file", file);
        if (test.Elements().FirstOrDefault(child => child.Name == "error" && (string?)child.Attribute("message") == "collection failure") is not { } error) return;
        test.SetAttributeValue("name", file);
        if (error.Value.Split('\n').LastOrDefault(line => line.StartsWith("E  ", StringComparison.Ordinal)) is { } why) error.SetAttributeValue("message", why[1..].Trim());
    }

    private static AssayError Elsewhere(string[] modules) => new(CollectionErrors.ToolFailed,
        $"The tests ran other sources than those that were to be tested: {modules[0]}.", NextStep: "Let pytest import from the folder itself (pythonpath = [\".\", \"src\"] in its settings), not from an installed package.");

    private static bool IsGrave(AssayError problem) => problem.Kind != CollectionErrors.CoverageMissing;
}
