using System.Diagnostics;
using System.Globalization;

namespace Assay.Bench;

/// <summary>What one process needed.</summary>
/// <param name="Milliseconds">Time of the work, without the start of the process.</param>
/// <param name="PeakBytes">Most memory of the whole process.</param>
internal sealed record Sample(double Milliseconds, long PeakBytes)
{
    public static Sample Take(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        var elapsed = watch.Elapsed.TotalMilliseconds;
        using var self = Process.GetCurrentProcess();
        return new(elapsed, self.PeakWorkingSet64);
    }

    public void Print() => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Milliseconds:F1} {PeakBytes}"));

    /// <summary>Runs one side in a process of its own.</summary>
    public static Sample InOwnProcess(string benchmark, string mode, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [benchmark, mode, .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && output.Split(' ') is [var milliseconds, var peak]
            ? new(double.Parse(milliseconds, CultureInfo.InvariantCulture), long.Parse(peak, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"{benchmark} {mode} ended with {process.ExitCode}: {output}");
    }

    /// <summary>Medians of both.</summary>
    public static Sample Median(IReadOnlyCollection<Sample> samples) => new(
        samples.Select(sample => sample.Milliseconds).Order().ElementAt(samples.Count / 2),
        samples.Select(sample => sample.PeakBytes).Order().ElementAt(samples.Count / 2));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds,7:F0} ms  {PeakBytes / 1e6,6:F0} MB");
}
