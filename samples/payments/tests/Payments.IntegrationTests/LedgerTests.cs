using System.Net;
using Microsoft.Data.Sqlite;

namespace Payments.IntegrationTests;

public class LedgerTests
{
    [Fact]
    public async Task EntriesOfEveryPostingAndOfTheWholeLedgerSumToZero()
    {
        await using var service = new RunningService();
        var from = await service.OpenAccount(balance: 1_000);
        var to = await service.OpenAccount(balance: 5);
        using var completed = await service.Transfer(from.Id, to.Id, 400, "invoice-1");
        using var refused = await service.Transfer(from.Id, to.Id, 601, "invoice-2");

        Assert.Equal(3, service.Scalar("SELECT count(*) FROM postings"));
        Assert.Equal(6, service.Scalar("SELECT count(*) FROM entries"));
        Assert.Equal(0, service.Scalar(
            "SELECT count(*) FROM (SELECT 1 FROM entries GROUP BY posting HAVING sum(amount) <> 0)"));
        Assert.Equal(0, service.Scalar("SELECT sum(amount) FROM entries"));
    }

    [Fact]
    public async Task ConcurrentTransfersNeverOverdrawAnAccount()
    {
        await using var service = new RunningService();
        var from = await service.OpenAccount(balance: 50);
        var to = await service.OpenAccount();

        var responses = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(number => service.Transfer(from.Id, to.Id, 10, $"invoice-{number}")));

        Assert.Equal(5, responses.Count(response => response.StatusCode == HttpStatusCode.OK));
        Assert.Equal(5, responses.Count(response => response.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(0, await service.Balance(from));
        Assert.Equal(50, await service.Balance(to));
    }

    [Theory]
    [InlineData("UPDATE postings SET amount = amount + 1", "postings are final")]
    [InlineData("DELETE FROM postings", "postings are final")]
    [InlineData("UPDATE entries SET amount = amount * 2", "entries are final")]
    [InlineData("DELETE FROM entries", "entries are final")]
    public async Task WhatWasPostedCannotBeChangedWhateverProgramOpensTheFile(string sql, string reason)
    {
        await using var service = new RunningService();
        var account = await service.OpenAccount(balance: 1_000);

        var error = Assert.Throws<SqliteException>(() => service.Scalar(sql));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(1_000, await service.Balance(account));
    }
}
