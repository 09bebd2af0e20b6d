using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Assay.Toolchains.Commands;

/// <summary>
/// All processes of one command, also those whose parent has ended. On Linux they are known by their session, which the command leads, and by a
/// variable that they inherit; elsewhere by their parents.
/// </summary>
internal sealed class ProcessTree(Process root, string runId)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly int session = root.Id;
    private readonly byte[] marker = Encoding.UTF8.GetBytes($"{CommandEnvironment.RunVariable}={runId}");

    /// <summary>Ends every process of the command and returns when they are gone.</summary>
    internal async Task EndAsync()
    {
        End(root, entireTree: !OperatingSystem.IsLinux());
        long started = Stopwatch.GetTimestamp();
        while (Living() is { Count: > 0 } living && Stopwatch.GetElapsedTime(started) < LongestWait)
        {
            foreach (int id in living)
            {
                End(id);
            }

            await Task.Delay(5, CancellationToken.None).ConfigureAwait(false);
        }

        await root.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private List<int> Living() => OperatingSystem.IsLinux()
        ? [.. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) ? id : 0)
            .Where(id => id > 0 && id != Environment.ProcessId && Belongs(id))]
        : [];

    private bool Belongs(int id)
    {
        try
        {
            // "pid (name) state parent group session …"; the name may hold spaces and brackets.
            string stat = File.ReadAllText($"/proc/{id}/stat");
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            bool gone = fields[0] is "Z" or "X";
            return !gone && (fields[3] == session.ToString(CultureInfo.InvariantCulture) || Inherited(id));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // it has ended meanwhile, or is another user's
        }
    }

    private bool Inherited(int id) => File.ReadAllBytes($"/proc/{id}/environ").AsSpan().IndexOf(marker) >= 0;

    private static void End(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            End(process, entireTree: false);
        }
        catch (ArgumentException)
        {
            // It has ended meanwhile.
        }
    }

    private static void End(Process process, bool entireTree)
    {
        try
        {
            process.Kill(entireTree);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended meanwhile, or is another user's: then it is not ours to end.
        }
    }
}
