namespace Assay.Bench;

/// <summary>What a hook pays for starting Assay at all, beside two other programs that say their version.</summary>
internal sealed class StartupBenchmark : IBenchmark
{
    private const double Most = 20;

    public string Name => "startup";

    public bool Run()
    {
        var times = Wall.Measure(Path.GetTempPath(),
            [Built.Assay, "--version"], [Built.Assay, "explain", "coverage_lines"], ["git", "--version"], ["dotnet", "--version"]);
        Console.WriteLine("Start-up, whole processes in alternation, 20 runs");
        return Wall.Report(times, ("assay --version", Most), ("assay explain coverage_lines", Most), ("git --version", null), ("dotnet --version", null));
    }

    public void RunOnce(string mode, string[] arguments) => throw new NotSupportedException("It measures whole processes.");
}
