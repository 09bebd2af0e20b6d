using Assay.Core.Evidence;
using Assay.Core.Observations;

namespace Assay.Core.Measuring.Performance;

/// <summary>What was recorded of the process during the load test.</summary>
internal static class Recorded
{
    public const string Remedy = "Let the load script scrape the service's metrics at its beginning and end into $EVIDENCE_DIR (*.prom, each scrape begun by '# scraped_at TIME').";

    /// <summary>Clocks of the recorder and of Assay may differ by this much.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    /// <summary>Observations that the load test left; where it left none, those that somebody only put there.</summary>
    public static List<(T Observation, EvidenceItem Item)> All<T>(MeasureInput input) where T : Observation
    {
        var all = input.All<T>().ToList();
        var recorded = all.Where(pair => pair.Item.Step == StepKind.Load).ToList();
        return recorded.Count > 0 ? recorded : [.. all.Where(pair => pair.Item.Step is null)];
    }

    /// <summary>How long the load test lasted, in seconds; null where that is not known.</summary>
    public static double? LoadSeconds(MeasureInput input) =>
        LoadReports.Of(input, StepKind.Load).Reports is { Count: > 0 } reports ? (double)new LoadResult(reports).Seconds : null;

    /// <summary>A step left it, and nothing says when that began and ended.</summary>
    public static bool IsUntimed(EvidenceItem item) => item.Step is not null && (item.StartedAt is null || item.ProducedAt is null);

    /// <summary>Why these moments do not show the time of the load test; null where they do.</summary>
    public static string? Unfit(IReadOnlyList<(DateTimeOffset? At, EvidenceItem Item)> moments, MeasureInput input)
    {
        // What stands beside these moments in the recording has a part in them: cores, and where the time begins.
        var all = moments.Concat(All<ResourceReading>(input).Select(reading => (reading.Observation.At, reading.Item))).ToList();
        if (all.Exists(moment => moment.At is null)) return "a scrape does not say when it was taken";
        if (all.Exists(moment => IsUntimed(moment.Item))) return "nothing says when the load test ran that left the scrapes";
        if (all.Exists(moment => moment.At > input.JudgedAt || moment.At > moment.Item.ProducedAt + ClockTolerance)) return "a scrape says that it was taken after the step that left it";
        if (all.FindIndex(moment => moment.At < moment.Item.StartedAt - ClockTolerance) is >= 0 and var at)
            return $"a scrape says that it was taken at {all[at].At:u}, and the step that left it began at {all[at].Item.StartedAt:u}";
        var times = moments.Select(moment => moment.At!.Value).Distinct().ToList();
        if (times.Count < 2) return "there is one scrape only, and a rate needs two";
        var span = (times.Max() - times.Min()).TotalSeconds;
        return LoadSeconds(input) is { } load && span < load / 2 ? $"the scrapes span {span:0.#} s of a load test of {load:0.#} s" : null;
    }
}
