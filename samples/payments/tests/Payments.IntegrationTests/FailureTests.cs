using System.Net;

namespace Payments.IntegrationTests;

public class FailureTests
{
    [Fact]
    public async Task ALedgerLockedByAnotherWriterAsksTheClientToComeBack()
    {
        await using var service = new RunningService(lockTimeout: 1);
        var from = await service.OpenAccount(balance: 100);
        var to = await service.OpenAccount();
        using var otherWriter = service.OpenDatabase();

        using (otherWriter.BeginTransaction(deferred: false))
        {
            using var busy = await service.Transfer(from.Id, to.Id, 60, "invoice-1");

            await ProblemAssert.Is(busy, HttpStatusCode.ServiceUnavailable, "database_busy");
            Assert.Equal(TimeSpan.FromSeconds(1), busy.Headers.RetryAfter?.Delta);
            Assert.Equal(100, await service.Balance(from));
        }

        using var repeated = await service.Transfer(from.Id, to.Id, 60, "invoice-1");
        Assert.Equal(HttpStatusCode.OK, repeated.StatusCode);
        Assert.Equal(40, await service.Balance(from));
    }

    [Fact]
    public async Task ADamagedDatabaseIsAnInternalErrorThatTellsNothingAboutTheInside()
    {
        await using var service = new RunningService();
        var account = await service.OpenAccount();
        service.DamageDatabase();

        using var response = await service.Get($"/accounts/{account.Id}");

        await ProblemAssert.Is(response, HttpStatusCode.InternalServerError, "internal_server_error");
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("SQLite", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" at ", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMethodThatDoesNotExistIsAProblemToo()
    {
        await using var service = new RunningService();

        using var response = await service.Get("/transfers");

        await ProblemAssert.Is(response, HttpStatusCode.MethodNotAllowed, "method_not_allowed");
    }
}
