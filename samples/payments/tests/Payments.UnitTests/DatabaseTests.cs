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
}
