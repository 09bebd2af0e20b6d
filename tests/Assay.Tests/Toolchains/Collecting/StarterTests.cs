using Assay.Core.Judging;
using Assay.Tests.Measuring.Operations;
using Assay.Tests.Support;

namespace Assay.Tests.Toolchains.Collecting;

/// <summary>Starters show nothing until somebody has filled them in, and then they do what they say.</summary>
public sealed class StarterTests
{
    [Theory]
    [InlineData("backup", "backup_restored")]
    [InlineData("shutdown", "shutdown_graceful")]
    [InlineData("rollback", "rollback_tried")]
    [InlineData("health", "health_endpoints")]
    public async Task A_drill_left_as_it_was_is_an_error_that_says_so(string drill, string criterion)
    {
        using var workshop = new Workshop().Command($"drill-{drill}", Text($"drills/{drill}.sh"));
        await workshop.Collect();
        Assert.Equal(Status.Error, workshop.Of(criterion).Status);
        Assert.Contains($"ended with 1: drills/{drill}.sh: fill it in first", workshop.Of(criterion).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cat one two", Status.Pass)]
    [InlineData("cat one two; test $1 = original || echo three", Status.Error)]
    public async Task A_backup_drill_that_was_filled_in_compares_what_it_restored(string content, Status status)
    {
        var script = Filled(Text("drills/backup.sh"), ("back_up", "cat one two > \"$1\""), ("restore", "test -s \"$1\""), ("content", content));
        using var workshop = new Workshop().Write("one", "1\n").Write("two", "2\n").Command("drill-backup", script);
        await workshop.Collect();
        Assert.True(status == workshop.Of("backup_restored").Status, workshop.Of("backup_restored").Reason);
    }

    [Fact]
    public async Task A_shutdown_drill_that_was_filled_in_counts_what_was_lost()
    {
        var script = Filled(Text("drills/shutdown.sh"), ("start", "echo 0"), ("request", "sleep 1.5"), ("stop", "true"));
        using var workshop = new Workshop().Command("drill-shutdown", script);
        await workshop.Collect();
        Assert.True(workshop.Of("shutdown_graceful").Status == Status.Pass, workshop.Of("shutdown_graceful").Reason);
        workshop.Command("drill-shutdown", script.Replace("sleep 1.5", "sleep 1.5; false", StringComparison.Ordinal));
        await workshop.Collect();
        Assert.Contains("12 of 12 requests in flight were lost", workshop.Of("shutdown_graceful").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rollback_drill_that_was_filled_in_asks_what_runs()
    {
        var script = Filled(Text("drills/rollback.sh"), ("deploy", "echo new > out/runs"), ("roll_back", "echo old > out/runs"), ("running", "sha256sum < out/runs | cut -d' ' -f1"), ("request", "true"));
        using var workshop = new Workshop().Command("drill-rollback", script);
        await workshop.Collect();
        Assert.True(workshop.Of("rollback_tried").Status == Status.Pass, workshop.Of("rollback_tried").Reason);
    }

    [Fact]
    public void Runbooks_left_as_they_were_do_not_count()
    {
        var lab = new Lab().File("alerts/a.rules.yaml", AlertRules.All()).File("runbooks/service.md", Text("runbooks/alert.md")).File("runbooks/incident-response.md", Text("runbooks/incident-response.md"));
        Assert.Contains("its section Meaning is left from the starter", lab.Of("runbooks").Reason, StringComparison.Ordinal);
        Assert.Contains("its section Roles is left from the starter", lab.Of("incident_response").Reason, StringComparison.Ordinal);
    }

    private static string Text(string starter) => File.ReadAllText(Path.Combine(Repository.Root, "starters", starter));

    /// <summary>The script with its functions and its component filled in, and without the lines that end it.</summary>
    private static string Filled(string script, params (string Function, string Body)[] functions)
    {
        var lines = script.Split('\n').Where(line => !line.Contains("fill it in first", StringComparison.Ordinal) && line != "exit 1")
            .Select(line => line.StartsWith("component=", StringComparison.Ordinal) ? "component=app" : line)
            .Select(line => functions.FirstOrDefault(function => line.StartsWith($"{function.Function}() ", StringComparison.Ordinal)) is { Function: { } name, Body: var body } ? $"{name}() {{ {body}; }}" : line);
        return string.Join('\n', lines);
    }
}
