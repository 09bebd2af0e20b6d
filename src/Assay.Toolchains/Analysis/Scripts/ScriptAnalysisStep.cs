using System.Collections.Immutable;
using System.Text;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Measuring.Security;
using Assay.Evidence.Sarif;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Analysis.Scripts;

/// <summary>
/// Security analysis of JavaScript and TypeScript: ESLint's engine with rules about security of plugins and of Assay's own, without any configuration,
/// ignore file or comment of the project. What is planted has to be found before any silence counts.
/// </summary>
internal sealed class ScriptAnalysisStep(NpmTool tool, string root, ImmutableArray<string> files)
{
    internal const string Name = "script-analysis";

    private const string Shown = "node analyse.mjs";

    internal static bool Reads(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".js" or ".jsx" or ".mjs" or ".cjs" or ".ts" or ".tsx" or ".mts" or ".cts" or ".vue" or ".svelte";

    internal static Step Create(string repositoryRoot, ImmutableArray<string> files) => Create(repositoryRoot, files, ToolCache.Folder);

    internal static Step Create(string repositoryRoot, ImmutableArray<string> files, string cache, string npm = "npm") =>
        new(Name, StepKind.Analysis, $"security analysis of {(files.Length == 1 ? "1 script" : $"{files.Length} scripts")}", new ScriptAnalysisStep(Tool(cache, npm), repositoryRoot, files).RunAsync);

    /// <summary>The tool as it is installed.</summary>
    internal static NpmTool Tool(string cache, string npm = "npm") =>
        new(cache, "analysis", "Analysis", "analyse.mjs", "security analysis of scripts", "Scripts were not analysed", npm, module: "rules.mjs");

    private async Task<StepResult> RunAsync(StepRun run, CancellationToken cancellation)
    {
        if (await tool.InstallAsync(run.Commands, Path.Combine(run.Folder, "install.log"), cancellation).ConfigureAwait(false) is { } missing)
        {
            return new StepResult(Shown, null, [missing]);
        }

        DirectoryInfo temporary = Directory.CreateTempSubdirectory("assay-analysis-");
        try
        {
            string planted = Directory.CreateDirectory(Path.Combine(temporary.FullName, "probe")).FullName;
            ImmutableArray<string> probe = ScriptProbe.Plant(planted, files);
            var (seen, unproven) = await AnalyseAsync(run, temporary.FullName, "probe", planted, probe, cancellation).ConfigureAwait(false);
            if ((unproven ?? Missed(seen!, probe)) is { } failed)
            {
                return new StepResult(Shown, null, [failed]);
            }

            var (report, broken) = await AnalyseAsync(run, temporary.FullName, "analysis", root, files, cancellation).ConfigureAwait(false);
            if (broken is not null)
            {
                return new StepResult(Shown, null, [broken]);
            }

            await using FileStream sarif = File.Create(Path.Combine(run.Folder, "analysis.sarif"));
            SarifWriter.Write(sarif, AnalysisTools.Script, null, report!.Findings, 0);
            return new StepResult(Shown, 0, [], Probed: true);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private async Task<(ScriptReport? Report, AssayError? Problem)> AnalyseAsync(
        StepRun run, string temporary, string name, string folder, ImmutableArray<string> names, CancellationToken cancellation)
    {
        string list = Path.Combine(temporary, $"{name}.list");
        string output = Path.Combine(temporary, $"{name}.json");
        await File.WriteAllTextAsync(list, string.Concat(names.Select(each => each + "\0")), new UTF8Encoding(false), cancellation).ConfigureAwait(false);
        CommandLine command = tool.Run(list, folder, output);
        CommandOutcome outcome = await run.Commands.RunAsync(command, folder, Path.Combine(run.Folder, $"{name}.log"), cancellation).ConfigureAwait(false);
        if (CommandProblems.Of(outcome, "the security analysis of scripts").FirstOrDefault() is { } problem)
        {
            return (null, problem);
        }

        return ScriptReport.Read(output) switch
        {
            null => (null, new AssayError(CollectionErrors.ToolProducedNothing, "The security analysis of scripts ended without its report.")),
            { Failed: [var first, ..] failed } => (null, new AssayError(CollectionErrors.ToolFailed,
                $"{failed.Length} of {names.Length} scripts could not be read as a program, and so not analysed: {first}", NextStep: "Mend the file, or exclude it in assay.yaml where it is no source.")),
            var report when report.Files != names.Length => (null, new AssayError(CollectionErrors.ToolProducedNothing, $"The security analysis looked at {report.Files} of {names.Length} scripts.")),
            var report => (report, null),
        };
    }

    private AssayError? Missed(ScriptReport seen, ImmutableArray<string> probe)
    {
        var found = seen.Findings.Select(finding => (finding.File, finding.Rule)).ToHashSet();
        ImmutableArray<string> missed = [.. probe.SelectMany(file => ScriptProbe.Rules.Where(rule => !found.Contains((file, rule))), (file, rule) => $"{rule} in {Path.GetExtension(file)}")];
        return missed.IsEmpty ? null : new AssayError(CollectionErrors.ProbeFailed,
            $"The security analysis of scripts did not find what was planted for it ({string.Join(", ", missed.Take(3))}), so that it found nothing elsewhere shows nothing.",
            NextStep: $"Delete {tool.Folder} and run the check again: it is then installed anew.");
    }
}
