namespace Assay.Evidence.Resources;

/// <summary>What a metric is to the facts.</summary>
internal enum Meter { Memory, CpuSeconds, Cores, Utilization, QueryTimes }

/// <summary>The metrics that the facts are measured from, by the names that Prometheus' client libraries and OpenTelemetry's semantic conventions give them.</summary>
internal static class Meters
{
    internal const string QueryClass = "query_class";

    /// <summary>Whether the name says what is counted, so that no unit need stand beside it.</summary>
    internal static bool NamesItsUnit(string name) =>
        name.Contains("_bytes", StringComparison.Ordinal) || name.Contains("_seconds", StringComparison.Ordinal) || Of(name) is Meter.Cores or Meter.Utilization;

    /// <summary>Null for a metric that no fact needs. Dots count as underscores.</summary>
    internal static Meter? Of(string name) => name.Replace('.', '_') switch
    {
        "process_resident_memory_bytes" or "process_memory_usage_bytes" or "process_memory_usage"
            or "dotnet_process_memory_working_set_bytes" or "dotnet_process_memory_working_set" => Meter.Memory,
        "process_cpu_seconds_total" or "process_cpu_time_seconds_total" or "process_cpu_time"
            or "dotnet_process_cpu_time_seconds_total" or "dotnet_process_cpu_time" => Meter.CpuSeconds,
        "process_cpu_count" or "dotnet_process_cpu_count" => Meter.Cores,
        "process_cpu_utilization" or "process_cpu_utilization_ratio" => Meter.Utilization,
        "db_client_operation_duration_seconds" or "db_client_operation_duration_seconds_bucket" or "db_client_operation_duration" => Meter.QueryTimes,
        _ => null,
    };
}
