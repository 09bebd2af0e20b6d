using Assay.Core.Observations;

namespace Assay.Core.Measuring.Performance;

/// <summary>What one stage of load shows, all of its reports taken together. Percentiles come from the requests, never from other percentiles where the requests are known.</summary>
internal sealed class LoadResult(IReadOnlyList<LoadReport> reports)
{
    /// <summary>A report lasted its time where it reached this share of it: the last response comes a little before the end.</summary>
    private const decimal StatedShare = 0.95m;

    public long Requested { get; } = reports.Sum(report => report.Requested);

    public long Dropped { get; } = reports.Sum(report => report.Dropped);

    /// <summary>Null where a report does not say.</summary>
    public long? Failed { get; } = reports.Any(report => report.Failed is null) ? null : reports.Sum(report => report.Failed);

    /// <summary>The longest response, in milliseconds.</summary>
    public decimal Slowest { get; } = reports.Max(report => report.Slowest);

    /// <summary>Several reports are taken for one after another, which gives no more than the rate that was reached.</summary>
    public decimal Seconds { get; } = reports.Sum(report => report.Seconds);

    /// <summary>Requests per second that were reported and succeeded; null where that is not known.</summary>
    public decimal? Rate => Failed is { } failed && Seconds > 0 ? (Requested - failed) / Seconds : null;

    /// <summary>The rate that was held all the time: of several summaries, which do not say how it went on, no more than the lowest.</summary>
    public decimal? HeldRate => reports.Count(report => report.Observation is RequestSummary) < 2 ? Rate
        : reports.Where(report => report.Observation is RequestSummary).Select(report => new LoadResult([report]).Rate).Append(Rate).Min();

    /// <summary>Why several reports do not show one load: one ended before the time that its record, or else slo.yaml, states. Null where they do.</summary>
    /// <param name="promised">Seconds that slo.yaml states.</param>
    public string? CutShort(decimal promised) => reports.Count < 2 ? null
        : reports.Where(report => report.Seconds < StatedShare * (report.Stage?.Seconds ?? promised))
            .Select(report => $"{Path.GetFileName(report.Item.Path)} lasted {report.Seconds:0.#} s of the {report.Stage?.Seconds ?? promised:0.#} s that are stated for it").FirstOrDefault();

    /// <summary>
    /// The percentile by nearest rank, in milliseconds; a request that failed or was never reported counts as slower than any.
    /// Of tools' own summaries the worst counts, which is at least that of all requests together.
    /// </summary>
    /// <returns>The value, or why there is none.</returns>
    public (decimal? Value, string? Why) Percentile(int percent)
    {
        decimal? worst = null;
        foreach (var summary in reports.Select(report => report.Observation).OfType<RequestSummary>())
        {
            if ((percent switch { 50 => summary.P50, 95 => summary.P95, _ => summary.P99 }) is not { } value) return (null, $"the summary has no p({percent})");
            worst = Math.Max(worst ?? 0, value);
        }
        var sampled = reports.Where(report => report.Observation is RequestTimes).ToList();
        if (sampled.Count == 0) return (worst, null);

        var asked = sampled.Sum(report => report.Requested);
        var rank = (long)decimal.Ceiling(asked * percent / 100m);
        foreach (var time in sampled.SelectMany(report => ((RequestTimes)report.Observation).Answered).OrderBy(time => time.Milliseconds))
        {
            rank -= time.Count;
            if (rank <= 0) return (Math.Max(worst ?? 0, time.Milliseconds), null);
        }
        return (null, $"more than {100 - percent} % of the requests failed or were never reported");
    }

    /// <summary>The share of the rate, 0 to 1, in the tenth of the run in which the fewest requests began; 1 where it cannot be told.</summary>
    public decimal LeastTenth(decimal rate)
    {
        var least = 1m;
        foreach (var times in reports.Select(report => report.Observation).OfType<RequestTimes>().Where(times => times.PerSecond.Length >= 10))
        {
            var width = times.PerSecond.Length / 10;
            for (var tenth = 0; tenth < 10; tenth++)
                least = Math.Min(least, times.PerSecond.AsSpan(tenth * width, width).ToArray().Sum(began => (decimal)began) / width / rate);
        }
        return least;
    }
}
