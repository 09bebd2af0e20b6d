namespace Assay.Toolchains.Commands;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Null where it did not start or was stopped.</param>
/// <param name="NotFound">The program is not there.</param>
/// <param name="TimedOut">It was stopped at its time limit, with all its processes.</param>
/// <param name="LogPath">Absolute path of the file with everything it printed, both streams as they came.</param>
public sealed record CommandOutcome(int? ExitCode, bool NotFound, bool TimedOut, string LogPath);
