using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Payments.Health;

internal static class HealthEndpoints
{
    /// <summary>Live: the process answers. Ready: it can also do its work.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var get = new HttpMethodMetadata([HttpMethods.Get]);
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(get);
        routes.MapHealthChecks("/health/ready").WithMetadata(get);
    }
}
