using System.Collections.Immutable;
using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Tests.Support;
using static Assay.Tests.Measuring.Operations.DrillRecords;

namespace Assay.Tests.Measuring.Operations;

/// <summary>What drills show, judged from the records that their commands leave.</summary>
public sealed class DrillFactsTests
{
    [Fact]
    [Shows("backup_restored", Status.Pass)]
    [Shows("shutdown_graceful", Status.Pass)]
    [Shows("rollback_tried", Status.Pass)]
    [Shows("health_endpoints", Status.Pass)]
    public void Drills_that_went_well_pass()
    {
        var lab = new Lab().Drill("backup", Backup()).Drill("shutdown", Shutdown()).Drill("rollback", Rollback()).Drill("health", Health());
        foreach (var criterion in (string[])["backup_restored", "shutdown_graceful", "rollback_tried", "health_endpoints"]) Assert.Equal((Status.Pass, criterion), (lab.Of(criterion).Status, criterion));
        Assert.Equal("0.1 d since 12 rows were restored as they were", lab.Of("backup_restored").Actual);
    }

    [Fact]
    [Shows("backup_restored", Status.Fail)]
    [Shows("shutdown_graceful", Status.Fail)]
    [Shows("rollback_tried", Status.Fail)]
    public void Drills_that_are_too_old_fail()
    {
        var day = Samples.Noon.AddDays(-91);
        var lab = new Lab().Drill("backup", Backup(at: day), day).Drill("shutdown", Shutdown(at: day), day).Drill("rollback", Rollback(at: day), day);
        foreach (var criterion in (string[])["backup_restored", "shutdown_graceful", "rollback_tried"]) Assert.Equal((Status.Fail, criterion), (lab.Of(criterion).Status, criterion));
        Assert.StartsWith("91 d since 12 rows", lab.Of("backup_restored").Actual, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("backup_restored", Status.Missing)]
    [Shows("shutdown_graceful", Status.Missing)]
    [Shows("rollback_tried", Status.Missing)]
    [Shows("health_endpoints", Status.Missing)]
    public void Without_a_drill_it_is_missing_and_the_next_step_is_named()
    {
        foreach (var criterion in (string[])["backup_restored", "shutdown_graceful", "rollback_tried", "health_endpoints"])
        {
            var finding = new Lab().Of(criterion);
            Assert.Equal((Status.Missing, criterion), (finding.Status, criterion));
            Assert.Contains("drill is configured or recorded", finding.Reason, StringComparison.Ordinal);
            Assert.Contains("$EVIDENCE_DIR", finding.Remedy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_command_that_prints_success_and_leaves_no_record_shows_nothing()
    {
        var lab = new Lab { Configuration = component => component with { Commands = ImmutableSortedDictionary<string, string>.Empty.Add("drill-backup", "echo restored") } };
        Assert.Equal((Status.Missing, "drills: backup has left no record, or was not run yet"), (lab.Of("backup_restored").Status, lab.Of("backup_restored").Reason));
    }

    [Theory]
    [InlineData("no row", "nothing was restored")]
    [InlineData("differs", "differs from the original")]
    public void A_backup_that_was_not_restored_as_it_was_does_not_count(string how, string reason) =>
        Refused("backup_restored", "backup", how == "no row" ? Backup(rows: 0) : Backup(restored: Other), reason);

    [Theory]
    [InlineData(0, 0, 0, "no request was in flight")]
    [InlineData(12, 11, 1, "1 of 12 requests in flight were lost")]
    [InlineData(12, 10, 0, "2 of 12 requests in flight were lost")]
    public void A_stop_that_lost_requests_or_had_none_to_lose_does_not_count(int inFlight, int completed, int lost, string reason) =>
        Refused("shutdown_graceful", "shutdown", Shutdown(inFlight, completed, lost), reason);

    [Theory]
    [InlineData(One, 25, 0, "the same release ran before and after")]
    [InlineData(Other, 0, 0, "nothing was served after it")]
    [InlineData(Other, 25, 1, "1 requests failed after it")]
    public void A_rollback_to_the_same_release_or_to_nothing_does_not_count(string to, int served, int failed, string reason) =>
        Refused("rollback_tried", "rollback", Rollback(to, served, failed), reason);

    [Theory]
    [Shows("health_endpoints", Status.Fail)]
    [InlineData(500, 200, 503, "liveness /health/live answers 500 with everything up")]
    [InlineData(200, 404, 503, "readiness /health/ready answers 404 with everything up")]
    [InlineData(200, 200, 200, "readiness /health/ready answers 200 with a dependency down, needs 5xx")]
    [InlineData(200, 200, 0, "readiness was not asked with a dependency down")]
    public void Endpoints_that_say_the_same_whatever_happens_fail(int live, int ready, int down, string reason)
    {
        var finding = new Lab().Drill("health", Health(live, ready, down == 0 ? null : down)).Of("health_endpoints");
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Contains(reason, finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_success_does_not_hide_a_newer_failure()
    {
        var before = Samples.Noon.AddDays(-3);
        var lab = new Lab().Drill("backup", Backup(at: before), before).Drill("second", Backup(restored: Other));
        Assert.Equal(Status.Error, lab.Of("backup_restored").Status);
        Assert.Contains("the last backup drill, of 2026-11-22, did not succeed", lab.Of("backup_restored").Reason, StringComparison.Ordinal);
        Assert.Equal(Status.Pass, new Lab().Drill("first", Backup(restored: Other, at: before), before).Drill("backup", Backup()).Of("backup_restored").Status);
    }

    [Fact]
    public void A_drill_that_was_killed_or_failed_decides_its_own_fact_and_no_other()
    {
        var broken = new EvidenceProblem(new AssayError(SystemErrors.Interrupted, "drill-backup was interrupted"), "app", StepKind.Drill) { StepName = "drill-backup" };
        var lab = new Lab { Problems = [broken] }.Drill("added-backup", Backup()).Drill("shutdown", Shutdown());
        Assert.Equal((Status.Error, "drill-backup was interrupted"), (lab.Of("backup_restored").Status, lab.Of("backup_restored").Reason));
        Assert.Equal(Status.Pass, lab.Of("shutdown_graceful").Status);
    }

    [Fact]
    public void A_record_of_another_component_shows_nothing_for_this_one()
    {
        var finding = new Lab().Drill("backup", Backup(component: "other")).Of("backup_restored");
        Assert.Equal(Status.Missing, finding.Status);
        Assert.Contains("is of component other", finding.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    public void Times_that_lie_outside_of_the_run_that_left_the_record_are_an_error(int minutes)
    {
        var finding = new Lab().Drill("backup", Backup(at: Samples.Noon.AddHours(-2).AddMinutes(minutes)), Samples.Noon.AddHours(-2)).Of("backup_restored");
        Assert.Equal(Status.Error, finding.Status);
        Assert.Contains("its command ran from", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drill_in_the_future_is_an_error()
    {
        var asserted = new Lab().Report("drill.json", Backup(at: Samples.Noon.AddDays(1)), subject: null).Of("backup_restored");
        Assert.Equal(Status.Error, asserted.Status);
        Assert.Contains("in the future", asserted.Reason, StringComparison.Ordinal);
        var recorded = new Lab().Drill("backup", Backup(at: Samples.Noon.AddDays(1)), Samples.Noon.AddDays(1)).Of("backup_restored");
        Assert.Equal(Status.Error, recorded.Status);
    }

    [Fact]
    public void A_record_that_nothing_recorded_is_only_asserted()
    {
        var finding = new Lab().Report("drill.json", Backup(), trust: Trust.Asserted, subject: null).Of("backup_restored");
        Assert.Equal(Status.Stale, finding.Status);
        Assert.Contains("only asserted", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_is_not_asked_for_drills() => Assert.Equal(Status.NotApplicable, new Lab { Kind = ComponentKind.Library }.Of("backup_restored").Status);

    private static void Refused(string criterion, string drill, string record, string reason)
    {
        var finding = new Lab().Drill(drill, record).Of(criterion);
        Assert.Equal(Status.Error, finding.Status);
        Assert.Contains(reason, finding.Reason, StringComparison.Ordinal);
    }
}
