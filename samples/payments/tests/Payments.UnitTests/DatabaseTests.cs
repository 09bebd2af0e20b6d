using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Payments.Monitoring;
using Payments.Storage;

namespace Payments.UnitTests;

public class DatabaseTests
{
    [Fact]
    public void AMissingConnectionStringIsNamedAtStart()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Open(null));

        Assert.Equal("The connection string 'Payments' is not set.", error.Message);
    }

    [Fact]
    public void ConnectionsHaveTheSettingsOfTheConnectionString()
    {
        using var connection = Open("Data Source=:memory:;Default Timeout=7").Create();

        Assert.Equal(ConnectionState.Open, connection.State);
        Assert.Equal(7, connection.DefaultTimeout);
    }

    [Fact]
    public async Task AWriterWaitsForTheOtherWritersOfItsProcessOnlyAsLongAsACommandMay()
    {
        var database = Open("Data Source=:memory:;Default Timeout=1");
        using var entered = new SemaphoreSlim(0);
        using var leave = new SemaphoreSlim(0);
        var first = Task.Run(() => database.Write((_, _) =>
        {
            entered.Release();
            leave.Wait(TestContext.Current.CancellationToken);
            return 1;
        }));
        await entered.WaitAsync(TestContext.Current.CancellationToken);

        var error = Assert.Throws<SqliteException>(() => database.Write((_, _) => 2));

        Assert.Equal(Database.Busy, error.SqliteErrorCode);
        leave.Release();
        Assert.Equal(1, await first);
        Assert.Equal(3, database.Write((_, _) => 3));
    }

    private static Database Open(string? connectionString)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:Payments", connectionString)])
            .Build();
        return new Database(configuration, new ServiceMetrics(), NullLogger<Database>.Instance);
    }
}
