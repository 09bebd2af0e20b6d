using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Core.Sources;
using Assay.Evidence.Sarif;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Pydocstyle;

/// <summary>
/// Looks at the docstrings of public Python members with ruff where it is on the PATH: rules D100 to D107 and D417 of pydocstyle (https://docs.astral.sh/ruff/rules/#pydocstyle-d),
/// without the project's configuration and without its <c>noqa</c>. First ruff is shown to find what is planted for it.
/// </summary>
internal static partial class PydocstyleStep
{
    internal const string Tool = "ruff documentation";
    private const string Rules = "D100,D101,D102,D103,D104,D106,D417,D419";
    private const string Probe = "\"\"\"Planted.\"\"\"\n\n\ndef without(value):  # noqa\n    return value\n";
    private const int FilesAtOnce = 200;

    /// <summary>The step for these production files; null where none is Python, or ruff is not there: then nobody looked, and the fact says so.</summary>
    internal static Step? Create(string repositoryRoot, IEnumerable<string> production, string ruff = "ruff")
    {
        ImmutableArray<string> files = [.. production.Where(path => Languages.OfPath(path) == Language.Python)];
        return files.IsEmpty || ProgramFinder.Find(ruff, repositoryRoot) is null ? null
            : new Step("docstrings", StepKind.Documentation, $"docstrings of {(files.Length == 1 ? "1 file" : $"{files.Length} files")}", (run, cancellation) => RunAsync(ruff, repositoryRoot, files, run, cancellation));
    }

    private static async Task<StepResult> RunAsync(string ruff, string root, ImmutableArray<string> files, StepRun run, CancellationToken cancellation)
    {
        const string Shown = $"ruff check --isolated --select {Rules}";
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("assay-docstrings-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(temporary.FullName, "planted.py"), Probe, cancellation).ConfigureAwait(false);
            var (planted, broken) = await CheckAsync(temporary.FullName, ["planted.py"], "probe").ConfigureAwait(false);
            if ((broken ?? (planted.Exists(finding => finding.Rule == "D103") ? null : new AssayError(CollectionErrors.ProbeFailed,
                "ruff did not find the missing docstring that was planted for it, so that it finds none elsewhere shows nothing.", NextStep: "Install another version of ruff."))) is { } failed)
            {
                return new StepResult(Shown, null, [failed]);
            }

            var all = new List<ToolFinding>();
            foreach (string[] part in files.Chunk(FilesAtOnce))
            {
                var (found, problem) = await CheckAsync(root, part, "docs").ConfigureAwait(false);
                if (problem is not null)
                {
                    return new StepResult(Shown, null, [problem]);
                }

                all.AddRange(found);
            }

            await using FileStream sarif = File.Create(Path.Combine(run.Folder, "docstrings.sarif"));
            SarifWriter.Write(sarif, Tool, null, all, 0);
            return new StepResult(Shown, 0, [], Probed: true);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }

        async Task<(List<ToolFinding> Findings, AssayError? Problem)> CheckAsync(string folder, string[] paths, string name)
        {
            string output = Path.Combine(temporary.FullName, name + ".txt");
            var command = new CommandLine(ruff, ["check", "--isolated", "--ignore-noqa", "--no-cache", "--no-respect-gitignore", "--select", Rules, "--config", "lint.pydocstyle.convention='google'",
                "--output-format", "concise", "--output-file", output, "--", .. paths]);
            CommandOutcome outcome = await run.Commands.RunAsync(command, folder, Path.Combine(run.Folder, name + ".log"), cancellation).ConfigureAwait(false);
            var findings = File.Exists(output) ? Read(await File.ReadAllLinesAsync(output, cancellation).ConfigureAwait(false), folder).ToList() : [];
            bool went = outcome.ExitCode is 0 or 1 && File.Exists(output);
            AssayError? unread = findings.Find(finding => !finding.Rule.StartsWith('D')) is { } syntax
                ? new AssayError(CollectionErrors.ToolFailed, $"ruff could not read {syntax.File}:{syntax.Line}: {syntax.Message}", syntax.File) : null;
            return (findings, went ? unread : CommandProblems.Failed(outcome, "ruff"));
        }
    }

    private static IEnumerable<ToolFinding> Read(string[] lines, string folder) => lines.Select(line => Line().Match(line)).Where(match => match.Success)
        .Select(match => new ToolFinding(FindingCategory.Documentation, Tool, match.Groups["rule"].Value.TrimEnd(':'), Severity.Warning, match.Groups["words"].Value,
            Path.IsPathRooted(match.Groups["file"].Value) ? Path.GetRelativePath(folder, match.Groups["file"].Value).Replace('\\', '/') : match.Groups["file"].Value.Replace('\\', '/'),
            int.Parse(match.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"^(?<file>.+?):(?<line>\d{1,9}):\d+: (?<rule>[A-Za-z][\w-]*:?) (?<words>.*)$")]
    private static partial Regex Line();
}
