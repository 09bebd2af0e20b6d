using System.Globalization;
using Microsoft.AspNetCore.RateLimiting;
using Payments.Monitoring;
using Payments.Problems;

namespace Payments.Intake;

/// <summary>
/// An instance takes a stated number of requests in a second and refuses the rest at once, so that what it takes keeps
/// its latency. Health and metrics are never refused.
/// </summary>
internal static class IntakeLimit
{
    public const string Policy = "intake";

    /// <summary>Requests in one second; a whole second's worth may come at once.</summary>
    public const string Key = "Limits:RequestsPerSecond";

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private static readonly Refusal OverLimit = new(
        StatusCodes.Status503ServiceUnavailable,
        "over_limit",
        "The instance takes no more requests in this second and nothing was changed. Repeat the request.");

    public static IServiceCollection AddIntakeLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var limit = configuration.GetValue<int?>(Key);
        if (limit is not > 0)
        {
            throw new InvalidOperationException($"The setting '{Key}' must be a whole number above 0.");
        }

        return services.AddRateLimiter(options =>
        {
            options.OnRejected = Refuse;
            options.AddTokenBucketLimiter(Policy, bucket =>
            {
                bucket.TokenLimit = limit.Value;
                bucket.TokensPerPeriod = limit.Value;
                bucket.ReplenishmentPeriod = Period;
            });
        });
    }

    /// <summary>Starts refusing, and tells monitoring from how many requests on.</summary>
    public static void UseIntakeLimit(this WebApplication app)
    {
        app.Services.GetRequiredService<ServiceMetrics>().RequestLimit.Set(app.Configuration.GetValue<int>(Key));
        app.UseRateLimiter();
    }

    private static ValueTask Refuse(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var http = context.HttpContext;
        http.RequestServices.GetRequiredService<ServiceMetrics>().RequestsRefused.Inc();
        http.Response.Headers.RetryAfter = Period.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return new ValueTask(OverLimit.ToResult().ExecuteAsync(http));
    }
}
