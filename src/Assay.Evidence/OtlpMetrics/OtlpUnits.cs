using Assay.Evidence.Resources;

namespace Assay.Evidence.OtlpMetrics;

/// <summary>Units of metrics, as OpenTelemetry writes them after UCUM.</summary>
internal static class OtlpUnits
{
    /// <summary>What to multiply a figure with for bytes, seconds, cores or a share; null where the unit is not known or says nothing.</summary>
    internal static double? Scale(string name, Meter meter, string unit) => (meter, unit) switch
    {
        (Meter.Memory, "By") => 1,
        (Meter.Memory, "KiBy") => 1024,
        (Meter.Memory, "MiBy") => 1024 * 1024,
        (Meter.Memory, "GiBy") => 1024 * 1024 * 1024,
        (Meter.Memory, "kBy") => 1e3,
        (Meter.Memory, "MBy") => 1e6,
        (Meter.Memory, "GBy") => 1e9,
        (Meter.CpuSeconds or Meter.QueryTimes, "s") => 1,
        (Meter.CpuSeconds or Meter.QueryTimes, "ms") => 1e-3,
        (Meter.CpuSeconds or Meter.QueryTimes, "us") => 1e-6,
        (Meter.CpuSeconds or Meter.QueryTimes, "ns") => 1e-9,
        (Meter.Cores, "{cpu}" or "1" or "") or (Meter.Utilization, "1" or "") => 1,
        (Meter.Utilization, "%") => 0.01,
        (_, "") when Meters.NamesItsUnit(name) => 1,
        _ => null,
    };
}
