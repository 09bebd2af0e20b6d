using Assay.Core.Observations;

namespace Assay.Core.Measuring.Operations;

/// <summary>Whether a drill went well, by its own figures.</summary>
internal static class DrillOutcome
{
    /// <summary>What went wrong; null where it went well.</summary>
    public static string? Failure(DrillResult result) => result switch
    {
        BackupResult { Rows: <= 0 } => "nothing was restored: 0 rows",
        BackupResult backup when backup.Original != backup.Restored => "what was restored differs from the original",
        ShutdownResult { InFlight: <= 0 } => "no request was in flight, so that none could be lost",
        ShutdownResult shutdown when Math.Max(shutdown.Lost, shutdown.InFlight - shutdown.Completed) is > 0 and var lost => $"{lost:0} of {shutdown.InFlight:0} requests in flight were lost",
        RollbackResult rollback when rollback.From == rollback.To => "the same release ran before and after",
        RollbackResult { ServedAfter: <= 0 } => "nothing was served after it",
        RollbackResult { FailedAfter: > 0 and var failed } => $"{failed:0} requests failed after it",
        HealthResult health => Failure(health),
        _ => null,
    };

    /// <summary>What a drill that went well showed, after its age.</summary>
    public static string Shown(DrillResult result) => result switch
    {
        BackupResult backup => $"since {backup.Rows:0} rows were restored as they were",
        ShutdownResult shutdown => $"since {shutdown.InFlight:0} requests in flight survived a stop",
        RollbackResult rollback => $"since a rollback in {rollback.Seconds:0.#} s",
        _ => "since its endpoints were asked",
    };

    private static string? Failure(HealthResult health) =>
        Wrong(health, HealthEndpoint.Liveness, HealthState.Healthy, 2)
        ?? Wrong(health, HealthEndpoint.Readiness, HealthState.Healthy, 2)
        ?? Wrong(health, HealthEndpoint.Readiness, HealthState.DependencyDown, 5);

    private static string? Wrong(HealthResult health, HealthEndpoint endpoint, HealthState state, int hundreds)
    {
        var when = state == HealthState.Healthy ? "with everything up" : "with a dependency down";
        var asked = health.Checks.Where(check => check.Endpoint == endpoint && check.State == state).ToList();
        if (asked.Count == 0) return $"{Snake.Case(endpoint)} was not asked {when}";
        return asked.Find(check => check.Status / 100 != hundreds) is { } wrong ? $"{Snake.Case(endpoint)} {wrong.Path} answers {wrong.Status} {when}, needs {hundreds}xx" : null;
    }
}
