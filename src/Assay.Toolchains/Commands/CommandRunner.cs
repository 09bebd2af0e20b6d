using System.ComponentModel;
using System.Diagnostics;
using Assay.Core.Errors;

namespace Assay.Toolchains.Commands;

/// <summary>
/// Runs commands with a time limit, keeps their output, and leaves no process behind.
/// </summary>
/// <param name="limit">Longest time for one command.</param>
/// <param name="output">Told each line as it comes, for progress; without control characters.</param>
public sealed class CommandRunner(TimeSpan limit, Action<string>? output = null)
{
    /// <summary>How long processes that outlive their command may still write, before they are ended.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(1);

    /// <summary>Largest log in bytes.</summary>
    internal long LogCap { get; init; } = 64L << 20;

    /// <summary>
    /// Runs to the end, to the limit, or to cancellation; in the last case it throws <see cref="OperationCanceledException"/> after the process tree is gone.
    /// The command has no standard input, and sees no variable of Assay's. Throws <see cref="AssayException"/> where the log cannot be written.
    /// </summary>
    public async Task<CommandOutcome> RunAsync(CommandLine command, string workingDirectory, string logPath, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        logPath = Path.GetFullPath(logPath);
        using var log = new CommandLog(logPath, LogCap, output);
        string runId = Guid.NewGuid().ToString("N");
        using Process? process = Start(command, workingDirectory, runId);
        if (process is null)
        {
            return new CommandOutcome(null, NotFound: true, TimedOut: false, logPath);
        }

        var tree = new ProcessTree(process, runId);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var reading = new CancellationTokenSource();
        stop.CancelAfter(limit);
        Task streams = Task.WhenAll(
            CopyAsync(process.StandardOutput.BaseStream, log, stop, reading.Token),
            CopyAsync(process.StandardError.BaseStream, log, stop, reading.Token));
        bool stopped = false;
        try
        {
            await process.WaitForExitAsync(stop.Token).ConfigureAwait(false);
            await Task.WhenAny(streams, Task.Delay(Aftermath, stop.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            stopped = true;
        }

        await tree.EndAsync().ConfigureAwait(false);
        reading.CancelAfter(Aftermath);
        await streams.ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return new CommandOutcome(stopped ? null : process.ExitCode, NotFound: false, TimedOut: stopped, logPath);
    }

    private static Process? Start(CommandLine command, string workingDirectory, string runId)
    {
        if (!Directory.Exists(workingDirectory))
        {
            throw new AssayException(new AssayError(UsageErrors.PathNotFound, "The folder that a command was to run in does not exist.", workingDirectory));
        }

        if (ProgramFinder.Find(command.Program, workingDirectory) is not { } program)
        {
            return null;
        }

        var start = new ProcessStartInfo
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A session of its own lets grandchildren be found after their parents have ended, and keeps the terminal's Ctrl-C for Assay.
        string? session = OperatingSystem.IsLinux() ? ProgramFinder.Find("setsid", workingDirectory) : null;
        start.FileName = session ?? program;
        foreach (string argument in session is null ? command.Arguments : command.Arguments.Insert(0, program))
        {
            start.ArgumentList.Add(argument);
        }

        CommandEnvironment.Prepare(start.Environment, command, runId);
        try
        {
            Process? process = Process.Start(start);
            process?.StandardInput.Close();
            return process;
        }
        catch (Win32Exception)
        {
            return null; // it is there and cannot be run: no program
        }
    }

    /// <summary>Copies a stream; where the log cannot be written any more, the command is stopped.</summary>
    private static async Task CopyAsync(Stream stream, CommandLog log, CancellationTokenSource stop, CancellationToken reading)
    {
        try
        {
            await log.CopyAsync(stream, reading).ConfigureAwait(false);
        }
        catch (AssayException)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException) when (reading.IsCancellationRequested)
        {
            // A process that could not be ended holds the stream open; what it wrote until now is kept.
        }
    }
}
