using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Node.Testing;

/// <summary>
/// Runs the tests of one package with its own runner, and leaves JUnit XML and, where it is asked for, LCOV. Of tests that are asked for alone, picks by title
/// first, and takes more where that showed less than was asked for.
/// </summary>
/// <param name="alone">No other run has tests that are asked for.</param>
internal sealed class NodeTestStep(string repositoryRoot, NodePackage package, TestScript script, Trial trial, bool alone)
{
    /// <summary>Coverage for Mocha, which has none of its own; from the npm registry.</summary>
    private const string C8 = "c8@10.1.3";

    private readonly string folder = TreePaths.OnDisk(repositoryRoot, package.Path);
    private readonly TestReport report = new(repositoryRoot, package);

    internal Step Create(string name) => new(name, StepKind.Test, $"{Shown} in {(package.Path.Length == 0 ? "." : package.Path)}", RunAsync);

    private string Shown => script.Runner switch
    {
        TestRunner.Vitest => "vitest run",
        TestRunner.Jest => "jest",
        TestRunner.Mocha => "mocha",
        TestRunner.Node => "node --test",
        _ => "tests",
    };

    private async Task<StepResult> RunAsync(StepRun run, CancellationToken cancellation)
    {
        if (script.Runner == TestRunner.Unknown) return Unknown();
        ImmutableArray<TestCase> ours = [.. trial.Only.Where(test => test.File is null || TreePaths.IsBelow(test.File, package.Path))];
        if (!trial.Only.IsEmpty && ours.IsEmpty && !alone) return new StepResult(Shown, 0, []);
        StepResult last = new(Shown, null, []);
        foreach (TestFilter filter in TestFilter.Of(ours, package, file => File.Exists(TreePaths.OnDisk(repositoryRoot, file))))
        {
            foreach (string left in Directory.EnumerateFiles(run.Folder, "*", SearchOption.AllDirectories)) File.Delete(left);
            last = await OnceAsync(filter, ours, run, cancellation).ConfigureAwait(false);
            if (last.Problems.Any(problem => problem.Kind == CollectionErrors.ToolTimedOut)) return last;
            bool whole = filter.Titles.IsEmpty && filter.Files.IsEmpty;
            ImmutableArray<TestCase> seen = TrialCases.In(run.Folder, cancellation);
            if (!whole && last.Problems.All(IsOfCoverage) && TrialCases.Cover(seen, ours)) return last;
            if (whole && last.Problems.All(IsOfCoverage) && IsNone(seen, ours)) return last with { Problems = [TrialCases.None(Shown, ours)] };
        }

        return last;
    }

    /// <summary>Among several packages, one may have no tests and say so.</summary>
    private bool IsNone(ImmutableArray<TestCase> seen, ImmutableArray<TestCase> ours) =>
        (alone || !trial.Only.IsEmpty) && !TrialCases.Any(seen, alone ? ours : []);

    private async Task<StepResult> OnceAsync(TestFilter filter, ImmutableArray<TestCase> ours, StepRun run, CancellationToken cancellation)
    {
        DirectoryInfo temporary = run.NewTemporary("assay-node-");
        try
        {
            string json = Path.Combine(temporary.FullName, "result.json");
            if (Command(filter, run.Folder, temporary.FullName, json) is not { } command) return NotInstalled();
            CommandOutcome outcome = await run.Commands.RunAsync(command, folder, Path.Combine(run.Folder, "test.log"), cancellation).ConfigureAwait(false);
            string junit = Path.Combine(run.Folder, "junit.xml");
            if (!report.Write(script.Runner, junit, json, filter.Titles.IsEmpty ? [] : ours)) File.Delete(junit);
            if (trial.Coverage) report.Coverage(run.Folder);
            return new StepResult(Text(command, run.Folder, temporary.FullName), outcome.ExitCode,
                [.. Problems(outcome, run.Folder).Where(problem => trial.Coverage || !IsOfCoverage(problem))]);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>A runner that Assay does not know.</summary>
    private StepResult Unknown() => new(script.Text, null, [new AssayError(CollectionErrors.ToolProducedNothing,
        $"Assay does not know how to ask `{script.Text}` for a report, so the tests were not run.", $"{package.File("package.json")}",
        NextStep: "Name a `test` command in assay.yaml that writes JUnit XML and LCOV into $EVIDENCE_DIR.")]);

    /// <summary>The runner is not among the packages.</summary>
    private StepResult NotInstalled() => new(Shown, null, [Outcomes.NotInstalled(Shown.Split(' ')[0], Shown.Split(' ')[0], package.Path)]);

    private CommandLine? Command(TestFilter filter, string evidence, string temporary, string json) => script.Runner switch
    {
        TestRunner.Vitest => Bin("vitest", TestCommand.Vitest(script.Arguments, evidence, trial.Coverage ? VitestProvider() : null, filter)),
        TestRunner.Jest => Bin("jest", TestCommand.Jest(script.Arguments, evidence, json, trial.Coverage, filter)),
        TestRunner.Mocha => Covered(Bin("mocha", TestCommand.Mocha(script.Arguments, RunnerScript.Write("mocha.cjs", temporary), json, filter)), evidence, temporary),
        TestRunner.Node => With("node", TestCommand.Node(script.Arguments, evidence, RunnerScript.Write("node.mjs", temporary), json, trial.Coverage, filter)),
        _ => null,
    };

    private CommandLine? Covered(CommandLine? mocha, string evidence, string temporary) => mocha is null || !trial.Coverage ? mocha : With("npx",
        ["--yes", C8, "--reporter=lcovonly", $"--reports-dir={evidence}/coverage", $"--temp-directory={temporary}/c8", "--check-coverage=false", mocha.Program, .. mocha.Arguments]);

    private CommandLine? Bin(string name, ImmutableArray<string> arguments) =>
        LocalBin.Find(repositoryRoot, package.Path, name) is { } path ? With(path, arguments) : null;

    private CommandLine With(string program, ImmutableArray<string> arguments) => new(program, arguments, PackageManager.Surroundings.SetItems(script.Variables));

    private string? VitestProvider() =>
        LocalBin.HasPackage(repositoryRoot, package.Path, "@vitest/coverage-v8") ? "v8"
        : LocalBin.HasPackage(repositoryRoot, package.Path, "@vitest/coverage-istanbul") ? "istanbul"
        : null;

    private ImmutableArray<AssayError> Problems(CommandOutcome outcome, string evidence)
    {
        if (Outcomes.NotRun(outcome, Shown, "Install Node.js 20 or later.") is { } notRun) return [notRun];

        JunitCount? count = JunitCount.Read(Path.Combine(evidence, "junit.xml"));
        if (count is null)
        {
            return [outcome.ExitCode == 0
                ? new AssayError(CollectionErrors.ToolProducedNothing, $"{Shown} ended without the report it was asked for.", NextStep: "Read test.log: nothing may have matched.")
                : Outcomes.Failed(outcome, Shown, " and without a report")];
        }

        var problems = ImmutableArray.CreateBuilder<AssayError>();
        if (outcome.ExitCode != 0 && count.Failed == 0) problems.Add(Outcomes.Failed(outcome, Shown, " though no test in its report failed"));
        if (script.Runner == TestRunner.Vitest && VitestProvider() is null)
        {
            problems.Add(new AssayError(CollectionErrors.CoverageMissing, "Vitest's coverage provider is not installed, so nothing was measured.", package.File("package.json"),
                NextStep: "Add it in the version of Vitest itself: npm install --save-dev @vitest/coverage-v8"));
        }

        return problems.ToImmutable();
    }

    /// <summary>As a user would type it: without this machine's paths.</summary>
    private string Text(CommandLine command, string evidence, string temporary)
    {
        string program = Path.IsPathFullyQualified(command.Program) ? $"npx {Path.GetFileNameWithoutExtension(command.Program)}" : command.Program;
        string arguments = (command with { Program = "" }).ToString()["''".Length..];
        return (program + arguments)
            .Replace(temporary, "$TMP", StringComparison.Ordinal).Replace(evidence, "$EVIDENCE_DIR", StringComparison.Ordinal)
            .Replace(repositoryRoot + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    private static bool IsOfCoverage(AssayError problem) => problem.Kind == CollectionErrors.CoverageMissing;
}
