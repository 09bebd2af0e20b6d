using Assay.Core.Errors;

namespace Assay.Toolchains.Commands;

/// <summary>What is wrong with how a command ended, in words that name the cause where its log does.</summary>
internal static class CommandProblems
{
    /// <summary>None where it ended with 0.</summary>
    /// <param name="shown">The command as the user knows it, e.g. <c>dotnet build</c>.</param>
    /// <param name="cause">The line of the log that says why; the last line where null.</param>
    internal static IEnumerable<AssayError> Of(CommandOutcome outcome, string shown, string? cause = null)
    {
        if (outcome.NotFound)
        {
            yield return new(CollectionErrors.ToolMissing, $"{shown} could not be started: the program is not installed.");
        }
        else if (outcome.TimedOut)
        {
            yield return new(CollectionErrors.ToolTimedOut, $"{shown} did not end within its time limit{Last(outcome)}.");
        }
        else if (outcome.ExitCode != 0)
        {
            yield return Failed(outcome, shown, cause);
        }
    }

    /// <summary>It ended, and not as it should have.</summary>
    internal static AssayError Failed(CommandOutcome outcome, string shown, string? cause = null) =>
        new(CollectionErrors.ToolFailed, $"{shown} ended with {outcome.ExitCode}: {cause ?? LogTail.Lines(outcome.LogPath, 1).FirstOrDefault() ?? "it printed nothing"}",
            NextStep: $"Mend the cause; its whole output is in {Path.GetFileName(outcome.LogPath)} of the step.");

    private static string Last(CommandOutcome outcome) =>
        LogTail.Lines(outcome.LogPath, 1).FirstOrDefault() is { } line ? $"; its last words were: {line}" : "";
}
