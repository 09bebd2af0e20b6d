using System.Collections.Immutable;
using Assay.Core.Evidence;
using Assay.Evidence.Sarif;

namespace Assay.Toolchains.Python;

/// <summary>
/// Checks types with mypy over every production file. What has no annotation is looked at and reported too: mypy alone passes over it without a word.
/// </summary>
internal sealed class PythonTypesStep(Interpreter python, ImmutableArray<string> sources)
{
    internal Step Create(string name) => new(name, StepKind.Types, $"mypy over {(sources.Length == 1 ? "1 file" : $"{sources.Length} files")}", RunAsync);

    private async Task<StepResult> RunAsync(StepRun run, CancellationToken cancellation)
    {
        const string shown = "python3 -m mypy --check-untyped-defs --disallow-untyped-defs";
        if (await python.WithAsync("mypy", run, cancellation).ConfigureAwait(false) is not { } program)
        {
            return new StepResult(shown, null, [python.Missing("mypy", "mypy")]);
        }

        var temporary = Directory.CreateTempSubdirectory("assay-mypy-");
        try
        {
            var list = Path.Combine(temporary.FullName, "files");
            await File.WriteAllLinesAsync(list, sources.Select(source => Path.GetRelativePath(python.Folder, TreePaths.OnDisk(python.RepositoryRoot, source))), cancellation).ConfigureAwait(false);
            var log = Path.Combine(run.Folder, "types.log");
            var command = Interpreter.Module(program, "mypy",
                ["--check-untyped-defs", "--disallow-untyped-defs", "--no-pretty", "--no-color-output", "--no-error-summary", "--show-error-codes", $"--cache-dir={temporary.FullName}", $"@{list}"]);
            var outcome = await run.Commands.RunAsync(command, python.Folder, log, cancellation).ConfigureAwait(false);
            var findings = MypyOutput.Read(File.ReadLines(log), python.Root);
            // 0: clean; 1: findings. Everything else, and a complaint without a place, is a run that broke.
            if (outcome.ExitCode is not (0 or 1) || (outcome.ExitCode == 1 && findings.IsEmpty))
            {
                return new StepResult(shown, outcome.ExitCode, [Commands.CommandProblems.Of(outcome, "mypy").FirstOrDefault() ?? Commands.CommandProblems.Failed(outcome, "mypy")]);
            }

            await using var report = File.Create(Path.Combine(run.Folder, "types.sarif"));
            SarifWriter.Write(report, "mypy", null, findings, outcome.ExitCode.Value);
            return new StepResult(shown, outcome.ExitCode, []);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }
}
