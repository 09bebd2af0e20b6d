using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Node;

/// <summary>Runs the tests of one package with its own runner, and leaves JUnit XML and LCOV.</summary>
internal sealed class NodeTestStep(string repositoryRoot, NodePackage package, TestScript script)
{
    /// <summary>Coverage for Mocha, which has none of its own; from the npm registry.</summary>
    private const string C8 = "c8@10.1.3";

    private readonly string folder = Path.Combine(repositoryRoot, package.Path);

    internal Step Create(string name) => new(name, StepKind.Test, $"{Shown} in {(package.Path.Length == 0 ? "." : package.Path)}", RunAsync);

    internal string Shown => script.Runner switch
    {
        TestRunner.Vitest => "vitest run",
        TestRunner.Jest => "jest",
        TestRunner.Mocha => "mocha",
        TestRunner.Node => "node --test",
        _ => "tests",
    };

    private async Task<StepResult> RunAsync(StepRun run, CancellationToken cancellation)
    {
        if (script.Runner == TestRunner.Unknown)
        {
            return Unknown();
        }

        DirectoryInfo temporary = Directory.CreateTempSubdirectory("assay-node-");
        try
        {
            string json = Path.Combine(temporary.FullName, "jest.json");
            if (Command(run.Folder, json) is not { } command)
            {
                return NotInstalled();
            }

            string log = Path.Combine(run.Folder, "test.log");
            CommandOutcome outcome = await run.Commands.RunAsync(command, folder, log, cancellation).ConfigureAwait(false);
            if (script.Runner == TestRunner.Jest && File.Exists(json))
            {
                await using FileStream report = File.Create(Path.Combine(run.Folder, "junit.xml"));
                JestReport.Convert(await File.ReadAllBytesAsync(json, cancellation).ConfigureAwait(false), folder, report);
            }

            return new StepResult(Text(command, run.Folder, json), outcome.ExitCode, Problems(outcome, run.Folder));
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>A runner that Assay does not know.</summary>
    internal StepResult Unknown() => new(script.Text, null, [new AssayError(CollectionErrors.ToolProducedNothing,
        $"Assay does not know how to ask `{script.Text}` for a report, so the tests were not run.", $"{package.File("package.json")}",
        NextStep: "Name a `test` command in assay.yaml that writes JUnit XML and LCOV into $EVIDENCE_DIR.")]);

    /// <summary>The runner is not among the packages.</summary>
    internal StepResult NotInstalled() => new(Shown, null, [Outcomes.NotInstalled(Shown.Split(' ')[0], Shown.Split(' ')[0], package.Path)]);

    /// <summary>Arguments of npx that measure the coverage of what follows them.</summary>
    internal static ImmutableArray<string> Covering(string evidence, string temporary) =>
        ["--yes", C8, "--reporter=lcovonly", $"--reports-dir={evidence}/coverage", $"--temp-directory={temporary}/c8", "--check-coverage=false"];

    private CommandLine? Command(string evidence, string json) => script.Runner switch
    {
        TestRunner.Vitest => Bin("vitest", TestCommand.Vitest(script.Arguments, evidence, VitestProvider())),
        TestRunner.Jest => Bin("jest", TestCommand.Jest(script.Arguments, evidence, json)),
        TestRunner.Mocha when LocalBin.Find(repositoryRoot, package.Path, "mocha") is { } mocha => With("npx",
            [.. Covering(evidence, Path.GetDirectoryName(json)!), mocha, .. TestCommand.Mocha(script.Arguments, evidence)]),
        TestRunner.Node => With("node", TestCommand.Node(script.Arguments, evidence)),
        _ => null,
    };

    internal CommandLine? Bin(string name, ImmutableArray<string> arguments) =>
        LocalBin.Find(repositoryRoot, package.Path, name) is { } path ? With(path, arguments) : null;

    internal CommandLine With(string program, ImmutableArray<string> arguments) =>
        new(program, arguments, PackageManager.Surroundings.SetItems(script.Variables));

    internal string? VitestProvider() =>
        LocalBin.HasPackage(repositoryRoot, package.Path, "@vitest/coverage-v8") ? "v8"
        : LocalBin.HasPackage(repositoryRoot, package.Path, "@vitest/coverage-istanbul") ? "istanbul"
        : null;

    internal ImmutableArray<AssayError> Problems(CommandOutcome outcome, string evidence)
    {
        if (Outcomes.NotRun(outcome, Shown, "Install Node.js 20 or later.") is { } notRun)
        {
            return [notRun];
        }

        JunitCount? count = JunitCount.Read(Path.Combine(evidence, "junit.xml"));
        if (count is null)
        {
            return [outcome.ExitCode == 0
                ? new AssayError(CollectionErrors.ToolProducedNothing, $"{Shown} ended without the report it was asked for.", NextStep: "Read test.log: nothing may have matched.")
                : Outcomes.Failed(outcome, Shown, " and without a report")];
        }

        var problems = ImmutableArray.CreateBuilder<AssayError>();
        if (outcome.ExitCode != 0 && count.Failed == 0)
        {
            problems.Add(Outcomes.Failed(outcome, Shown, " though no test in its report failed"));
        }

        if (script.Runner == TestRunner.Vitest && VitestProvider() is null)
        {
            problems.Add(new AssayError(CollectionErrors.CoverageMissing, "Vitest's coverage provider is not installed, so nothing was measured.", package.File("package.json"),
                NextStep: "Add it in the version of Vitest itself: npm install --save-dev @vitest/coverage-v8"));
        }

        return problems.ToImmutable();
    }

    /// <summary>As a user would type it: without this machine's paths.</summary>
    internal string Text(CommandLine command, string evidence, string json)
    {
        string program = Path.IsPathFullyQualified(command.Program) ? $"npx {Path.GetFileNameWithoutExtension(command.Program)}" : command.Program;
        string arguments = (command with { Program = "" }).ToString()["''".Length..];
        return (program + arguments)
            .Replace(Path.GetDirectoryName(json)!, "$TMP", StringComparison.Ordinal).Replace(evidence, "$EVIDENCE_DIR", StringComparison.Ordinal)
            .Replace(repositoryRoot + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }
}
