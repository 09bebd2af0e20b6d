using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Core.Quantities;
using static Assay.Core.Facts.FactNames;

namespace Assay.Core.Measuring.Performance;

/// <summary>What a load test of this release shows: percentiles, errors, and whether it was the load that slo.yaml states.</summary>
internal static class LoadFacts
{
    /// <summary>A tenth of the run with less of the rate than this is a pause.</summary>
    private const decimal Pause = 0.5m;

    private static readonly string[] Names = [LatencyP50, LatencyP95, LatencyP99, PerformanceSlowest, PerformanceErrorRate, PerformanceAchievedRate];

    public static void Add(MeasureInput input, FactDraft draft)
    {
        var found = LoadReports.Of(input, StepKind.Load);
        if (found.Reports.Count == 0 && found.Unmade.Count == 0)
        {
            foreach (var name in Names)
                draft.Missing(name, found.Foreign is null ? "no load test" : $"the load test is of component {found.Foreign}",
                    "Name a command that runs the load test of slo.yaml: commands: load: in assay.yaml, then assay check --phase deployment.");
            return;
        }
        if (Unusable(found) is var (why, remedy))
        {
            foreach (var name in Names) draft.Error(name, why, remedy, found.Reports.SelectMany(report => report.Sources));
            return;
        }
        Measure(new LoadResult(found.Reports), Promise.Of(input), [.. found.Reports.SelectMany(report => report.Sources)], draft);
    }

    /// <summary>Why the reports cannot be relied on; null where they can.</summary>
    public static (string Why, string Remedy)? Unusable(LoadReports found)
    {
        if (found.Unmade.Count > 0) return ($"the load run names {found.Unmade[0]}, which is not there", "Let the script leave the reports in $EVIDENCE_DIR, beside the record of the run.");
        if (found.Reports.Find(report => report is { Stage: null, Observation: RequestTimes }) is { } bare)
            return ($"how many requests were asked for is not known: no load-run record names {Path.GetFileName(bare.Item.Path)}", "Let the script write a load-run record beside the CSV; hey leaves failed requests out of it.");
        if (found.Reports.Find(report => Recorded.IsUntimed(report.Item)) is { } untimed)
            return ($"nothing says when the step began and ended that left {Path.GetFileName(untimed.Item.Path)}", "Run the load test again: assay check --phase deployment.");
        if (LongerThanItsStep(found.Reports) is { } longer) return (longer, "Let the script leave the reports as the tool writes them, of this run only, one after another.");
        if (found.Reports.Find(report => report.Reported == 0) is { } silent) return ($"{Path.GetFileName(silent.Item.Path)} reports not a single request", "Start the service before the load test, and let the script check that it answers.");
        return null;
    }

    /// <summary>Reports are taken for one after another, so together they last no longer than the step that left them.</summary>
    private static string? LongerThanItsStep(List<LoadReport> reports)
    {
        foreach (var step in reports.Where(report => report.Item.Step is not null).GroupBy(report => (report.Item.StartedAt, report.Item.ProducedAt)))
        {
            var (claimed, ran) = (step.Sum(report => report.Seconds), step.Key.ProducedAt!.Value - step.Key.StartedAt!.Value);
            if (claimed > (decimal)(ran + Recorded.ClockTolerance).TotalSeconds) return $"the reports claim {claimed:0.#} s of load, and the step that left them ran for {ran.TotalSeconds:0.#} s";
        }
        return null;
    }

    private static void Measure(LoadResult result, Promise promise, string[] sources, FactDraft draft)
    {
        foreach (var (name, percent) in ((string, int)[])[(LatencyP50, 50), (LatencyP95, 95), (LatencyP99, 99)])
        {
            var (value, why) = result.Percentile(percent);
            if (value is { } milliseconds) Own(name, new Quantity(milliseconds, Unit.Milliseconds), $"of {result.Requested} requests");
            else if (why!.StartsWith("more", StringComparison.Ordinal)) draft.Error(name, why, "Find out which requests failed under load and mend the cause.", sources);
            else draft.Missing(name, why, "Let the k6 script report it: summaryTrendStats: ['avg', 'min', 'med', 'max', 'p(95)', 'p(99)'].");
        }

        if (result.Dropped > 0) draft.Missing(PerformanceSlowest, $"how long {result.Dropped} requests took that were never reported is not known", "Find out why they were not answered, and ask only for what the tool can send.");
        else draft.Measured(PerformanceSlowest, new Quantity(result.Slowest, Unit.Milliseconds), sources, $"of {result.Requested} requests");

        if (result.Failed is not { } failed)
        {
            foreach (var name in (string[])[PerformanceErrorRate, PerformanceAchievedRate]) draft.Missing(name, "the summary does not say how many requests failed", "Keep k6's http_req_failed in the summary.");
            return;
        }
        Own(PerformanceErrorRate, new Quantity(100m * failed / result.Requested, Unit.Percent), $"of {result.Requested} requests");
        Achieved(result, promise, sources, draft);

        // A stricter bound of slo.yaml is held by the judge as well.
        void Own(string name, Quantity value, string detail) =>
            draft.Measured(name, value, promise.Digest is null ? sources : [.. sources, promise.Digest], detail, own: promise.Own(name));
    }

    private static void Achieved(LoadResult result, Promise promise, string[] sources, FactDraft draft)
    {
        if (promise is not { Levels: { } levels, Digest: { } digest })
        {
            draft.Missing(PerformanceAchievedRate, "no slo.yaml of this component states the load", "State rate and duration in slo.yaml.");
            return;
        }
        if (result.CutShort(levels.Duration.Value / 1000) is { } cut)
        {
            draft.Error(PerformanceAchievedRate, cut, "Let every run of the load tool last the time that is stated for it.", [.. sources, digest]);
            return;
        }
        var rate = result.HeldRate!.Value / levels.Rate.Value;
        var duration = result.Seconds * 1000 / levels.Duration.Value;
        var least = result.LeastTenth(levels.Rate.Value);
        var value = least < Pause ? least : duration < 1 ? Math.Min(rate, duration) : rate;
        var reason = least < Pause ? $"the load paused: in a tenth of the time only {Shown(least)} % of the rate was asked for"
            : duration < 1 && duration < rate ? $"the load lasted {Shown(result.Seconds / 100)} s of {levels.Duration.Value / 1000:0.#} s"
            : null;
        draft.Measured(PerformanceAchievedRate, new Quantity(100 * value, Unit.Percent), [.. sources, digest], $"of {levels.Rate}", reason);
    }

    /// <summary>A share in percent, with one decimal, rounded down.</summary>
    private static string Shown(decimal share) =>
        decimal.Round(100 * share, 1, MidpointRounding.ToNegativeInfinity).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
