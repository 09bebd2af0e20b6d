namespace Assay.Core.Facts;

public static partial class FactNames
{
    public const string PerformanceTargetsStated = "performance.targets_stated";
    public const string LatencyP50 = "performance.p50";
    public const string LatencyP95 = "performance.p95";
    public const string LatencyP99 = "performance.p99";
    public const string PerformanceSlowest = "performance.slowest";
    public const string PerformanceErrorRate = "performance.error_rate";
    public const string PerformanceAchievedRate = "performance.achieved_rate";
    public const string PerformanceCapacity = "performance.capacity";
    public const string ResourcesMemory = "resources.memory";
    public const string ResourcesCpu = "resources.cpu";
    public const string DatabaseSimple = "database.simple";
    public const string DatabaseComplex = "database.complex";
    public const string DatabaseTransaction = "database.transaction";
    public const string WebLoad = "web.load";
    public const string WebInteractive = "web.interactive";
    public const string WebLcp = "web.lcp";
    public const string WebCls = "web.cls";
}
