using System.Diagnostics;
using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.BadInput;

/// <summary>Ctrl-C while collecting, and two checks at once.</summary>
public sealed class InterruptionTests
{
    [Fact]
    public void Ctrl_C_ends_every_process_gives_no_verdict_and_leaves_the_repository_usable()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends a POSIX signal");
        using var repository = Hanging();
        using var check = AssayProcess.Start(repository.Root, new Dictionary<string, string>(), "check");
        var pid = WaitForPid(repository, check);
        Shell.Interrupt(check);
        Assert.True(check.WaitForExit(TimeSpan.FromSeconds(30)), "it did not end");
        Assert.Equal(130, check.ExitCode);
        Assert.Contains("ASY1602", check.StandardError.ReadToEnd(), StringComparison.Ordinal);
        Assert.Empty(check.StandardOutput.ReadToEnd());
        Assert.False(IsRunning(pid), "the test command is still running");

        repository.Write("test.sh", "true\n");
        Assert.Equal(1, repository.Assay("check", "--no-collect").ExitCode);
    }

    [Fact]
    public void A_second_check_is_told_of_the_first()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends a POSIX signal");
        using var repository = Hanging();
        using var first = AssayProcess.Start(repository.Root, new Dictionary<string, string>(), "check");
        WaitForPid(repository, first);
        var second = repository.Assay("check");
        Assert.True(second.ExitCode == 2, second.ToString());
        Assert.Contains("ASY1507", second.Error, StringComparison.Ordinal);
        Shell.Interrupt(first);
        Assert.True(first.WaitForExit(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_command_that_hangs_is_stopped_at_its_limit_and_is_a_finding()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "runs a POSIX shell");
        using var repository = Hanging("1 s");
        var run = repository.Assay("check", "--format", "json");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("error", run.Status("tests_pass"));
        Assert.Contains(run.Json.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("code").GetString() == "ASY1503");
    }

    private static Repository Hanging(string limit = "10 min")
    {
        var repository = NodeProject.Create();
        repository.Write("test.sh", "echo $$ > .pid.tmp && mv .pid.tmp .pid && sleep 300\n");
        repository.Write(".gitignore", ".pid*\n.assay/\n");
        repository.Write("assay.yaml", $"schema: assay/config/v1\ncomponents:\n  - id: adder\n    path: .\n    time_limit: {limit}\n    commands:\n      test: exec sh test.sh\n");
        repository.Commit("tests that hang");
        return repository;
    }

    private static int WaitForPid(Repository repository, Process check)
    {
        var file = repository.FullPath(".pid");
        Assert.True(SpinWait.SpinUntil(() => File.Exists(file) || check.HasExited, TimeSpan.FromSeconds(120)) && !check.HasExited, "the test command did not start");
        return int.Parse(File.ReadAllText(file), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static bool IsRunning(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
