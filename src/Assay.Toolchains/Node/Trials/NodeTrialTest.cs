using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Node.Trials;

/// <summary>
/// Runs the tests of one package, or those that are asked for: picked by title first, and more where that showed less than was asked for.
/// </summary>
/// <param name="alone">No other run has tests that are asked for.</param>
internal sealed class NodeTrialTest(string repositoryRoot, NodePackage package, TestScript script, Trial trial, bool alone)
{
    private readonly string folder = TreePaths.OnDisk(repositoryRoot, package.Path);
    private readonly TrialReport report = new(repositoryRoot, package);
    private readonly NodeTestStep plain = new(repositoryRoot, package, script);

    internal Step Create(string name) => new(name, StepKind.Test, $"{plain.Shown} in {(package.Path.Length == 0 ? "." : package.Path)}", RunAsync);

    private async Task<StepResult> RunAsync(StepRun run, CancellationToken cancellation)
    {
        if (script.Runner == TestRunner.Unknown) return plain.Unknown();
        ImmutableArray<TestCase> ours = [.. trial.Only.Where(test => test.File is null || TreePaths.IsBelow(test.File, package.Path))];
        if (!trial.Only.IsEmpty && ours.IsEmpty && !alone) return new StepResult(plain.Shown, 0, []);
        StepResult last = new(plain.Shown, null, []);
        foreach (TrialFilter filter in TrialFilter.Of(ours, package, file => File.Exists(TreePaths.OnDisk(repositoryRoot, file))))
        {
            foreach (string left in Directory.EnumerateFiles(run.Folder, "*", SearchOption.AllDirectories)) File.Delete(left);
            last = await OnceAsync(filter, ours, run, cancellation).ConfigureAwait(false);
            if (last.Problems.Any(problem => problem.Kind == CollectionErrors.ToolTimedOut)) return last;
            bool whole = filter.Titles.IsEmpty && filter.Files.IsEmpty;
            ImmutableArray<TestCase> seen = TrialCases.In(run.Folder, cancellation);
            if (!whole && last.Problems.All(IsOfCoverage) && TrialCases.Cover(seen, ours)) return last;
            if (whole && last.Problems.All(IsOfCoverage) && !TrialCases.Any(seen, alone ? ours : [])) return last with { Problems = [TrialCases.None(plain.Shown, ours)] };
        }

        return last;
    }

    private async Task<StepResult> OnceAsync(TrialFilter filter, ImmutableArray<TestCase> ours, StepRun run, CancellationToken cancellation)
    {
        DirectoryInfo temporary = run.NewTemporary("assay-trial-");
        try
        {
            string json = Path.Combine(temporary.FullName, "result.json");
            if (Command(filter, run.Folder, temporary.FullName, json) is not { } command) return plain.NotInstalled();
            CommandOutcome outcome = await run.Commands.RunAsync(command, folder, Path.Combine(run.Folder, "test.log"), cancellation).ConfigureAwait(false);
            string junit = Path.Combine(run.Folder, "junit.xml");
            if (!report.Write(script.Runner, junit, json, filter.Titles.IsEmpty ? [] : ours)) File.Delete(junit);
            if (trial.Coverage) report.Coverage(run.Folder);
            return new StepResult(plain.Text(command, run.Folder, json), outcome.ExitCode,
                [.. plain.Problems(outcome, run.Folder).Where(problem => trial.Coverage || !IsOfCoverage(problem))]);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private CommandLine? Command(TrialFilter filter, string evidence, string temporary, string json) => script.Runner switch
    {
        TestRunner.Vitest => plain.Bin("vitest", TrialCommand.Vitest(script.Arguments, evidence, trial.Coverage ? plain.VitestProvider() : null, filter)),
        TestRunner.Jest => plain.Bin("jest", TrialCommand.Jest(script.Arguments, evidence, json, trial.Coverage, filter)),
        TestRunner.Mocha => Covered(plain.Bin("mocha", TrialCommand.Mocha(script.Arguments, TrialScript.Write("mocha.cjs", temporary), json, filter)), evidence, temporary),
        TestRunner.Node => plain.With("node", TrialCommand.Node(script.Arguments, evidence, TrialScript.Write("node.mjs", temporary), json, trial.Coverage, filter)),
        _ => null,
    };

    private CommandLine? Covered(CommandLine? mocha, string evidence, string temporary) =>
        mocha is null || !trial.Coverage ? mocha : plain.With("npx", [.. NodeTestStep.Covering(evidence, temporary), mocha.Program, .. mocha.Arguments]);

    private static bool IsOfCoverage(AssayError problem) => problem.Kind == CollectionErrors.CoverageMissing;
}
