using Assay.Core.Evidence;
using Assay.Core.Observations;

namespace Assay.Core.Measuring.Performance;

/// <summary>What was recorded of the process during the load test.</summary>
internal static class Recorded
{
    public const string Remedy = "Let the load script scrape the service's metrics at its beginning and end into $EVIDENCE_DIR (*.prom, each scrape begun by '# scraped_at TIME').";

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

    /// <summary>Why these moments do not show the time of the load test; null where they do.</summary>
    public static string? Unfit(IReadOnlyList<(DateTimeOffset? At, EvidenceItem Item)> moments, MeasureInput input)
    {
        if (moments.Any(moment => moment.At is null)) return "a scrape does not say when it was taken";
        if (moments.Any(moment => moment.At > input.JudgedAt || moment.At > moment.Item.ProducedAt)) return "a scrape says that it was taken after the step that left it";
        var times = moments.Select(moment => moment.At!.Value).Distinct().ToList();
        if (times.Count < 2) return "there is one scrape only, and a rate needs two";
        var span = (times.Max() - times.Min()).TotalSeconds;
        return LoadSeconds(input) is { } load && span < load / 2 ? $"the scrapes span {span:0.#} s of a load test of {load:0.#} s" : null;
    }
}
