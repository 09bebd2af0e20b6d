using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Tests.Support;
using static Assay.Tests.Measuring.Performance.Loads;

namespace Assay.Tests.Measuring.Performance;

/// <summary>A load test shows what it measured, and only of the load, the release and the component that it was of.</summary>
public sealed class LoadFactsTests
{
    private static readonly string[] Criteria = ["latency_p50", "latency_p95", "latency_p99", "request_timeout", "load_errors", "load_reached"];

    [Fact]
    [Shows("latency_p50", Status.Pass)]
    [Shows("latency_p95", Status.Pass)]
    [Shows("latency_p99", Status.Pass)]
    [Shows("request_timeout", Status.Pass)]
    [Shows("load_errors", Status.Pass)]
    [Shows("load_reached", Status.Pass)]
    public void A_real_run_of_hey_passes() =>
        Assert.All(Criteria, criterion => Assert.Equal((criterion, Status.Pass), (criterion, Promising().RealLoad().Of(criterion).Status)));

    [Fact]
    public void Percentiles_are_exact_by_nearest_rank()
    {
        var lab = Promising().RealLoad();
        var times = RealHey.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => decimal.Parse(line.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture) * 1000).Order().ToList();
        Assert.Equal(252, times.Count);
        Assert.StartsWith($"{times[125]:0.####} ms", lab.Of("latency_p50").Actual, StringComparison.Ordinal);
        Assert.StartsWith($"{times[239]:0.####} ms", lab.Of("latency_p95").Actual, StringComparison.Ordinal);
        Assert.StartsWith($"{times[249]:0.####} ms", lab.Of("latency_p99").Actual, StringComparison.Ordinal);
        Assert.StartsWith($"{times[251]:0.####} ms", lab.Of("request_timeout").Actual, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("latency_p50", Status.Fail)]
    [Shows("latency_p95", Status.Fail)]
    [Shows("latency_p99", Status.Fail)]
    [Shows("request_timeout", Status.Fail)]
    [Shows("load_errors", Status.Fail)]
    [Shows("load_reached", Status.Fail)]
    public void A_slow_and_faulty_release_fails_each()
    {
        var lab = Promising().Load(Hey(10, 12, at => at == 5 ? 30_001 : 600, at => at == 7 ? 503 : 200), Run("load.csv", 10, 12));
        Assert.All(Criteria, criterion => Assert.Equal((criterion, Status.Fail), (criterion, lab.Of(criterion).Status)));
    }

    [Fact]
    [Shows("latency_p50", Status.Missing)]
    [Shows("latency_p95", Status.Missing)]
    [Shows("latency_p99", Status.Missing)]
    [Shows("request_timeout", Status.Missing)]
    [Shows("load_errors", Status.Missing)]
    [Shows("load_reached", Status.Missing)]
    public void Without_a_load_test_each_is_missing() =>
        Assert.All(Criteria, criterion => Assert.Equal((criterion, Status.Missing), (criterion, Promising().Of(criterion).Status)));

    [Fact]
    public void A_load_test_of_another_release_is_stale() =>
        Assert.All(Criteria, criterion => Assert.Equal((criterion, Status.Stale), (criterion, Promising().Load(RealHey, Run("load.csv", 21, 12, 252), subject: "sha256:another").Of(criterion).Status)));

    [Fact]
    public void A_load_test_that_somebody_only_put_there_is_stale() =>
        Assert.Equal(Status.Stale, Promising().Load(RealHey, Run("load.csv", 21, 12, 252), step: null, subject: null, trust: Trust.Asserted).Of("latency_p95").Status);

    [Fact]
    public void One_from_the_future_is_an_error() =>
        Assert.Equal(Status.Error, Promising().Load(RealHey, Run("load.csv", 21, 12, 252), producedAt: Samples.Noon.AddMinutes(1)).Of("latency_p95").Status);

    [Fact]
    public void What_another_step_left_is_no_load_test() =>
        Assert.Equal(Status.Missing, Promising().Load(RealHey, Run("load.csv", 21, 12, 252), step: StepKind.Test).Of("latency_p95").Status);

    [Fact]
    public void A_load_test_of_another_component_shows_nothing()
    {
        var finding = Promising().Load(RealHey, Run("load.csv", 21, 12, 252, component: "other")).Of("latency_p95");
        Assert.Equal((Status.Missing, "the load test is of component other"), (finding.Status, finding.Reason));
    }

    [Fact]
    public void Requests_that_hey_dropped_are_errors_and_nobody_knows_how_long_they_took()
    {
        var lab = Promising().Load(RealHey, Run("load.csv", 21, 12, 260));
        Assert.Equal(Status.Fail, lab.Of("load_errors").Status);
        Assert.StartsWith("3.1 % of 260 requests", lab.Of("load_errors").Actual, StringComparison.Ordinal);
        Assert.Equal(Status.Missing, lab.Of("request_timeout").Status);
        Assert.Equal(Status.Error, lab.Of("latency_p99").Status);
        Assert.Equal(Status.Pass, lab.Of("latency_p95").Status);
    }

    [Fact]
    public void The_csv_of_hey_without_a_record_of_what_was_asked_for_is_an_error()
    {
        var finding = Promising().Report("out/load.csv", RealHey, StepKind.Load).Of("load_errors");
        Assert.Equal(Status.Error, finding.Status);
        Assert.Contains("how many requests were asked for is not known", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_was_not_there_is_an_error_and_never_fast() =>
        Assert.All(Criteria, criterion => Assert.Equal((criterion, Status.Error), (criterion, Promising().Load(Loads.File("Hey/unreachable.csv"), Run("load.csv", 2, 10)).Of(criterion).Status)));

    [Fact]
    public void A_report_that_the_record_names_and_that_is_gone_is_an_error() =>
        Assert.Contains("which is not there", Promising().RealLoad().Report("out/second.json", Run("gone.csv", 20, 12), StepKind.Load).Of("latency_p50").Reason, StringComparison.Ordinal);

    [Fact]
    public void A_report_that_was_edited_after_it_was_recorded_decides_all_as_an_error()
    {
        var edited = EvidenceProblem.OfStep(new AssayError(EvidenceErrors.DigestMismatch, "Its bytes are not those that were recorded.", "out/load.csv"), "app", StepKind.Load);
        Assert.All(Criteria, criterion => Assert.Equal((criterion, Status.Error), (criterion, Of(new Lab { Problems = [edited] }).RealLoad().Of(criterion).Status)));
    }

    [Theory]
    [InlineData(15, 12, "load")]
    [InlineData(21, 6, "the load lasted")]
    public void A_lower_rate_and_a_shorter_time_do_not_reach_the_load(int rate, double seconds, string says)
    {
        var finding = Promising().Load(Hey(rate, seconds, _ => 5), Run("load.csv", rate, seconds)).Of("load_reached");
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Contains(says, finding.Reason + " load", StringComparison.Ordinal);
    }

    [Fact]
    public void A_load_that_pauses_was_not_held()
    {
        var burst = Hey(60, 5, _ => 5);
        var finding = Promising().Load(burst + "0.0050,0.0000,0.0000,0.0000,0.0000,0.0000,200,12.0000\n", Run("load.csv", 25, 12, 301)).Of("load_reached");
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Contains("the load paused", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_reports_are_merged_on_requests_and_not_averaged()
    {
        // 240 fast and 20 slow requests: an average of both 95th percentiles would be 102.5 ms.
        var lab = Promising().Load(Hey(20, 12, _ => 5), Run("load.csv", 20, 12))
            .Report("out/slow.csv", Hey(20, 1, _ => 200), StepKind.Load).Report("out/slow.json", Run("slow.csv", 20, 1), StepKind.Load);
        Assert.StartsWith("200 ms of 260 requests", lab.Of("latency_p95").Actual, StringComparison.Ordinal);
        Assert.StartsWith("5 ms", lab.Of("latency_p50").Actual, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stricter_promise_of_its_own_is_held_too()
    {
        var slow = Promising(Slo.Replace("p95: 200 ms", "p95: 110 ms", StringComparison.Ordinal)).Load(Hey(21, 12, _ => 99), Run("load.csv", 21, 12));
        Assert.Equal(Status.Pass, slow.Of("latency_p95").Status);
        var finding = Promising(Slo.Replace("p50: 100 ms", "p50: 50 ms", StringComparison.Ordinal)).Load(Hey(21, 12, _ => 99), Run("load.csv", 21, 12)).Of("latency_p50");
        Assert.Equal((Status.Fail, "99 ms, and the component's own bound is < 50 ms"), (finding.Status, finding.Reason));
    }

    [Fact]
    public void A_laxer_promise_of_its_own_changes_nothing() =>
        Assert.Equal(Status.Fail, Promising(Slo.Replace("p95: 200 ms", "p95: 400 ms", StringComparison.Ordinal)).Load(Hey(21, 12, _ => 300), Run("load.csv", 21, 12)).Of("latency_p95").Status);

    [Fact]
    public void The_summary_of_k6_is_a_load_test_too()
    {
        var lab = Promising().Report("out/k6.json", K6Summary("\"p(99)\": 41.5, "), StepKind.Load);
        Assert.All(Criteria, criterion => Assert.Equal((criterion, Status.Pass), (criterion, lab.Of(criterion).Status)));
        var without = Promising().Report("out/k6.json", K6Summary(""), StepKind.Load).Of("latency_p99");
        Assert.Equal(Status.Missing, without.Status);
        Assert.Contains("summaryTrendStats", without.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Iterations_that_k6_dropped_are_errors() =>
        Assert.Equal(Status.Fail, Promising().Report("out/k6.json", K6Summary("").Replace("\"iterations\"", "\"dropped_iterations\": { \"count\": 30, \"rate\": 2.5 }, \"iterations\"", StringComparison.Ordinal), StepKind.Load).Of("load_errors").Status);

    private static string K6Summary(string p99) => $$"""
        { "root_group": { "name": "" }, "metrics": {
          "http_req_duration": { "avg": 12.1, "min": 1.2, "med": 10.4, "max": 60.2, "p(90)": 21.2, {{p99}}"p(95)": 30.1 },
          "http_req_failed": { "passes": 0, "fails": 252, "value": 0 },
          "http_reqs": { "count": 252, "rate": 20.98 }, "iterations": { "count": 252, "rate": 20.98 } } }
        """;
}
