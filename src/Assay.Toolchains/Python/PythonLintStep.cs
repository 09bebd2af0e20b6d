using System.Collections.Immutable;
using Assay.Core.Evidence;
using Assay.Evidence.Sarif;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Python;

/// <summary>Lints every production file with ruff, else with flake8, by the project's own settings.</summary>
internal sealed class PythonLintStep(Interpreter python, ImmutableArray<string> sources)
{
    internal Step Create(string name) => new(name, StepKind.Lint, $"lint {(sources.Length == 1 ? "1 file" : $"{sources.Length} files")}", RunAsync);

    private async Task<StepResult> RunAsync(StepRun run, CancellationToken cancellation)
    {
        var files = sources.Select(source => Path.GetRelativePath(python.Folder, TreePaths.OnDisk(python.RepositoryRoot, source)));
        if (python.Tool("ruff", ["check", "--no-cache", "--force-exclude", "--output-format=sarif", $"--output-file={Path.Combine(run.Folder, "lint.sarif")}", .. files]) is { } ruff)
        {
            var linted = await run.Commands.RunAsync(ruff, python.Folder, Path.Combine(run.Folder, "lint.log"), cancellation).ConfigureAwait(false);
            return new StepResult("ruff check", linted.ExitCode, linted.ExitCode is 0 or 1 && File.Exists(Path.Combine(run.Folder, "lint.sarif")) ? [] : [.. CommandProblems.Of(linted, "ruff")]);
        }

        // Another linter's own opinions say nothing about a project that has agreed on its rules.
        if (RuffSettings() is { } settings)
        {
            return new StepResult("ruff check", null, [python.Missing($"ruff, which {settings} sets up,", "ruff")]);
        }

        if (await python.WithAsync("flake8", run, cancellation).ConfigureAwait(false) is not { } program)
        {
            return new StepResult("ruff check", null, [python.Missing("A linter (ruff or flake8)", "ruff")]);
        }

        var log = Path.Combine(run.Folder, "lint.log");
        var outcome = await run.Commands.RunAsync(Interpreter.Module(program, "flake8", ["--format=default", .. files]), python.Folder, log, cancellation).ConfigureAwait(false);
        var findings = Flake8Output.Read(File.ReadLines(log), python.Root);
        if (outcome.ExitCode is not (0 or 1) || (outcome.ExitCode == 1 && findings.IsEmpty))
        {
            return new StepResult("flake8", outcome.ExitCode, [CommandProblems.Of(outcome, "flake8").FirstOrDefault() ?? CommandProblems.Failed(outcome, "flake8")]);
        }

        await using var report = File.Create(Path.Combine(run.Folder, "lint.sarif"));
        SarifWriter.Write(report, "flake8", null, findings, outcome.ExitCode.Value);
        return new StepResult("python3 -m flake8", outcome.ExitCode, []);
    }

    /// <summary>The file that sets ruff up; null where none does.</summary>
    private string? RuffSettings() =>
        new[] { "ruff.toml", ".ruff.toml" }.FirstOrDefault(file => File.Exists(Path.Combine(python.Folder, file)))
        ?? (File.Exists(Path.Combine(python.Folder, "pyproject.toml")) && File.ReadLines(Path.Combine(python.Folder, "pyproject.toml")).Any(line => line.StartsWith("[tool.ruff", StringComparison.Ordinal)) ? "pyproject.toml" : null);
}
