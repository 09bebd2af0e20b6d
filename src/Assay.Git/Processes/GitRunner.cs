using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Assay.Git.Processes;

/// <summary>Starts git without a shell, in one folder.</summary>
/// <param name="variables">Added to the cleaned environment.</param>
internal sealed class GitRunner(string executable, string folder, ImmutableDictionary<string, string> variables, CancellationToken cancellation)
{
    /// <summary>The same git in another folder.</summary>
    public GitRunner In(string other) => new(executable, other, variables, cancellation);

    /// <summary>The same git with more variables.</summary>
    public GitRunner With(ImmutableDictionary<string, string> more) => new(executable, folder, variables.SetItems(more), cancellation);

    /// <summary>Starts git at once and waits for its end in the background.</summary>
    public Task<GitOutput> RunAsync(params ReadOnlySpan<string> arguments) => CompleteAsync(Start(arguments), Describe(arguments), null);

    /// <summary>As <see cref="RunAsync"/>, with something to read.</summary>
    public Task<GitOutput> FeedAsync(byte[] input, params ReadOnlySpan<string> arguments) => CompleteAsync(Start(arguments), Describe(arguments), input);

    /// <summary>Starts git with all three streams redirected.</summary>
    public Process Start(params ReadOnlySpan<string> arguments)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(executable)
        {
            WorkingDirectory = folder, UseShellExecute = false, CreateNoWindow = true,
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        GitEnvironment.Apply(start, variables);
        foreach (var option in GitEnvironment.Options)
            start.ArgumentList.Add(option);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start) ?? throw GitExecutable.Missing($"{executable} could not be started.");
        }
        catch (Win32Exception e)
        {
            throw GitExecutable.Missing($"{executable} could not be started: {e.Message}");
        }
    }

    private static string Describe(ReadOnlySpan<string> arguments) => string.Join(' ', arguments);

    private async Task<GitOutput> CompleteAsync(Process started, string command, byte[]? input)
    {
        using var process = started;
        await using var stop = cancellation.Register(() => process.Kill(entireProcessTree: true)).ConfigureAwait(false);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var fed = Task.Run(() => FeedAndClose(process, input), CancellationToken.None);
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, CancellationToken.None).ConfigureAwait(false);
        await fed.ConfigureAwait(false);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return new(command, process.ExitCode, output.ToArray(), await error.ConfigureAwait(false));
    }

    /// <summary>git may end before it has read everything; its exit code then says why, so the broken pipe itself is no news.</summary>
    private static void FeedAndClose(Process process, byte[]? input)
    {
        try
        {
            if (input is not null)
                process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException) when (process.WaitForExit(Timeout.Infinite))
        {
            return;
        }
    }
}
