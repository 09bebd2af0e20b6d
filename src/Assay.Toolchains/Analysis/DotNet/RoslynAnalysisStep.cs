using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Measuring.Security;
using Assay.Core.Observations;
using Assay.Evidence.Sarif;
using Assay.Toolchains.Commands;
using Assay.Toolchains.DotNet;

namespace Assay.Toolchains.Analysis.DotNet;

/// <summary>
/// Security analysis of .NET: a compilation of its own with the SDK's security analyzers, whatever the project says of them, and Assay's rule about raw HTML.
/// The same compilation of a planted project has to find what is planted before any silence counts.
/// </summary>
internal sealed class RoslynAnalysisStep(DotNetWork work, string cache)
{
    private const string Shown = "dotnet build -t:EvidenceAnalyse";

    internal static Step Create(DotNetWork work) => Create(work, ToolCache.Folder);

    internal static Step Create(DotNetWork work, string cache) =>
        new(work.Name("analysis"), StepKind.Analysis, $"security analysis of {work.Entry}", new RoslynAnalysisStep(work, cache).RunAsync);

    private async Task<StepResult> RunAsync(StepRun run, CancellationToken cancellation)
    {
        using var extension = new MsBuildExtension();
        if (await ProbeAsync(run, extension, cancellation).ConfigureAwait(false) is { } unproven)
        {
            return new StepResult(Shown, null, [unproven]);
        }

        ImmutableArray<string> sources = [.. work.Context.Tree.Files.Where(file => file.Mode.StartsWith("100", StringComparison.Ordinal) && TreePaths.IsBelow(file.Path, work.Root.Path))
            .Select(file => file.Path)];
        var (found, exitCode, problems) = await AnalyseAsync(run, extension, work.EntryFor(extension.Folder), work.Folder, "analysis",
            [.. sources.Where(IsCompiled).Select(work.OnDisk)], cancellation).ConfigureAwait(false);
        problems = [.. problems, .. Silent(extension)];
        if (!problems.IsEmpty)
        {
            return new StepResult(Shown, exitCode, problems);
        }

        foreach (string source in sources.Where(RawHtml.Reads))
        {
            string text = Encoding.UTF8.GetString(work.Context.Tree.Read(source) ?? []);
            found = found.AddRange(RawHtml.In(work.OnDisk(source), text));
        }

        await using FileStream report = File.Create(Path.Combine(run.Folder, "analysis.sarif"));
        var relative = found.Select(each => each with { File = each.File is null ? null : Path.GetRelativePath(work.Context.RepositoryRoot, each.File).Replace('\\', '/') });
        SarifWriter.Write(report, AnalysisTools.DotNet, null, relative.Distinct().OrderBy(each => each.File, StringComparer.Ordinal).ThenBy(each => each.Line).ThenBy(each => each.Rule, StringComparer.Ordinal), 0);
        return new StepResult(Shown, exitCode, [], Probed: true);
    }

    /// <summary>Compiles for the analyzers alone and reads what they say.</summary>
    private async Task<(ImmutableArray<ToolFinding> Found, int? ExitCode, ImmutableArray<AssayError> Problems)> AnalyseAsync(
        StepRun run, MsBuildExtension extension, string entry, string folder, string name, IEnumerable<string> sources, CancellationToken cancellation)
    {
        string raw = Directory.CreateDirectory(Path.Combine(extension.Folder, name)).FullName;
        string rules = Path.Combine(raw, "rules.globalconfig");
        await File.WriteAllTextAsync(rules, RoslynRules.Write(sources), cancellation).ConfigureAwait(false);
        CommandLine command = work.Command(["build", entry, "--no-restore", "-clp:NoSummary", "-p:BuildProjectReferences=false", .. extension.Analyse(raw, rules)]);
        CommandOutcome outcome = await run.Commands.RunAsync(command, folder, Path.Combine(run.Folder, $"{name}.log"), cancellation).ConfigureAwait(false);
        var found = ImmutableArray.CreateBuilder<ToolFinding>();
        var problems = CommandProblems.Of(outcome, "the security analysis", MsBuildMessages.LastError(outcome.LogPath)).ToList();
        foreach (string file in Directory.EnumerateFiles(raw, "*.sarif").Order(StringComparer.Ordinal))
        {
            if (RoslynReport.Read(file) is { } report)
            {
                found.AddRange(report);
            }
            else
            {
                problems.Add(new AssayError(CollectionErrors.ToolFailed, $"The compiler's report {Path.GetFileName(file)} could not be read."));
            }
        }

        return (found.ToImmutable(), outcome.ExitCode, [.. problems]);
    }

    /// <summary>Compiles the planted project; that it went well is kept for the SDK and for these very settings.</summary>
    private async Task<AssayError?> ProbeAsync(StepRun run, MsBuildExtension extension, CancellationToken cancellation)
    {
        string log = Path.Combine(run.Folder, "sdk.log");
        CommandOutcome asked = await run.Commands.RunAsync(work.Command(["--version"]), work.Folder, log, cancellation).ConfigureAwait(false);
        if (CommandProblems.Of(asked, "dotnet --version").FirstOrDefault() is { } none)
        {
            return none;
        }

        string sdk = (await File.ReadAllTextAsync(log, cancellation).ConfigureAwait(false)).Trim();
        string kept = Path.Combine(cache, $"dotnet-analysis-{Digest(sdk)[..16]}");
        if (File.Exists(kept))
        {
            return null;
        }

        string planted = Path.Combine(extension.Folder, "planted");
        string source = RoslynProbe.Plant(planted);
        // The same SDK as the component's, which global.json may choose.
        await File.WriteAllTextAsync(Path.Combine(planted, "global.json"), $$"""{ "sdk": { "version": "{{sdk}}", "rollForward": "disable" } }""", cancellation).ConfigureAwait(false);
        CommandOutcome restored = await run.Commands.RunAsync(work.Command(["restore", RoslynProbe.Project]), planted, Path.Combine(run.Folder, "probe-restore.log"), cancellation).ConfigureAwait(false);
        if (CommandProblems.Of(restored, "restoring the planted project", MsBuildMessages.FirstError(restored.LogPath)).FirstOrDefault() is { } failed)
        {
            return failed;
        }

        var (found, _, problems) = await AnalyseAsync(run, extension, RoslynProbe.Project, planted, "probe", [source], cancellation).ConfigureAwait(false);
        extension.Forget();
        ImmutableArray<string> missed = [.. RoslynProbe.Rules.Except(found.Select(finding => finding.Rule))];
        if (!problems.IsEmpty || !missed.IsEmpty)
        {
            return problems.FirstOrDefault() ?? new AssayError(CollectionErrors.ProbeFailed,
                $"The security analyzers of SDK {sdk} did not find what was planted for them ({string.Join(", ", missed)}), so that they found nothing elsewhere shows nothing.",
                NextStep: "Run assay check with the newest SDK of this version.");
        }

        try
        {
            Directory.CreateDirectory(cache);
            await File.WriteAllTextAsync(kept, $"{sdk}\n", cancellation).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new AssayError(SystemErrors.NotWritable, $"What the probe showed could not be kept: {e.Message}", cache);
        }
    }

    /// <summary>Projects that the analysis left no report of.</summary>
    private IEnumerable<AssayError> Silent(MsBuildExtension extension)
    {
        ILookup<string, bool> reports = extension.Read().ToLookup(each => each.Project, each => File.Exists(Path.Combine(extension.Folder, "analysis", each.Id + ".sarif")));
        string[] silent = [.. work.Projects.Where(project => !project.EndsWith(".fsproj", StringComparison.OrdinalIgnoreCase) && reports[work.OnDisk(project)].DefaultIfEmpty(false).Contains(false))];
        if (silent.Length > 0)
        {
            yield return new AssayError(CollectionErrors.ToolProducedNothing, $"No security analysis of {string.Join(", ", silent.Take(5))}{(silent.Length > 5 ? $" and {silent.Length - 5} more" : "")}.", silent[0],
                NextStep: "It was not compiled: see analysis.log of the step.");
        }
    }

    private static bool IsCompiled(string path) => Path.GetExtension(path).ToLowerInvariant() is ".cs" or ".vb";

    private static string Digest(string sdk) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{sdk}\n{Environment.ProcessPath}\n{MsBuildExtension.Analysis}\n{RoslynRules.Write([])}")));
}
