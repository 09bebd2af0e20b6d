using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Payments.Problems;

/// <summary>Another writer held the database longer than the command timeout: tell the client when to come back.</summary>
internal sealed class BusyDatabaseFilter : IEndpointFilter
{
    /// <summary>SQLITE_BUSY, https://sqlite.org/rescode.html#busy.</summary>
    private const int Busy = 5;

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
        catch (SqliteException exception) when (exception.SqliteErrorCode == Busy)
        {
            context.HttpContext.Response.Headers.RetryAfter =
                RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return DatabaseBusy.ToResult();
        }
    }
}
