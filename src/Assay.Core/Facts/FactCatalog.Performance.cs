using System.Collections.Immutable;
using Assay.Core.Quantities;

namespace Assay.Core.Facts;

public static partial class FactCatalog
{
    private const string LoadTests = "a load test of this release by the load of slo.yaml: k6 summary, or hey CSV with its load-run record";
    private const string Recordings = "Prometheus text or OTLP JSON recorded during the load test";
    private const string Pages = "Lighthouse reports of the pages";

    private static ImmutableArray<FactDefinition> Performance =>
    [
        new(FactNames.PerformanceTargetsStated, Unit.Boolean, About.State, "slo.yaml states targets and load, and did so before the code that it judges.", "slo.yaml at head and at base"),
        new(FactNames.LatencyP50, Unit.Milliseconds, About.State, "Median response time under the stated load.", LoadTests),
        new(FactNames.LatencyP95, Unit.Milliseconds, About.State, "95th percentile of the response time under the stated load.", LoadTests),
        new(FactNames.LatencyP99, Unit.Milliseconds, About.State, "99th percentile of the response time under the stated load.", LoadTests),
        new(FactNames.PerformanceSlowest, Unit.Milliseconds, About.State, "Longest response time under the stated load.", LoadTests),
        new(FactNames.PerformanceErrorRate, Unit.Percent, About.State, "Failed requests, and those that were asked for and never reported, of all that were asked for.", LoadTests),
        new(FactNames.PerformanceAchievedRate, Unit.Percent, About.State, "Rate reached and held for the stated time, of the rate that slo.yaml states.", LoadTests),
        new(FactNames.PerformanceCapacity, Unit.Percent, About.State, "Capacity that the stress test found, of the expected peak.", "a stress test of this release up to the breaking point"),
        new(FactNames.ResourcesMemory, Unit.Megabytes, About.State, "Peak memory of one instance during the load test.", Recordings),
        new(FactNames.ResourcesCpu, Unit.Percent, About.State, "Sustained CPU of one instance during the load test, of the cores that it has.", Recordings),
        new(FactNames.DatabaseSimple, Unit.Milliseconds, About.State, "Latency of simple queries, 95th percentile, as the upper bound of its bucket.", Recordings),
        new(FactNames.DatabaseComplex, Unit.Milliseconds, About.State, "Latency of complex queries, 95th percentile, as the upper bound of its bucket.", Recordings),
        new(FactNames.DatabaseTransaction, Unit.Milliseconds, About.State, "Latency of transactions, 95th percentile, as the upper bound of its bucket.", Recordings),
        new(FactNames.WebLoad, Unit.Milliseconds, About.State, "Initial load of the slowest page: Lighthouse's speed index, until what can be seen of it is there.", Pages),
        new(FactNames.WebInteractive, Unit.Milliseconds, About.State, "Time until the slowest page is interactive.", Pages),
        new(FactNames.WebLcp, Unit.Milliseconds, About.State, "Largest contentful paint of the slowest page.", Pages),
        new(FactNames.WebCls, Unit.Score, About.State, "Cumulative layout shift of the worst page.", Pages),
    ];
}
