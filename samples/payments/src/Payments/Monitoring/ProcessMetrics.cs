using System.Diagnostics;
using Prometheus;

namespace Payments.Monitoring;

/// <summary>The process under the names of Prometheus' own client conventions, read anew for each scrape.</summary>
internal static class ProcessMetrics
{
    public static void Register(CollectorRegistry registry, IMetricFactory factory)
    {
        var cpu = factory.CreateCounter("process_cpu_seconds_total", "User and system CPU time spent in seconds.");
        var memory = factory.CreateGauge("process_resident_memory_bytes", "Resident memory size in bytes.");
        var started = factory.CreateGauge("process_start_time_seconds", "Start time since the Unix epoch in seconds.");
        factory.CreateGauge("process_cpu_count", "Cores that the process may use.").Set(Environment.ProcessorCount);

        registry.AddBeforeCollectCallback(() =>
        {
            using var process = Process.GetCurrentProcess();
            cpu.IncTo(process.TotalProcessorTime.TotalSeconds);
            memory.Set(process.WorkingSet64);
            started.SetToTimeUtc(process.StartTime);
        });
    }
}
