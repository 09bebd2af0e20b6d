using System.Collections.Immutable;
using System.Text;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Sources;
using Assay.Evidence.Sarif;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.JSDoc;

/// <summary>
/// Looks at the comments of what JavaScript and TypeScript files export, with ESLint and its plugin for JSDoc that Assay brings along, so that neither the project's
/// configuration nor a comment in it decides. First the tool is shown to find what is planted for it, behind a comment that asks it to look away.
/// </summary>
internal static class JSDocStep
{
    private const string Planted = "planted";

    /// <summary>The step for these production files; null where none is of these languages.</summary>
    internal static Step? Create(string repositoryRoot, IEnumerable<string> production) => Create(repositoryRoot, production, ToolCache.Folder);

    internal static Step? Create(string repositoryRoot, IEnumerable<string> production, string cache, string npm = "npm")
    {
        ImmutableArray<string> files = [.. production.Where(path => Languages.OfPath(path) is Language.JavaScript or Language.TypeScript)];
        var tool = new NpmTool(cache, "jsdoc", "JSDoc", "check.mjs", "checker of JSDoc comments", "Comments of what is exported were not looked at", npm);
        return files.IsEmpty ? null : new Step("jsdoc", StepKind.Documentation, $"JSDoc of {(files.Length == 1 ? "1 file" : $"{files.Length} files")}", (run, cancellation) => RunAsync(tool, repositoryRoot, files, run, cancellation));
    }

    private static async Task<StepResult> RunAsync(NpmTool tool, string root, ImmutableArray<string> files, StepRun run, CancellationToken cancellation)
    {
        const string Shown = "eslint with eslint-plugin-jsdoc";
        if (await tool.InstallAsync(run.Commands, Path.Combine(run.Folder, "install.log"), cancellation).ConfigureAwait(false) is { } missing)
        {
            return new StepResult(Shown, null, [missing]);
        }

        DirectoryInfo temporary = Directory.CreateTempSubdirectory("assay-jsdoc-");
        try
        {
            ImmutableArray<string> probes = Plant(temporary.FullName, files);
            var (probe, broken, _) = await CheckAsync(tool, temporary.FullName, temporary.FullName, probes, "probe", run, cancellation).ConfigureAwait(false);
            if ((broken ?? Missed(probe!, probes, tool)) is { } failed)
            {
                return new StepResult(Shown, null, [failed]);
            }

            var (report, problem, exitCode) = await CheckAsync(tool, root, temporary.FullName, files, "docs", run, cancellation).ConfigureAwait(false);
            if (problem is not null)
            {
                return new StepResult(Shown, exitCode, [problem]);
            }

            await using FileStream sarif = File.Create(Path.Combine(run.Folder, "docs.sarif"));
            SarifWriter.Write(sarif, JSDocReport.Tool, report!.Version, report.Findings, 0);
            return new StepResult(Shown, exitCode, [], Probed: true);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static async Task<(JSDocReport? Report, AssayError? Problem, int? ExitCode)> CheckAsync(
        NpmTool tool, string root, string temporary, ImmutableArray<string> files, string name, StepRun run, CancellationToken cancellation)
    {
        string list = Path.Combine(temporary, name + ".list"), output = Path.Combine(temporary, name + ".json");
        await File.WriteAllTextAsync(list, string.Concat(files.Select(file => file + "\0")), new UTF8Encoding(false), cancellation).ConfigureAwait(false);
        CommandOutcome outcome = await run.Commands.RunAsync(tool.Run(list, root, output), root, Path.Combine(run.Folder, name + ".log"), cancellation).ConfigureAwait(false);
        if (CommandProblems.Of(outcome, "The check of JSDoc comments").FirstOrDefault() is { } problem)
        {
            return (null, problem, outcome.ExitCode);
        }

        JSDocReport? report = JSDocReport.Read(output);
        AssayError? mistake = report is null || report.Files != files.Length ? new AssayError(CollectionErrors.ToolProducedNothing, "The check of JSDoc comments ended without its report.")
            : report.Unread.IsEmpty ? null
            : new AssayError(CollectionErrors.ToolFailed, $"{(report.Unread.Length == 1 ? "1 file" : $"{report.Unread.Length} files")} could not be parsed, so that no comment in there was looked at: {string.Join(", ", report.Unread.Take(3))}",
                NextStep: "Correct their syntax, or name them under exclude: in assay.yaml where they are no source.");
        return (report, mistake, outcome.ExitCode);
    }

    /// <summary>A file of each ending that the component has.</summary>
    private static ImmutableArray<string> Plant(string folder, ImmutableArray<string> like)
    {
        ImmutableArray<string> probes = [.. like.Select(path => Path.GetExtension(path)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select((type, index) => $"{Planted}{index}{type}")];
        foreach (string probe in probes)
        {
            File.WriteAllText(Path.Combine(folder, probe), "/* eslint-disable */\nexport function without(value) { return value; }\n/**\n * Takes another value.\n * @param other not there\n */\nexport function wrong(value) { return value; }\n");
        }

        return probes;
    }

    private static AssayError? Missed(JSDocReport found, ImmutableArray<string> probes, NpmTool tool)
    {
        ImmutableArray<string> missed = [.. probes.Where(probe =>
            !found.Findings.Any(finding => finding.File == probe && finding.Rule == "jsdoc/require-jsdoc") || !found.Findings.Any(finding => finding.File == probe && finding.Rule == "jsdoc/check-param-names"))];
        return missed.IsEmpty ? null : new AssayError(CollectionErrors.ProbeFailed,
            $"The check of JSDoc comments did not find what was planted for it in files of type {string.Join(", ", missed.Select(Path.GetExtension))}, so that it finds nothing elsewhere shows nothing.",
            NextStep: $"Delete {tool.Folder} and run the check again: it is then installed anew.");
    }
}
