using Prometheus;

namespace Payments.Monitoring;

internal static class MetricsEndpoint
{
    /// <summary>Counts every request, whatever answers it in the end.</summary>
    public static void UseRequestMetrics(this WebApplication app)
    {
        var metrics = app.Services.GetRequiredService<ServiceMetrics>();
        app.UseHttpMetrics(options =>
        {
            options.RequestDuration.Histogram = metrics.RequestDuration;
            options.RequestCount.Counter = metrics.RequestCount;
            options.InProgress.Gauge = metrics.RequestsInProgress;
        });
    }

    /// <summary>Maps the scrape; like the whole service it is reached over the loopback interface only.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes
        .MapMetrics("/metrics", routes.ServiceProvider.GetRequiredService<ServiceMetrics>().Registry)
        .WithMetadata(new HttpMethodMetadata([HttpMethods.Get]));
}
