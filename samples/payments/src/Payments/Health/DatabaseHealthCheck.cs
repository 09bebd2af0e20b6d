using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Payments.Storage;

namespace Payments.Health;

/// <summary>Ready means that the ledger's tables can be read now, not that a connection was made once.</summary>
internal sealed class DatabaseHealthCheck(Database database) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        try
        {
            return database.ReadFresh(connection =>
            {
                using var read = connection.CreateCommand();
                read.CommandText =
                    "SELECT EXISTS (SELECT 1 FROM accounts) + EXISTS (SELECT 1 FROM postings) + EXISTS (SELECT 1 FROM entries)";
                read.ExecuteScalar();
                return HealthCheckResult.Healthy();
            });
        }
        catch (SqliteException exception)
        {
            return HealthCheckResult.Unhealthy("The ledger cannot be read.", exception);
        }
    }
}
