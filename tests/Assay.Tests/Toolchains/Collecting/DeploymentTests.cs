using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Judging;

namespace Assay.Tests.Toolchains.Collecting;

/// <summary>Load tests, scans and drills run for a deployment only, and count for what they were run with.</summary>
public sealed class DeploymentTests
{
    [Fact]
    public async Task They_run_behind_all_else_and_for_a_deployment_only()
    {
        using var workshop = new Workshop().Backup().Command("load", "true").Command("scan", "true").Command("stress", "true").Command("test", "true");
        await workshop.Collect(deployment: false);
        Assert.Equal(["sh out/test.sh"], workshop.Titles.Where(title => title.Contains("sh out/", StringComparison.Ordinal)));
        Assert.Equal(Status.Missing, workshop.Of("backup_restored").Status);
        var collection = await workshop.Collect();
        Assert.Equal(["load: sh out/load.sh", "stress: sh out/stress.sh", "scan: sh out/scan.sh", "drill-backup: sh out/drill-backup.sh"], workshop.Titles.TakeLast(4));
        Assert.Contains(("app", "drill-backup"), collection.Steps);
        Assert.Equal(Status.Pass, workshop.Of("backup_restored").Status);
        Assert.Equal((StepKind.Drill, StepKind.Load, StepKind.Stress, StepKind.Scan), (workshop.Record("drill-backup").Kind, workshop.Record("load").Kind, workshop.Record("stress").Kind, workshop.Record("scan").Kind));
    }

    [Fact]
    public async Task What_they_left_outlives_a_later_check_of_the_code()
    {
        using var workshop = new Workshop().Backup();
        await workshop.Collect();
        workshop.Write("main.txt", "two\n").Commit();
        await workshop.Collect(deployment: false);
        Assert.Equal(Status.Pass, workshop.Of("backup_restored").Status);
    }

    [Fact]
    public async Task A_drill_that_is_no_longer_configured_goes_with_the_next_deployment()
    {
        using var workshop = new Workshop().Backup();
        await workshop.Collect();
        workshop.Commands = workshop.Commands.Clear();
        await workshop.Collect();
        Assert.Equal(Status.Missing, workshop.Of("backup_restored").Status);
    }

    [Fact]
    public async Task A_drill_that_fails_decides_whatever_was_there_before()
    {
        using var workshop = new Workshop().Backup();
        await workshop.Collect();
        workshop.Backup(more: "exit 3");
        await workshop.Collect();
        Assert.Equal(Status.Error, workshop.Of("backup_restored").Status);
        Assert.Contains("ended with 3", workshop.Of("backup_restored").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_swallows_the_exit_code_of_a_drill_still_leaves_its_figures()
    {
        using var workshop = new Workshop().Backup(restored: "2", more: "false || true");
        await workshop.Collect();
        Assert.Contains("differs from the original", workshop.Of("backup_restored").Reason, StringComparison.Ordinal);
        workshop.Command("drill-backup", "echo restored, all is well; exit 0");
        await workshop.Collect();
        Assert.Equal(Status.Missing, workshop.Of("backup_restored").Status);
    }

    [Fact]
    public async Task A_drill_that_was_stopped_half_way_hides_behind_no_older_success()
    {
        using var workshop = new Workshop().Backup();
        await workshop.Collect();
        Assert.Equal(Status.Pass, workshop.Of("backup_restored").Status);
        using var stop = new CancellationTokenSource();
        workshop.Command("drill-backup", "touch out/begun\n" + Workshop.Script() + "\nexec sleep 600");
        var running = workshop.Collect(stop: stop.Token);
        while (!File.Exists(Path.Combine(workshop.Root, "out", "begun")) && !running.IsCompleted) await Task.Yield();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal((Status.Error, "drill-backup was interrupted"), (workshop.Of("backup_restored").Status, workshop.Of("backup_restored").Reason));
    }

    [Fact]
    public async Task A_record_that_was_edited_after_it_was_made_is_refused()
    {
        using var workshop = new Workshop().Backup(restored: "2");
        await workshop.Collect();
        var file = Path.Combine(workshop.Root, ".assay", "evidence", "app", "drill-backup", "drill.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("02\",\"rows", "01\",\"rows", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var finding = workshop.Of("backup_restored");
        Assert.Equal((Status.Error, "Its bytes are not those that were recorded."), (finding.Status, finding.Reason));
    }

    [Fact]
    public async Task Evidence_copied_from_another_repository_shows_nothing_here()
    {
        using var there = new Workshop("another service\n").Backup();
        await there.Collect();
        using var here = new Workshop("this service\n").Backup();
        here.Write("main.txt", "other\n").Commit();
        CopyFolder(Path.Combine(there.Root, ".assay"), Path.Combine(here.Root, ".assay"));
        Assert.Equal(Status.Pass, there.Of("backup_restored").Status);
        var finding = here.Of("backup_restored");
        Assert.Equal(Status.Stale, finding.Status);
        Assert.Contains("nothing shows that it was recorded in this repository", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drill_that_edits_sources_is_of_no_content()
    {
        using var workshop = new Workshop().Backup(more: "echo quicker > main.txt");
        await workshop.Collect();
        await workshop.Collect(deployment: false);
        Assert.Contains("tracked files differed", workshop.Of("backup_restored").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_told_the_release_and_bound_to_its_digest()
    {
        using var workshop = new Workshop().Write("out/app.tar", "release one").Command("load", "cat \"$ARTIFACT\" > \"$EVIDENCE_DIR/copy.log\"").Command("test", "printf '%s' \"$ARTIFACT\" > out/told");
        await workshop.Collect(artifact: "out/app.tar");
        var digest = $"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("release one"u8))}";
        Assert.Equal((digest, 0), (workshop.Record("load").Artifact, workshop.Record("load").ExitCode));
        Assert.Empty(workshop.Record("load").Problems);
        Assert.Equal("release one", await File.ReadAllTextAsync(Path.Combine(workshop.Root, ".assay", "evidence", "app", "load", "copy.log"), TestContext.Current.CancellationToken));
        Assert.Equal("", await File.ReadAllTextAsync(Path.Combine(workshop.Root, "out", "told"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_command_that_changes_the_release_shows_nothing_of_it_nor_does_the_next()
    {
        using var workshop = new Workshop().Write("out/app.tar", "release one").Backup(more: "echo two > \"$ARTIFACT\"").Command("drill-health", "true");
        await workshop.Collect(artifact: "out/app.tar");
        Assert.Contains("changed app.tar", workshop.Of("backup_restored").Reason, StringComparison.Ordinal);
        Assert.Contains("no longer what --artifact named", Assert.Single(workshop.Record("drill-health").Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_alone_runs_nothing_and_judges_what_is_there()
    {
        using var workshop = new Workshop().Write("out/app.tar", "release one").Command("drill-health", Health);
        await workshop.Collect(artifact: "out/app.tar");
        var digest = workshop.Record("drill-health").Artifact!;
        Assert.Equal(Status.Pass, workshop.Of("health_endpoints", digest).Status);
        Assert.Contains("made with another release", workshop.Of("health_endpoints", "sha256:" + new string('0', 64)).Reason, StringComparison.Ordinal);
        await workshop.Collect(artifact: digest);
        var problem = Assert.Single(workshop.Record("drill-health").Problems);
        Assert.Equal(CollectionErrors.ChangedArtifact.Code, problem.Code);
        Assert.Contains("only the digest of the release is known", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_of_health_made_with_other_content_or_no_release_is_stale_for_this_one()
    {
        using var workshop = new Workshop().Write("out/app.tar", "release one").Command("drill-health", Health);
        await workshop.Collect();
        Assert.Equal(Status.Pass, workshop.Of("health_endpoints").Status);
        Assert.Contains("made with no artifact named", workshop.Of("health_endpoints", "out/app.tar").Reason, StringComparison.Ordinal);
        workshop.Write("main.txt", "two\n").Commit();
        Assert.Equal(Status.Stale, workshop.Of("health_endpoints").Status);
    }

    [Theory]
    [InlineData("echo all 312 tests passed", Status.Missing)]
    [InlineData("""sh -c 'printf "<testsuite tests=\"1\" failures=\"1\"><testcase name=\"a\"><failure/></testcase></testsuite>" > "$EVIDENCE_DIR/junit.xml"; exit 1' || true""", Status.Fail)]
    [InlineData("false || true", Status.Missing)]
    [InlineData("false", Status.Error)]
    public async Task A_test_command_counts_for_its_report_and_not_for_what_it_prints_or_how_it_ends(string command, Status status)
    {
        using var workshop = new Workshop();
        workshop.Commands = workshop.Commands.SetItem("test", command);
        await workshop.Collect(deployment: false);
        Assert.Equal(status, workshop.Of("tests_pass").Status);
        Assert.True(workshop.Of("tests_run").Status is Status.Missing or Status.Error || status == Status.Fail);
    }

    [Theory]
    [InlineData("echo clean", Status.Missing)]
    [InlineData("false || true", Status.Missing)]
    [InlineData("false", Status.Error)]
    public async Task A_lint_command_without_a_report_shows_nothing(string command, Status status)
    {
        using var workshop = new Workshop();
        workshop.Commands = workshop.Commands.SetItem("lint", command);
        await workshop.Collect(deployment: false);
        Assert.Equal(status, workshop.Of("lint_clean").Status);
    }

    private const string Health = """
        now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
        printf '{"schema":"assay/drill/v1","component":"app","drill":"health","started_at":"%s","ended_at":"%s","health":{"checks":[{"endpoint":"liveness","path":"/l","state":"healthy","status":200},{"endpoint":"readiness","path":"/r","state":"healthy","status":200},{"endpoint":"readiness","path":"/r","state":"dependency_down","status":503}]}}' "$now" "$now" > "$EVIDENCE_DIR/drill.json"
        """;

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
