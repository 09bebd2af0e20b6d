using System.Diagnostics;
using System.Globalization;

namespace Assay.Bench;

/// <summary>Whole processes, from start to end, of several commands in alternation; the first round of each only warms.</summary>
internal static class Wall
{
    private const int Warming = 2;
    private const int Runs = 20;

    /// <summary>Times of the commands in the order given, in milliseconds.</summary>
    public static IReadOnlyList<Times> Measure(string folder, params string[][] commands)
    {
        var taken = commands.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < Warming + Runs; round++)
        {
            for (var at = 0; at < commands.Length; at++)
            {
                var milliseconds = Once(folder, commands[at]);
                if (round >= Warming) taken[at].Add(milliseconds);
            }
        }
        return [.. taken.Select(times => new Times(times.Order().ElementAt(Runs / 2), times.Min()))];
    }

    public static double Once(string folder, string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var elapsed = watch.Elapsed.TotalMilliseconds;
        // A check that ends with 1 came to its verdict.
        return process.ExitCode is 0 or 1 ? elapsed : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {error.Result}");
    }

    /// <summary>Prints a line for each command; whether the medians of those with a bound hold it.</summary>
    public static bool Report(IReadOnlyList<Times> times, params (string Name, double? Most)[] rows)
    {
        foreach (var (time, (name, most)) in times.Zip(rows))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-32} median {time.Median,6:F1} ms  least {time.Least,6:F1} ms{(most is null ? "" : $"  (at most {most} ms)")}"));
        return times.Zip(rows).All(pair => pair.Second.Most is not { } most || pair.First.Median <= most);
    }

    public sealed record Times(double Median, double Least);
}
