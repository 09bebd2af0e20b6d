using Microsoft.Data.Sqlite;

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
}
