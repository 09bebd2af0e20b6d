using System.Data;
using Microsoft.Extensions.Configuration;
using Payments.Storage;

namespace Payments.UnitTests;

public class DatabaseTests
{
    [Fact]
    public void AMissingConnectionStringIsNamedAtStart()
    {
        var empty = new ConfigurationBuilder().Build();

        var error = Assert.Throws<InvalidOperationException>(() => new Database(empty));

        Assert.Equal("The connection string 'Payments' is not set.", error.Message);
    }

    [Fact]
    public void ConnectionsHaveTheSettingsOfTheConnectionString()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:Payments", (string?)"Data Source=:memory:;Default Timeout=7")])
            .Build();

        using var connection = new Database(configuration).Open();

        Assert.Equal(ConnectionState.Open, connection.State);
        Assert.Equal(7, connection.DefaultTimeout);
    }
}
