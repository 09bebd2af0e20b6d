using System.Collections.Immutable;
using System.Reflection;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Sarif;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Secrets;

/// <summary>
/// gitleaks (8.19 or later, for its <c>dir</c> command) over the same files as the other scanner, with its default rules: the project's
/// <c>.gitleaks.toml</c>, <c>.gitleaksignore</c> and <c>gitleaks:allow</c> comments are not heard, and secrets are masked in all that it writes.
/// What it takes for binary by its first bytes it does not search.
/// </summary>
/// <param name="program">Name on the PATH, or path.</param>
/// <param name="temporary">Folder for copies, gone after the step.</param>
internal sealed class GitleaksScan(string program, string temporary, StepRun run)
{
    internal const string Program = "gitleaks";

    /// <summary>Scans what is planted, then the files; leaves <c>gitleaks.sarif</c> where both went well.</summary>
    internal async Task<StepResult> RunAsync(string root, ImmutableArray<string> files, CancellationToken cancellation)
    {
        try
        {
            WriteConfiguration();
            string planted = Directory.CreateDirectory(Path.Combine(temporary, "gitleaks-planted")).FullName;
            SecretProbe probe = SecretProbe.PlantForGitleaks(planted, files);
            var (seen, failed) = await ScanAsync(planted, probe.Files, "gitleaks-probe", cancellation).ConfigureAwait(false);
            if ((failed ?? Missed(probe, seen)) is { } unproven)
            {
                return new StepResult(Program, null, [unproven]);
            }

            var (found, broken) = await ScanAsync(root, files, Program, cancellation).ConfigureAwait(false);
            if (broken is not null)
            {
                return new StepResult(Program, null, [broken]);
            }

            using FileStream report = File.Create(Path.Combine(run.Folder, "gitleaks.sarif"));
            SarifWriter.Write(report, Program, null, found, 0);
            return new StepResult(Program, 0, [], Probed: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new StepResult(Program, null, [new AssayError(CollectionErrors.ToolFailed, $"gitleaks could not be given the files: {e.Message}")]);
        }
    }

    private async Task<(ImmutableArray<ToolFinding> Found, AssayError? Broken)> ScanAsync(
        string root, ImmutableArray<string> files, string name, CancellationToken cancellation)
    {
        GitleaksCopy copy = await GitleaksCopy.MakeAsync(root, files, Path.Combine(temporary, name), cancellation).ConfigureAwait(false);
        string report = Path.Combine(temporary, $"{name}.sarif");
        var command = new CommandLine(program,
        [
            "dir", "--no-banner", "--no-color", "--redact", "--ignore-gitleaks-allow", $"--config={Configuration}", $"--gitleaks-ignore-path={temporary}",
            "--exit-code=0", "--report-format=sarif", $"--report-path={report}", ".",
        ]);
        CommandOutcome outcome = await run.Commands.RunAsync(command, copy.Folder, Path.Combine(run.Folder, $"{name}.log"), cancellation).ConfigureAwait(false);
        return Broken(outcome, report) is { } broken ? ([], broken)
            : GitleaksReport.Read(report, copy) is { } found ? (found, null)
            : ([], new AssayError(CollectionErrors.ToolFailed, "The report of gitleaks cannot be read, or names files that it was not given."));
    }

    private string Configuration => Path.Combine(temporary, "gitleaks.toml");

    private void WriteConfiguration()
    {
        using Stream own = Assembly.GetExecutingAssembly().GetManifestResourceStream("Secrets/gitleaks.toml")
            ?? throw new InvalidOperationException("Secrets/gitleaks.toml is not embedded.");
        using FileStream file = File.Create(Configuration);
        own.CopyTo(file);
    }

    private static AssayError? Missed(SecretProbe probe, ImmutableArray<ToolFinding> seen)
    {
        var places = seen.Select(found => (found.File, found.Line)).ToHashSet();
        int missed = probe.Files.Count(file => !SecretProbe.Lines.All(line => places.Contains((file, line))));
        return missed == 0 ? null : new AssayError(CollectionErrors.ProbeFailed,
            $"gitleaks did not find secrets that were planted for it in {missed} of {probe.Files.Length} types of file, so that it found none elsewhere shows nothing.",
            NextStep: "Install a current gitleaks, or take this one off the PATH.");
    }

    private static AssayError? Broken(CommandOutcome outcome, string report) => outcome switch
    {
        { NotFound: true } => new(CollectionErrors.ToolMissing, "gitleaks is on the PATH and cannot be run."),
        { TimedOut: true } => new(CollectionErrors.ToolTimedOut, "gitleaks did not end in time."),
        { ExitCode: not 0 } => new(CollectionErrors.ToolFailed, $"gitleaks ended with exit code {outcome.ExitCode}.",
            NextStep: $"Read {Path.GetFileName(outcome.LogPath)}; 8.19 or later is needed. Install that, or take this one off the PATH."),
        _ when !File.Exists(report) => new(CollectionErrors.ToolProducedNothing, "gitleaks ended without a report."),
        _ => null,
    };
}
