using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Payments.Health;

/// <summary>An instance that is about to stop wants no more requests, although it still answers those that come.</summary>
internal sealed class StoppingHealthCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Unhealthy("The instance is stopping.")
            : HealthCheckResult.Healthy());
}
