using Assay.Core.Evidence;
using Assay.Core.Observations;

namespace Assay.Core.Measuring.Performance;

/// <summary>A load tool's report with what the run's record says was asked for; the stage is null where no record names the report.</summary>
/// <param name="Of">The record that names it.</param>
internal sealed record LoadReport(Observation Observation, EvidenceItem Item, LoadStage? Stage, EvidenceItem? Of)
{
    /// <summary>Requests that were asked for.</summary>
    public long Requested => Observation switch
    {
        RequestTimes times => Math.Max(Stage?.Requested ?? 0, Reported),
        RequestSummary summary => Math.Max(Stage?.Requested ?? 0, summary.Requests + summary.Dropped),
        _ => 0,
    };

    /// <summary>Requests that the tool reported.</summary>
    public long Reported => Observation switch
    {
        RequestTimes times => times.Answered.Sum(time => time.Count) + times.Failed,
        RequestSummary summary => summary.Requests,
        _ => 0,
    };

    /// <summary>Requests that were asked for and never reported.</summary>
    public long Dropped => Requested - Reported;

    /// <summary>Requests that failed or were never reported; null where the tool does not say.</summary>
    public long? Failed => Observation switch
    {
        RequestTimes times => times.Failed + Dropped,
        RequestSummary summary => summary.Failed + Dropped,
        _ => null,
    };

    public decimal Seconds => Observation switch { RequestTimes times => times.Seconds, RequestSummary summary => summary.Seconds, _ => 0 };

    public decimal Slowest => Observation switch { RequestTimes times => times.Slowest, RequestSummary summary => summary.Slowest, _ => 0 };

    /// <summary>Digests of the report and of the record that names it.</summary>
    public IEnumerable<string> Sources => Of is null ? [Item.Digest] : [Item.Digest, Of.Digest];
}
