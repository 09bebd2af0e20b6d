using System.Net;

namespace Payments.IntegrationTests;

public class DepositTests
{
    [Fact]
    public async Task AddsTheExactAmountToTheBalance()
    {
        await using var service = new RunningService();
        var account = await service.OpenAccount();

        using var response = await service.Deposit(account.Id, 10_000, "deposit-1");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var deposit = await RunningService.Json(response);
        Assert.Equal(account.Id, deposit["account"]!.GetValue<Guid>());
        Assert.Equal(10_000, deposit["amount"]!.GetValue<long>());
        Assert.Equal("EUR", deposit["currency"]!.GetValue<string>());
        Assert.Equal(10_000, await service.Balance(account));
    }

    [Fact]
    public async Task RepeatedUnderItsKeyItAddsTheMoneyOnce()
    {
        await using var service = new RunningService();
        var account = await service.OpenAccount();

        using var first = await service.Deposit(account.Id, 500, "deposit-1");
        using var second = await service.Deposit(account.Id, 500, "deposit-1");

        Assert.Equal(
            await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(["true"], second.Headers.GetValues("Idempotency-Replayed"));
        Assert.Equal(500, await service.Balance(account));
    }

    [Theory]
    [InlineData(0, "amount_not_positive")]
    [InlineData(-5, "amount_not_positive")]
    [InlineData(1_000_000_000_001, "amount_too_large")]
    public async Task RefusesAnAmountOutOfRange(long amount, string code)
    {
        await using var service = new RunningService();
        var account = await service.OpenAccount();

        using var response = await service.Deposit(account.Id, amount, "deposit-1");

        await ProblemAssert.Is(response, HttpStatusCode.UnprocessableEntity, code);
        Assert.Equal(0, await service.Balance(account));
    }

    [Fact]
    public async Task RefusesAnUnknownAccount()
    {
        await using var service = new RunningService();

        using var response = await service.Deposit(Guid.NewGuid(), 1, "deposit-1");

        await ProblemAssert.Is(response, HttpStatusCode.NotFound, "account_not_found");
    }

    [Fact]
    public async Task NeedsAnIdempotencyKey()
    {
        await using var service = new RunningService();
        var account = await service.OpenAccount();

        using var response = await service.Deposit(account.Id, 1, key: null);

        await ProblemAssert.Is(response, HttpStatusCode.BadRequest, "idempotency_key_missing");
    }
}
