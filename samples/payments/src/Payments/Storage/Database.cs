using Microsoft.Data.Sqlite;
using Payments.Accounts;

namespace Payments.Storage;

/// <summary>The SQLite file behind the service. Calls are synchronous: SQLite has no asynchronous I/O.</summary>
internal sealed class Database
{
    private readonly string connectionString;

    public Database(IConfiguration configuration)
    {
        connectionString = configuration.GetConnectionString("Payments")
            ?? throw new InvalidOperationException("The connection string 'Payments' is not set.");
    }

    /// <summary>Opens a pooled connection; the caller disposes it.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Creates what is missing: tables, and one settlement account for each supported currency.</summary>
    public void CreateSchema()
    {
        using var connection = Open();
        using var schema = connection.Command(Schema.Sql);
        schema.ExecuteNonQuery();

        foreach (var currency in Currency.Supported)
        {
            using var settlement = connection.Command(
                Schema.AddSettlementAccount, ("$id", Guid.CreateVersion7()), ("$currency", currency));
            settlement.ExecuteNonQuery();
        }
    }
}
