using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Assay.EndToEnd.Support;

/// <summary>How a run of the real executable ended.</summary>
internal sealed record AssayRun(int ExitCode, string Out, string Error)
{
    /// <summary>The verdict, where JSON was asked for.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>The status of a criterion, e.g. <c>fail</c>.</summary>
    public string Status(string criterion) => Finding(criterion).GetProperty("status").GetString()!;

    /// <summary>The finding of a criterion in the first component.</summary>
    public JsonElement Finding(string criterion) => Json.GetProperty("gates").EnumerateArray()
        .SelectMany(gate => gate.GetProperty("criteria").EnumerateArray()).First(finding => finding.GetProperty("id").GetString() == criterion);

    /// <summary>What is listed under <c>weakened</c>.</summary>
    public string[] Weakened => [.. Json.GetProperty("weakened").EnumerateArray().Select(weakening => weakening.GetProperty("what").GetString()!)];

    public override string ToString() => $"exit {ExitCode}\n{Out}\n{Error}";
}

/// <summary>Drives the real executable, as a user's shell would.</summary>
internal static class AssayProcess
{
    public static string RepositoryRoot { get; } = typeof(AssayProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The executable that <c>./assay</c> builds.</summary>
    public static string Executable { get; } = Path.Combine(RepositoryRoot, "out", OperatingSystem.IsWindows() ? "assay.exe" : "assay");

    /// <summary>Runs to the end.</summary>
    public static AssayRun Run(string workingDirectory, params string[] arguments) => Run(workingDirectory, new Dictionary<string, string>(), arguments);

    /// <summary>Runs to the end with further variables.</summary>
    public static AssayRun Run(string workingDirectory, Dictionary<string, string> variables, params string[] arguments)
    {
        using var process = Start(workingDirectory, variables, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new AssayRun(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>Starts it and returns at once.</summary>
    public static Process Start(string workingDirectory, Dictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            WorkingDirectory = workingDirectory, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
