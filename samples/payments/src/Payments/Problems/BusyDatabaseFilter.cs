using System.Globalization;
using Microsoft.Data.Sqlite;
using Payments.Storage;

namespace Payments.Problems;

/// <summary>Another writer held the database longer than the command timeout: tell the client when to come back.</summary>
internal sealed class BusyDatabaseFilter : IEndpointFilter
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private static readonly Refusal DatabaseBusy = new(
        StatusCodes.Status503ServiceUnavailable,
        "database_busy",
        "The ledger is busy and nothing was changed. Repeat the request with the same Idempotency-Key.");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Database.Busy)
        {
            context.HttpContext.Response.Headers.RetryAfter =
                RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return DatabaseBusy.ToResult();
        }
    }
}
