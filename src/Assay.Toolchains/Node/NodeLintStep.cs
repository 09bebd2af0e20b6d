using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Evidence.Sarif;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Node;

/// <summary>Lints with the project's own ESLint and leaves SARIF. Comments that switch rules off are heard; the change's own are listed elsewhere.</summary>
internal sealed class NodeLintStep(string repositoryRoot, NodePackage package)
{
    /// <summary>Whether the name is that of an ESLint configuration, of either kind.</summary>
    internal static bool IsConfiguration(string name) =>
        name.StartsWith("eslint.config.", StringComparison.Ordinal) || name == ".eslintrc" || name.StartsWith(".eslintrc.", StringComparison.Ordinal);

    internal Step Create(string name) => new(name, StepKind.Lint, $"eslint in {(package.Path.Length == 0 ? "." : package.Path)}", RunAsync);

    /// <summary>What the project's own <c>lint</c> script lints; the whole package where none says so.</summary>
    internal static ImmutableArray<string> Targets(NodeManifest manifest)
    {
        foreach (string name in (ImmutableArray<string>)["lint", "lint:js", "lint:eslint", "eslint"])
        {
            if (manifest.Scripts.TryGetValue(name, out string? script))
            {
                foreach (var command in ShellWords.Commands(script))
                {
                    int at = command.Words.IndexOf("eslint");
                    ImmutableArray<string> own = at < 0 ? [] : [.. Kept(command.Words[(at + 1)..])];
                    if (!own.IsEmpty)
                    {
                        return own;
                    }
                }
            }
        }

        return ["."];
    }

    private async Task<StepResult> RunAsync(StepRun run, CancellationToken cancellation)
    {
        ImmutableArray<string> targets = Targets(package.Manifest);
        string shown = new CommandLine("npx", ["eslint", .. targets, "--format", "json"]).ToString();
        if (LocalBin.Find(repositoryRoot, package.Path, "eslint") is not { } program)
        {
            return new StepResult(shown, null, [Outcomes.NotInstalled("eslint", "eslint", package.Path)]);
        }

        DirectoryInfo temporary = Directory.CreateTempSubdirectory("assay-node-");
        try
        {
            string json = Path.Combine(temporary.FullName, "eslint.json");
            var command = new CommandLine(program, [.. targets, "--format", "json", "--output-file", json], PackageManager.Surroundings);
            string folder = Path.Combine(repositoryRoot, package.Path);
            CommandOutcome outcome = await run.Commands.RunAsync(command, folder, Path.Combine(run.Folder, "lint.log"), cancellation).ConfigureAwait(false);
            EslintReport? report = File.Exists(json) ? EslintReport.Read(await File.ReadAllBytesAsync(json, cancellation).ConfigureAwait(false), repositoryRoot) : null;
            if (Problem(outcome, report) is { } problem)
            {
                return new StepResult(shown, outcome.ExitCode, [problem]);
            }

            await using FileStream sarif = File.Create(Path.Combine(run.Folder, "lint.sarif"));
            SarifWriter.Write(sarif, "ESLint", null, report!.Findings, outcome.ExitCode ?? 0);
            return new StepResult(shown, outcome.ExitCode, []);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>ESLint ends with 0 or, where it found errors, 1; anything else is its own failure.</summary>
    private static AssayError? Problem(CommandOutcome outcome, EslintReport? report) =>
        Outcomes.NotRun(outcome, "ESLint", "Install Node.js 20 or later.") ?? (outcome.ExitCode, report) switch
        {
            (not (0 or 1), _) => Outcomes.Failed(outcome, "ESLint"),
            (1, null) => Outcomes.Failed(outcome, "ESLint", " and without a report"),
            (_, null) => new AssayError(CollectionErrors.ToolProducedNothing, "ESLint ended without the report it was asked for."),
            (_, { Files: 0 }) => new AssayError(CollectionErrors.ToolProducedNothing, "ESLint looked at no file at all.",
                NextStep: "Look at what its configuration ignores, and at the files that the lint script names."),
            _ => null,
        };

    /// <summary>Without what would change files, hide warnings, or give another report.</summary>
    private static IEnumerable<string> Kept(ImmutableArray<string> own)
    {
        for (int at = 0; at < own.Length; at++)
        {
            string word = own[at];
            string name = word.Split('=')[0];
            if (name is "--format" or "-f" or "--output-file" or "-o" or "--max-warnings" or "--cache-location" or "--cache-strategy" or "--fix-type")
            {
                at += word == name ? 1 : 0;
            }
            else if (name is not ("--fix" or "--fix-dry-run" or "--quiet" or "--cache" or "--color" or "--no-color" or "--debug"))
            {
                yield return word;
            }
        }
    }
}
