using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Performance;

/// <summary>Memory and CPU of one instance during the load test; of several instances the worst counts.</summary>
internal static class ResourceFacts
{
    private const double BytesOfMegabyte = 1024 * 1024;

    public static void Add(MeasureInput input, FactDraft draft)
    {
        var readings = Recorded.All<ResourceReading>(input);
        string[] sources = [.. readings.Select(reading => reading.Item.Digest).Distinct()];
        Memory(readings, sources, input, draft);
        Cpu(readings, sources, input, draft);
    }

    private static void Memory(List<(ResourceReading Observation, EvidenceItem Item)> readings, string[] sources, MeasureInput input, FactDraft draft)
    {
        const string Name = FactNames.ResourcesMemory;
        var moments = readings.Where(reading => reading.Observation.MemoryBytes is not null).ToList();
        if (moments.Count == 0) draft.Missing(Name, "nothing recorded the memory of the process (process_resident_memory_bytes or its like)", Recorded.Remedy);
        else if (Recorded.Unfit([.. moments.Select(moment => (moment.Observation.At, moment.Item))], input) is { } why) draft.Error(Name, why, Recorded.Remedy, sources);
        else draft.Measured(Name, Figure(moments.Max(moment => moment.Observation.MemoryBytes!.Value) / BytesOfMegabyte, Unit.Megabytes), sources, $"at most, in {moments.Count} readings");
    }

    private static void Cpu(List<(ResourceReading Observation, EvidenceItem Item)> readings, string[] sources, MeasureInput input, FactDraft draft)
    {
        const string Name = FactNames.ResourcesCpu;
        var used = readings.Where(reading => reading.Observation.CpuSeconds is not null || reading.Observation.Utilization is not null).ToList();
        if (used.Count == 0)
        {
            draft.Missing(Name, "nothing recorded the CPU time of the process (process_cpu_seconds_total or its like)", Recorded.Remedy);
            return;
        }
        if (Recorded.Unfit([.. used.Select(reading => (reading.Observation.At, reading.Item))], input) is { } why)
        {
            draft.Error(Name, why, Recorded.Remedy, sources);
            return;
        }
        double worst = 0;
        foreach (var instance in used.Select(reading => reading.Observation).GroupBy(reading => reading.Instance))
        {
            var timed = instance.Where(reading => reading.CpuSeconds is not null).OrderBy(reading => reading.At).ToList();
            var (share, problem) = timed.Count > 0
                ? OfTime(timed, Cores(readings, instance.Key), Recorded.LoadSeconds(input))
                : OfShares([.. instance.OrderBy(reading => reading.At)], Recorded.LoadSeconds(input));
            if (problem is not null)
            {
                if (share is null) draft.Missing(Name, problem, "Record process_cpu_count (or dotnet_process_cpu_count) as well.");
                else draft.Error(Name, problem, Recorded.Remedy, sources);
                return;
            }
            worst = Math.Max(worst, share!.Value);
        }
        draft.Measured(Name, Figure(100 * worst, Unit.Percent), sources, "of its cores");
    }

    /// <summary>CPU time between the first and the last reading, of the time in which the load ran: what was recorded around it does not thin it out.</summary>
    private static (double? Share, string? Problem) OfTime(List<ResourceReading> readings, double? cores, double? load)
    {
        if (cores is not { } count) return (null, "CPU time is recorded, and how many cores the process has is not (process_cpu_count)");
        if (readings.Zip(readings.Skip(1)).Any(pair => pair.Second.CpuSeconds < pair.First.CpuSeconds)) return (0, "the process was restarted during the load test: its CPU time begins anew");
        var elapsed = (readings[^1].At!.Value - readings[0].At!.Value).TotalSeconds;
        if (elapsed <= 0) return (0, "an instance has one reading only, and a rate needs two");
        return ((readings[^1].CpuSeconds - readings[0].CpuSeconds) / Math.Min(elapsed, load ?? elapsed) / count, null);
    }

    /// <summary>Each share stands for the time to the next reading, halfway from both, however many readings there are in it.</summary>
    private static (double? Share, string? Problem) OfShares(List<ResourceReading> readings, double? load)
    {
        var elapsed = (readings[^1].At!.Value - readings[0].At!.Value).TotalSeconds;
        if (elapsed <= 0) return (0, "an instance has one reading only, and a share over time needs two");
        var used = readings.Zip(readings.Skip(1)).Sum(pair =>
            (pair.First.Utilization!.Value + pair.Second.Utilization!.Value) / 2 * (pair.Second.At!.Value - pair.First.At!.Value).TotalSeconds);
        return (used / Math.Min(elapsed, load ?? elapsed), null);
    }

    private static double? Cores(List<(ResourceReading Observation, EvidenceItem Item)> readings, string instance) =>
        readings.Select(reading => reading.Observation).Where(reading => reading.Instance == instance && reading.Cores > 0).Select(reading => reading.Cores).Min();

    private static Quantity Figure(double value, Unit unit) => new((decimal)Math.Min(value, 1e15), unit);
}
