using Assay.Core.Judging;
using Assay.Core.Evidence;
using Assay.Tests.Support;
using static Assay.Tests.Measuring.Performance.Loads;

namespace Assay.Tests.Measuring.Performance;

/// <summary>The capacity is what was held before the first stage that broke; without a breaking point it is not known.</summary>
public sealed class CapacityFactsTests
{
    private const string Criterion = "capacity";

    [Fact]
    [Shows(Criterion, Status.Pass)]
    public void A_stage_above_the_peak_was_held_and_the_next_one_broke()
    {
        var finding = Promising().Stress((50, 5), (90, 9), (200, 450)).Of(Criterion);
        Assert.Equal(Status.Pass, finding.Status);
        Assert.Contains("broke at 200 /s (p95 450 ms)", finding.Actual, StringComparison.Ordinal);
    }

    [Fact]
    [Shows(Criterion, Status.Fail)]
    public void A_peak_that_was_not_held_fails()
    {
        var finding = Promising().Stress((50, 5), (90, 450)).Of(Criterion);
        Assert.Equal(Status.Fail, finding.Status);
        Assert.StartsWith("62.", finding.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_break_counts_even_where_a_later_stage_held() =>
        Assert.Equal(Status.Fail, Promising().Stress((50, 5), (90, 450), (100, 5), (200, 450)).Of(Criterion).Status);

    [Fact]
    [Shows(Criterion, Status.Missing)]
    public void Without_a_stress_test_or_a_breaking_point_it_is_missing()
    {
        Assert.Equal(Status.Missing, Promising().Of(Criterion).Status);
        var finding = Promising().Stress((50, 5), (90, 9)).Of(Criterion);
        Assert.Equal(Status.Missing, finding.Status);
        Assert.Contains("breaking point was not reached", finding.Reason, StringComparison.Ordinal);
        Assert.Equal(Status.Missing, Promising().RealLoad().Of(Criterion).Status);
    }

    [Fact]
    public void Rates_have_to_rise() => Assert.Equal(Status.Error, Promising().Stress((90, 5), (50, 450)).Of(Criterion).Status);

    [Fact]
    public void A_stage_that_did_not_reach_its_rate_or_dropped_requests_broke()
    {
        var lab = Promising().Report("out/a.csv", Hey(60, 6, _ => 5), StepKind.Stress).Report("out/b.csv", Hey(60, 6, _ => 6), StepKind.Stress)
            .Report("out/run.json", Runs("app", ("a.csv", 60, 6, 360), ("b.csv", 90, 6, 540)), StepKind.Stress);
        Assert.Contains("broke at 90 /s (33.4 % errors)", lab.Of(Criterion).Actual, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_of_a_moment_shows_nothing_that_lasts()
    {
        var lab = Promising().Report("out/a.csv", Hey(500, 1, _ => 5), StepKind.Stress).Report("out/b.csv", Hey(600, 6, _ => 600), StepKind.Stress)
            .Report("out/run.json", Runs("app", ("a.csv", 500, 1, 500), ("b.csv", 600, 6, 3600)), StepKind.Stress);
        Assert.Equal(Status.Missing, lab.Of(Criterion).Status);
        Assert.Contains("lasted under 5 s", lab.Of(Criterion).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stricter_bound_of_slo_yaml_breaks_earlier() =>
        Assert.Equal(Status.Fail, Promising(Slo.Replace("p50: 100 ms, p95: 200 ms", "p50: 4 ms, p95: 8 ms", StringComparison.Ordinal)).Stress((50, 5), (90, 9), (200, 450)).Of(Criterion).Status);

    [Fact]
    public void A_stress_test_of_another_component_shows_nothing() =>
        Assert.Contains("of component other", Promising().Report("out/a.csv", Hey(50, 6, _ => 5), StepKind.Stress).Report("out/run.json", Run("a.csv", 50, 6, component: "other"), StepKind.Stress).Of(Criterion).Reason, StringComparison.Ordinal);
}
