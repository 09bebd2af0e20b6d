using System.Diagnostics;

namespace Assay.EndToEnd.Support;

/// <summary>Runs a program of the machine.</summary>
internal static class Shell
{
    public static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }

    /// <summary>
    /// Sends what Ctrl-C sends. A process started in the background of a shell ignores that (POSIX, sh: asynchronous lists), and so do its children; there SIGTERM serves, which ends in the same way.
    /// </summary>
    public static void Interrupt(Process process)
    {
        var status = $"/proc/{process.Id}/status";
        var ignored = File.Exists(status) && File.ReadLines(status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } mask
            && (Convert.ToUInt64(mask[7..].Trim(), 16) & (1UL << 1)) != 0;
        Assert.Equal(0, Run("kill", ignored ? "-TERM" : "-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
