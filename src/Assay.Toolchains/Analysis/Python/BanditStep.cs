using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Measuring.Security;
using Assay.Core.Observations;
using Assay.Evidence.Sarif;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Analysis.Python;

/// <summary>
/// Security analysis of Python by bandit, where it is on the PATH, and by Assay's rule about SQL. The sources are copied under numbers into a folder of their own,
/// because bandit leaves out folders by their names and hears a <c>.bandit</c> file there; its <c>nosec</c> comments are not heard.
/// </summary>
internal sealed class BanditStep(string program, IFileTree tree, ImmutableArray<string> files)
{
    internal const string Name = "python-analysis";
    internal const string Program = "bandit";

    private const string Planted =
        """
        import hashlib, subprocess, jinja2
        def planted(cursor, name):
            cursor.execute("select id from people where name = '" + name + "'")  # nosec
            subprocess.call("ls " + name, shell=True)  # nosec
            jinja2.Environment(autoescape=False)  # nosec
            return hashlib.md5(name)  # nosec

        """;

    /// <summary>What has to be found: SQL, commands, output encoding, weak cryptography; newer versions have another rule for the last.</summary>
    private static readonly ImmutableArray<ImmutableArray<string>> Expected = [["B608", PythonText.Rule], ["B602"], ["B701"], ["B303", "B324"]];

    internal static bool Reads(string path) => path.EndsWith(".py", StringComparison.OrdinalIgnoreCase);

    internal static bool IsThere(string repositoryRoot) => ProgramFinder.Find(Program, repositoryRoot) is not null;

    internal static Step Create(string repositoryRoot, IFileTree tree, ImmutableArray<string> files, string program = Program) =>
        new(Name, StepKind.Analysis, $"security analysis of {(files.Length == 1 ? "1 Python file" : $"{files.Length} Python files")}", new BanditStep(program, tree, files).RunAsync);

    private async Task<StepResult> RunAsync(StepRun run, CancellationToken cancellation)
    {
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("assay-analysis-");
        try
        {
            var (seen, unproven) = await AnalyseAsync(run, temporary.FullName, "probe", [("planted.py", Planted)], cancellation).ConfigureAwait(false);
            if ((unproven ?? Missed(seen)) is { } failed)
            {
                return new StepResult(Program, null, [failed]);
            }

            var sources = files.Select(file => (file, Encoding.UTF8.GetString(tree.Read(file) ?? []))).ToImmutableArray();
            var (found, broken) = await AnalyseAsync(run, temporary.FullName, "analysis", sources, cancellation).ConfigureAwait(false);
            if (broken is not null)
            {
                return new StepResult(Program, null, [broken]);
            }

            await using FileStream sarif = File.Create(Path.Combine(run.Folder, "analysis.sarif"));
            SarifWriter.Write(sarif, AnalysisTools.Python, null, found, 0);
            return new StepResult(Program, 0, [], Probed: true);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private async Task<(ImmutableArray<ToolFinding> Found, AssayError? Problem)> AnalyseAsync(
        StepRun run, string temporary, string name, ImmutableArray<(string File, string Text)> sources, CancellationToken cancellation)
    {
        string folder = Directory.CreateDirectory(Path.Combine(temporary, name)).FullName;
        for (int number = 0; number < sources.Length; number++)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{number}.py"), sources[number].Text, cancellation).ConfigureAwait(false);
        }

        string output = Path.Combine(temporary, $"{name}.json");
        var command = new CommandLine(program, ["-r", "-f", "json", "--ignore-nosec", "-q", "-o", output, folder]);
        CommandOutcome outcome = await run.Commands.RunAsync(command, temporary, Path.Combine(run.Folder, $"{name}.log"), cancellation).ConfigureAwait(false);
        // It ends with 1 where it found something.
        if (outcome.ExitCode != 1 && CommandProblems.Of(outcome, Program).FirstOrDefault() is { } problem)
        {
            return ([], problem);
        }

        return BanditReport.Read(output) switch
        {
            null => ([], new AssayError(CollectionErrors.ToolProducedNothing, "Bandit ended without its report.")),
            { Failed: [var first, ..] failed } => ([], new AssayError(CollectionErrors.ToolFailed,
                $"Bandit could not read {failed.Length} of {sources.Length} files as a program: {Original(first, sources)}", NextStep: "Mend the file, or run bandit on a Python that knows its syntax.")),
            var report when report.Looked != sources.Length => ([], new AssayError(CollectionErrors.ToolProducedNothing, $"Bandit looked at {report.Looked} of {sources.Length} files.")),
            var report => ([.. report.Findings.Select(found => found with { File = Original(found.File ?? "", sources) }).Concat(sources.SelectMany(source => PythonText.In(source.File, source.Text)))
                .OrderBy(found => found.File, StringComparer.Ordinal).ThenBy(found => found.Line).ThenBy(found => found.Rule, StringComparer.Ordinal)], null),
        };
    }

    private static string Original(string copy, ImmutableArray<(string File, string Text)> sources) =>
        int.TryParse(Path.GetFileNameWithoutExtension(copy), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < sources.Length ? sources[number].File : copy;

    private static AssayError? Missed(ImmutableArray<ToolFinding> seen)
    {
        var rules = seen.Select(found => found.Rule).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> missed = [.. Expected.Where(any => !any.Any(rules.Contains)).Select(any => any[0])];
        return missed.IsEmpty ? null : new AssayError(CollectionErrors.ProbeFailed,
            $"Bandit did not find what was planted for it ({string.Join(", ", missed)}), so that it found nothing elsewhere shows nothing.",
            NextStep: "Install a newer bandit: old versions do not understand new versions of Python.");
    }
}
