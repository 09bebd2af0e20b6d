using Assay.Core.Errors;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Node;

/// <summary>What the end of a command means, in words that name the tool.</summary>
internal static class Outcomes
{
    /// <summary>The problem of a command that did not run to its end; null where it did, whatever its exit code.</summary>
    internal static AssayError? NotRun(CommandOutcome outcome, string tool, string needs) => outcome switch
    {
        { NotFound: true } => new(CollectionErrors.ToolMissing, $"{tool} is not installed.", NextStep: needs),
        { TimedOut: true } => new(CollectionErrors.ToolTimedOut, $"{tool} did not end in time."),
        { ExitCode: null } => new(CollectionErrors.ToolFailed, $"{tool} was stopped."),
        _ => null,
    };

    /// <summary>A command that ended with an error of its own.</summary>
    internal static AssayError Failed(CommandOutcome outcome, string tool, string? because = null)
    {
        string said = Cause(LogTail.Lines(outcome.LogPath, int.MaxValue)) is { } line ? $" It said: {line}" : "";
        return new(CollectionErrors.ToolFailed, $"{tool} ended with exit code {outcome.ExitCode}{because}.{said}",
            NextStep: $"Read the end of {Path.GetFileName(outcome.LogPath)} and mend the cause.");
    }

    /// <summary>
    /// The line that names the cause: npm and pnpm mark it and print others below; yarn numbers it, where nought is no message; a package manager that is too new for Node says so before it breaks; where Node itself gave up,
    /// its error stands above the version that it ends with; elsewhere the last.
    /// </summary>
    internal static string? Cause(IReadOnlyList<string> lines)
    {
        const string Npm = "npm error ";
        string? marked = lines.FirstOrDefault(line => line.Contains("ERR_PNPM_", StringComparison.Ordinal)
            || (line.StartsWith(Npm, StringComparison.Ordinal) && !line.StartsWith(Npm + "code ", StringComparison.Ordinal)));
        return marked?.StartsWith(Npm, StringComparison.Ordinal) == true ? marked[Npm.Length..]
            : marked ?? lines.FirstOrDefault(line => line.Contains("requires at least Node.js", StringComparison.Ordinal))
            ?? (lines.LastOrDefault()?.StartsWith("Node.js v", StringComparison.Ordinal) == true ? lines.LastOrDefault(line => line.Split(':')[0].Split(' ')[0].EndsWith("Error", StringComparison.Ordinal)) : null)
            ?? lines.LastOrDefault(line => line.StartsWith("➤ YN", StringComparison.Ordinal) && !line.StartsWith("➤ YN0000", StringComparison.Ordinal))
            ?? lines.LastOrDefault();
    }

    /// <summary>A program of the project's own dependencies that is not there.</summary>
    internal static AssayError NotInstalled(string tool, string package, string folder) => new(
        CollectionErrors.ToolMissing, $"{tool} is not among the installed packages of {(folder.Length == 0 ? "the repository" : folder)}.",
        NextStep: $"Add it to package.json (npm install --save-dev {package}), or mend what kept the packages from being installed.");
}
