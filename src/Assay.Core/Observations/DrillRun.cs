using System.Collections.Immutable;

namespace Assay.Core.Observations;

/// <summary>What a drill tries.</summary>
public enum DrillKind { Backup, Shutdown, Rollback, Health }

/// <summary>A drill that took place, with its figures, however it went.</summary>
/// <param name="Component">Id of the component that the record names.</param>
/// <param name="StartedAt">UTC, as the record states it.</param>
/// <param name="EndedAt">UTC, as the record states it; not before <paramref name="StartedAt"/>.</param>
/// <param name="Result">The figures; which ones follows from <paramref name="Kind"/>.</param>
public sealed record DrillRun(string Component, DrillKind Kind, DateTimeOffset StartedAt, DateTimeOffset EndedAt, DrillResult Result) : Observation;

/// <summary>What came out of a drill.</summary>
public abstract record DrillResult;

/// <summary>A backup was restored.</summary>
/// <param name="Original">Digest of the content that was backed up.</param>
/// <param name="Restored">Digest of the content after restoring.</param>
/// <param name="Rows">Rows, files or other entries in it.</param>
public sealed record BackupResult(string Original, string Restored, decimal Rows) : DrillResult;

/// <summary>An instance was asked to stop under load.</summary>
/// <param name="InFlight">Requests that had begun and not ended when it was asked.</param>
/// <param name="Completed">Those of them that were answered.</param>
/// <param name="Lost">Those of them that were not.</param>
/// <param name="Seconds">From asking until it was gone.</param>
public sealed record ShutdownResult(decimal InFlight, decimal Completed, decimal Lost, decimal Seconds) : DrillResult;

/// <summary>A release was rolled back.</summary>
/// <param name="From">Digest of the release that ran.</param>
/// <param name="To">Digest of the release that ran afterwards.</param>
/// <param name="Seconds">From asking until the other one served.</param>
/// <param name="ServedAfter">Requests that it then answered.</param>
/// <param name="FailedAfter">Requests that it then did not.</param>
public sealed record RollbackResult(string From, string To, decimal Seconds, decimal ServedAfter, decimal FailedAfter) : DrillResult;

/// <summary>Health endpoints were asked.</summary>
public sealed record HealthResult(ImmutableArray<HealthCheck> Checks) : DrillResult;

/// <summary>Which question an endpoint answers: whether the process lives, or whether it can serve.</summary>
public enum HealthEndpoint { Liveness, Readiness }

/// <summary>What was true of the surroundings while it was asked.</summary>
public enum HealthState { Healthy, DependencyDown }

/// <summary>One answer of a health endpoint.</summary>
/// <param name="Status">HTTP status code.</param>
public sealed record HealthCheck(HealthEndpoint Endpoint, string Path, HealthState State, int Status);
