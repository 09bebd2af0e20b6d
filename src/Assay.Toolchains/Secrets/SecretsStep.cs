using System.Collections.Immutable;
using System.Text;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Secrets;

/// <summary>
/// Looks for secrets in every tracked (and not ignored) file of a component, whatever toolchain it has. Links are not followed, submodules not entered.
/// Secretlint runs, and gitleaks too where it is on the PATH. Each scanner is first shown to find what is planted for it; where it does not, nothing that it says counts.
/// </summary>
public static class SecretsStep
{
    /// <summary>The step for this component.</summary>
    /// <param name="besides">Files of no component that are searched with this one.</param>
    public static Step Create(string repositoryRoot, IFileTree tree, Component component, Func<string, bool> besides) =>
        Create(repositoryRoot, tree, component, besides, ToolCache.Folder);

    /// <param name="npm">Name on the PATH, or path; as is <paramref name="gitleaks"/>.</param>
    internal static Step Create(
        string repositoryRoot, IFileTree tree, Component component, Func<string, bool> besides, string cache, string npm = "npm", string gitleaks = GitleaksScan.Program)
    {
        ImmutableArray<string> files = [.. tree.Files
            .Where(file => file.Mode.StartsWith("100", StringComparison.Ordinal) && (component.Contains(file.Path) || besides(file.Path)))
            .Select(file => file.Path)];
        return new Step("secrets", StepKind.Secrets, $"secrets in {(files.Length == 1 ? "1 file" : $"{files.Length} files")}",
            (run, cancellation) => RunAsync(new SecretScanner(cache, npm), gitleaks, repositoryRoot, files, run, cancellation));
    }

    private static async Task<StepResult> RunAsync(
        SecretScanner scanner, string gitleaks, string root, ImmutableArray<string> files, StepRun run, CancellationToken cancellation)
    {
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("assay-secrets-");
        try
        {
            StepResult first = await SecretlintAsync(scanner, temporary.FullName, root, files, run, cancellation).ConfigureAwait(false);
            return ProgramFinder.Find(gitleaks, root) is null
                ? first
                : Both(first, await new GitleaksScan(gitleaks, temporary.FullName, run).RunAsync(root, files, cancellation).ConfigureAwait(false));
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>Where both can run, both must go well; where only the other could not be installed, gitleaks does.</summary>
    private static StepResult Both(StepResult secretlint, StepResult gitleaks)
    {
        bool alone = gitleaks.Problems.IsEmpty && !secretlint.Problems.IsEmpty && secretlint.Problems.All(problem => problem.Kind == CollectionErrors.ToolMissing);
        return alone ? gitleaks : new StepResult($"{secretlint.Command}, {gitleaks.Command}", secretlint.ExitCode ?? gitleaks.ExitCode,
            [.. secretlint.Problems, .. gitleaks.Problems], secretlint.Probed && gitleaks.Probed);
    }

    private static async Task<StepResult> SecretlintAsync(
        SecretScanner scanner, string temporary, string root, ImmutableArray<string> files, StepRun run, CancellationToken cancellation)
    {
        const string Shown = "secretlint";
        if (await scanner.InstallAsync(run.Commands, Path.Combine(run.Folder, "install.log"), cancellation).ConfigureAwait(false) is { } missing)
        {
            return new StepResult(Shown, null, [missing]);
        }

        if (await ProbeAsync(scanner, temporary, files, run, cancellation).ConfigureAwait(false) is { } failed)
        {
            return new StepResult(Shown, null, [failed]);
        }

        string list = WriteList(temporary, "files", files);
        string report = Path.Combine(run.Folder, "secrets.sarif");
        CommandLine scan = scanner.Scan(list, root, report);
        CommandOutcome outcome = await run.Commands.RunAsync(scan, root, Path.Combine(run.Folder, "secrets.log"), cancellation).ConfigureAwait(false);
        return Broken(outcome, report) is { } broken
            ? new StepResult(Shown, outcome.ExitCode, [broken])
            : new StepResult(Shown, outcome.ExitCode, [], Probed: true);
    }

    private static async Task<AssayError?> ProbeAsync(
        SecretScanner scanner, string temporary, ImmutableArray<string> files, StepRun run, CancellationToken cancellation)
    {
        string planted = Directory.CreateDirectory(Path.Combine(temporary, "probe")).FullName;
        SecretProbe probe = SecretProbe.Plant(planted, files);
        string report = Path.Combine(temporary, "probe.sarif");
        CommandLine scan = scanner.Scan(WriteList(temporary, "probe-files", probe.Files), planted, report);
        CommandOutcome outcome = await run.Commands.RunAsync(scan, planted, Path.Combine(run.Folder, "probe.log"), cancellation).ConfigureAwait(false);
        if (Broken(outcome, report) is { } broken)
        {
            return broken;
        }

        var found = SarifPlaces.Read(report);
        ImmutableArray<string> missed = [.. probe.Files.Where(file => !SecretProbe.Lines.All(line => found?.Contains((file, line)) == true))];
        return missed.IsEmpty ? null : new AssayError(CollectionErrors.ProbeFailed,
            $"The secret scanner did not find secrets that were planted for it in {missed.Length} of {probe.Files.Length} types of file "
            + $"({string.Join(", ", missed.Take(5).Select(Path.GetExtension))}), so that it found none elsewhere shows nothing.",
            NextStep: $"Delete {scanner.Folder} and run the check again: it is then installed anew.");
    }

    private static AssayError? Broken(CommandOutcome outcome, string report) => outcome switch
    {
        { NotFound: true } => new(CollectionErrors.ToolMissing, "Secrets were not searched for: node is not installed.",
            NextStep: "Install Node.js 20.11 or later."),
        { TimedOut: true } => new(CollectionErrors.ToolTimedOut, "The search for secrets did not end in time."),
        { ExitCode: not 0 } => new(CollectionErrors.ToolFailed, $"The search for secrets ended with exit code {outcome.ExitCode}.",
            NextStep: $"Read the end of {Path.GetFileName(outcome.LogPath)} and mend the cause."),
        _ when !File.Exists(report) => new(CollectionErrors.ToolProducedNothing, "The search for secrets ended without a report."),
        _ => null,
    };

    private static string WriteList(string folder, string name, ImmutableArray<string> files)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, string.Concat(files.Select(file => file + "\0")), new UTF8Encoding(false));
        return path;
    }
}
