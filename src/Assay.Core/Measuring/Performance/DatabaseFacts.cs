using System.Collections.Immutable;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Performance;

/// <summary>Query latencies during the load test: the 95th percentile of what was added to the histogram between the first and the last scrape.</summary>
internal static class DatabaseFacts
{
    private const double Share = 0.95;

    /// <summary>Metrics of one export stand this close together.</summary>
    private static readonly TimeSpan SameScrape = TimeSpan.FromSeconds(1);

    private static readonly (string Name, string QueryClass)[] Classes =
        [(FactNames.DatabaseSimple, "simple"), (FactNames.DatabaseComplex, "complex"), (FactNames.DatabaseTransaction, "transaction")];

    public static void Add(MeasureInput input, FactDraft draft)
    {
        var all = Recorded.All<QueryTimes>(input);
        var scrapes = Recorded.All<ResourceReading>(input);
        foreach (var (name, queryClass) in Classes)
        {
            var found = all.Where(times => times.Observation.QueryClass == queryClass).ToList();
            string[] sources = [.. found.Select(times => times.Item.Digest).Distinct()];
            if (found.Count == 0)
            {
                draft.Missing(name, $"nothing recorded queries of class {queryClass}",
                    $"Record db_client_operation_duration_seconds with the label query_class=\"{queryClass}\" during the load test.");
                continue;
            }
            // Before the first query of a class there is no histogram of it; the scrape is there all the same.
            var moments = found.Select(times => (times.Observation.At, times.Item)).Concat(scrapes.Select(reading => (reading.Observation.At, reading.Item))).ToList();
            if (Recorded.Unfit(moments, input) is { } unfit) draft.Error(name, unfit, Recorded.Remedy, sources);
            else Measure(name, queryClass, found, moments.Min(moment => moment.At!.Value), sources, draft);
        }
    }

    private static void Measure(string name, string queryClass, List<(QueryTimes Observation, EvidenceItem Item)> found, DateTimeOffset begin, string[] sources, FactDraft draft)
    {
        SortedDictionary<double, double> added = [];
        foreach (var instance in found.Select(times => times.Observation).GroupBy(times => times.Instance))
        {
            var ordered = instance.OrderBy(times => times.At).ToList();
            var first = ordered[0].At - begin > SameScrape ? null : ordered[0];
            if (ordered.Zip(ordered.Skip(1)).Any(pair => !Continues(pair.First.Buckets, pair.Second.Buckets)))
            {
                draft.Error(name, "the histogram begins anew or changes its buckets during the load test", "Keep the process running from the first scrape to the last.", sources);
                return;
            }
            foreach (var (at, bucket) in ordered[^1].Buckets.Index())
                added[bucket.Seconds] = added.GetValueOrDefault(bucket.Seconds) + bucket.Count - (first?.Buckets[at].Count ?? 0);
        }
        var total = added.Count == 0 ? 0 : added[double.PositiveInfinity];
        if (total < 1)
        {
            draft.Missing(name, $"no query of class {queryClass} was made between the first scrape and the last", "Let the load test call what makes such queries.");
            return;
        }
        var bound = added.First(bucket => bucket.Value >= Math.Ceiling(Share * total)).Key;
        if (double.IsInfinity(bound)) draft.Error(name, $"queries of class {queryClass} are slower than the largest bucket of the histogram", "Make them faster, or give the histogram larger buckets.", sources);
        else if (bound <= 0) draft.Error(name, "the histogram says that queries took no time at all", "Give the histogram the bounds of the time that queries take, in seconds.", sources);
        else draft.Measured(name, new Quantity((decimal)Math.Min(bound * 1000, 1e15), Unit.Milliseconds), sources, $"at most, of {total:0} queries");
    }

    private static bool Continues(ImmutableArray<QueryBucket> before, ImmutableArray<QueryBucket> after) =>
        before.Length == after.Length && before.Zip(after).All(pair => pair.First.Seconds.Equals(pair.Second.Seconds) && pair.Second.Count >= pair.First.Count);
}
