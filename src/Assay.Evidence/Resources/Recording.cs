using System.Collections.Immutable;
using Assay.Core.Observations;

namespace Assay.Evidence.Resources;

/// <summary>The figures of one process at one moment, put together from the series of a recording.</summary>
internal sealed class Recording
{
    private readonly Dictionary<(Meter Meter, string Name), double> sums = [];
    private readonly Dictionary<string, SortedDictionary<double, double>> queries = new(StringComparer.Ordinal);
    private double? memory, cores;

    /// <summary>Adds a series. CPU time and its share come in parts (by mode) that are summed; of memory the largest counts, of cores the fewest.</summary>
    public void Add(Meter meter, string name, double value)
    {
        if (!double.IsFinite(value) || value < 0) return;
        if (meter == Meter.Memory) memory = Math.Max(memory ?? 0, value);
        else if (meter == Meter.Cores) cores = Math.Min(cores ?? double.MaxValue, value);
        else sums[(meter, name)] = sums.GetValueOrDefault((meter, name)) + value;
    }

    /// <summary>Adds the queries of a class that took at most so many seconds.</summary>
    public void AddBucket(string queryClass, double seconds, double count)
    {
        if (!queries.TryGetValue(queryClass, out var buckets)) queries.Add(queryClass, buckets = []);
        buckets[seconds] = buckets.GetValueOrDefault(seconds) + count;
    }

    /// <summary>How many buckets it holds.</summary>
    public int Buckets => queries.Sum(each => each.Value.Count);

    /// <summary>Classes whose histogram has no bucket for everything.</summary>
    public IEnumerable<string> OpenHistograms => queries.Where(each => !each.Value.ContainsKey(double.PositiveInfinity)).Select(each => each.Key);

    public IEnumerable<Observation> ToObservations(string instance, DateTimeOffset? at)
    {
        if (memory is not null || cores is not null || sums.Count > 0)
            yield return new ResourceReading(instance, at, memory, Of(Meter.CpuSeconds), cores, Of(Meter.Utilization));
        foreach (var (queryClass, buckets) in queries)
            yield return new QueryTimes(instance, at, queryClass, [.. buckets.Select(bucket => new QueryBucket(bucket.Key, bucket.Value))]);
    }

    /// <summary>Two libraries may report the same figure under their own names; the larger counts.</summary>
    private double? Of(Meter meter) => sums.Where(sum => sum.Key.Meter == meter).Select(sum => (double?)sum.Value).Max();
}
