using System.Collections.Immutable;
using Assay.Core.Quantities;

namespace Assay.Core.Observations;

/// <summary>What <c>slo.yaml</c> promises of one component.</summary>
/// <param name="Component">Id of the component that it is about.</param>
/// <param name="ErrorRate">Failed requests of all, in percent.</param>
/// <param name="Rate">Requests per second that are promised.</param>
/// <param name="Duration">How long the promised load lasts, in milliseconds.</param>
/// <param name="Peak">Requests per second that are expected at most.</param>
/// <param name="Monitoring">The file that watches it, from the component's folder.</param>
public sealed record ServiceLevels(
    string Component, Quantity P50, Quantity P95, Quantity P99, Quantity ErrorRate, Quantity Rate, Quantity Duration, Quantity Peak, string Monitoring) : Observation;

/// <summary>What a load or stress script says that it asked for, stage by stage.</summary>
/// <param name="Component">Id of the component that was loaded.</param>
/// <param name="Stages">In the order in which they ran.</param>
public sealed record LoadRun(string Component, string Tool, ImmutableArray<LoadStage> Stages) : Observation;

/// <summary>One stage of a load run.</summary>
/// <param name="Rate">Requests per second that were asked for.</param>
/// <param name="Seconds">How long, in seconds.</param>
/// <param name="Requested">Requests that were asked for in all.</param>
/// <param name="Report">The tool's report of it, a file in the folder of the record.</param>
public sealed record LoadStage(decimal Rate, decimal Seconds, long Requested, string Report);

/// <summary>Every request that a tool reported, as counts of equal response times; the tool may have left requests out.</summary>
/// <param name="Answered">Response times of requests that succeeded, ascending, each once.</param>
/// <param name="Failed">Requests that were answered with a status other than 2xx.</param>
/// <param name="Slowest">Longest response time of all, in milliseconds.</param>
/// <param name="Seconds">From the start of the run to the last response.</param>
/// <param name="PerSecond">How many requests began in each second of the run.</param>
public sealed record RequestTimes(
    ImmutableArray<TimeCount> Answered, long Failed, decimal Slowest, decimal Seconds, ImmutableArray<int> PerSecond) : Observation;

/// <summary>So many requests took this long, in milliseconds.</summary>
public readonly record struct TimeCount(decimal Milliseconds, long Count);

/// <summary>What a load tool summed up itself; times in milliseconds.</summary>
/// <param name="Failed">Null where the tool does not say.</param>
/// <param name="Dropped">Requests that it was asked for and did not send.</param>
/// <param name="Seconds">Duration of the run.</param>
/// <param name="P99">Null where the tool was not told to report it.</param>
public sealed record RequestSummary(
    long Requests, long? Failed, long Dropped, decimal Seconds, decimal P50, decimal P95, decimal? P99, decimal Slowest) : Observation;

/// <summary>Resources of one process at one moment; null where the recording does not say.</summary>
/// <param name="Instance">What tells processes apart; empty where nothing does.</param>
/// <param name="At">Null where nothing says when it was taken.</param>
/// <param name="MemoryBytes">Resident memory, of the largest series.</param>
/// <param name="CpuSeconds">CPU time used since the process began.</param>
/// <param name="Utilization">CPU used, of the cores that it has, 0 to 1.</param>
public sealed record ResourceReading(string Instance, DateTimeOffset? At, double? MemoryBytes, double? CpuSeconds, double? Cores, double? Utilization) : Observation;

/// <summary>A histogram of query times of one class at one moment; counts are cumulative over time and over buckets.</summary>
/// <param name="Instance">What tells processes apart; empty where nothing does.</param>
/// <param name="QueryClass"><c>simple</c>, <c>complex</c>, <c>transaction</c>, or empty where the label is missing.</param>
/// <param name="Buckets">By rising bound; the last is infinite.</param>
public sealed record QueryTimes(string Instance, DateTimeOffset? At, string QueryClass, ImmutableArray<QueryBucket> Buckets) : Observation;

/// <summary>Queries that took at most so many seconds.</summary>
public readonly record struct QueryBucket(double Seconds, double Count);

/// <summary>What Lighthouse measured of one page; times in milliseconds, null where it could not measure.</summary>
/// <param name="Url">The page that was shown in the end.</param>
/// <param name="Problem">Why the run shows nothing; null where it does.</param>
public sealed record PageTimes(
    string Url, decimal? SpeedIndex, decimal? Interactive, decimal? LargestContentfulPaint, decimal? LayoutShift, string? Problem) : Observation;

/// <summary>What an accessibility tool found on one page.</summary>
/// <param name="Problem">Why the run shows nothing; null where it does.</param>
/// <param name="Violations">Of WCAG 2.1 A and AA only.</param>
public sealed record PageAccessibility(string Tool, string Url, string? Problem, ImmutableArray<AccessibilityViolation> Violations) : Observation;

/// <summary>A rule that an element breaks.</summary>
/// <param name="Target">Selector of the element; empty where the tool names none.</param>
public sealed record AccessibilityViolation(string Rule, string Target, string? Impact);
