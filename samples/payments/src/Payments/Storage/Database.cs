using Microsoft.Data.Sqlite;
using Payments.Monitoring;
using Prometheus;

namespace Payments.Storage;

/// <summary>The SQLite file behind the service. Calls are synchronous: SQLite has no asynchronous I/O.</summary>
internal sealed partial class Database
{
    /// <summary>SQLITE_BUSY, https://sqlite.org/rescode.html#busy.</summary>
    public const int Busy = 5;

    private readonly SqliteConnectionStringBuilder settings;
    private readonly string existing;
    private readonly string fresh;
    private readonly ServiceMetrics metrics;
    private readonly ILogger<Database> logger;
    private readonly Lock writer = new();

    public Database(IConfiguration configuration, ServiceMetrics metrics, ILogger<Database> logger)
    {
        var setting = configuration.GetConnectionString("Payments")
            ?? throw new InvalidOperationException("The connection string 'Payments' is not set.");
        settings = new SqliteConnectionStringBuilder(setting);
        existing = new SqliteConnectionStringBuilder(setting) { Mode = SqliteOpenMode.ReadWrite }.ConnectionString;
        fresh = new SqliteConnectionStringBuilder(existing) { Pooling = false }.ConnectionString;
        this.metrics = metrics;
        this.logger = logger;
    }

    /// <summary>Opens a pooled connection and creates the file if there is none; the caller disposes it.</summary>
    public SqliteConnection Create() => Open(settings.ConnectionString);

    /// <summary>Runs a query on a pooled connection.</summary>
    public T Read<T>(QueryClass queryClass, Func<SqliteConnection, T> query) =>
        Timed(queryClass, () => On(existing, query));

    /// <summary>Runs a query on a connection of its own, which finds out whether the file is still there.</summary>
    public T ReadFresh<T>(Func<SqliteConnection, T> query) => Timed(QueryClass.Simple, () => On(fresh, query));

    /// <summary>
    /// Runs an immediate transaction, which is rolled back unless the change commits it. SQLite admits one writer; those of
    /// this process queue here, since SQLite itself would let them sleep and try again. Waits as long as a command may.
    /// </summary>
    public T Write<T>(Func<SqliteConnection, SqliteTransaction, T> change)
    {
        using (metrics.PendingWrites.TrackInProgress())
        {
            if (!writer.TryEnter(TimeSpan.FromSeconds(settings.DefaultTimeout)))
            {
                throw new SqliteException("Other writers of this process held the database too long.", Busy);
            }
        }

        try
        {
            return Timed(QueryClass.Transaction, () => On(existing, connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                return change(connection, transaction);
            }));
        }
        finally
        {
            writer.Exit();
        }
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static T On<T>(string connectionString, Func<SqliteConnection, T> work)
    {
        using var connection = Open(connectionString);
        return work(connection);
    }

    private T Timed<T>(QueryClass queryClass, Func<T> operation)
    {
        try
        {
            return metrics.Timed(queryClass, operation);
        }
        catch (SqliteException exception)
        {
            Failed(queryClass, exception.SqliteExtendedErrorCode, exception.Message);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A {QueryClass} operation of the database failed with SQLite code {Code}: {Reason}")]
    private partial void Failed(QueryClass queryClass, int code, string reason);
}
