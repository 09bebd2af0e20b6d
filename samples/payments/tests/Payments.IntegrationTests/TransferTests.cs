using System.Net;

namespace Payments.IntegrationTests;

public class TransferTests
{
    [Fact]
    public async Task MovesTheExactAmount()
    {
        await using var service = new RunningService();
        var from = await service.OpenAccount(balance: 10_000);
        var to = await service.OpenAccount(balance: 300);

        using var response = await service.Transfer(from.Id, to.Id, 1_250, "invoice-1");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var transfer = await RunningService.Json(response);
        Assert.Equal(from.Id, transfer["from"]!.GetValue<Guid>());
        Assert.Equal(to.Id, transfer["to"]!.GetValue<Guid>());
        Assert.Equal(1_250, transfer["amount"]!.GetValue<long>());
        Assert.Equal("EUR", transfer["currency"]!.GetValue<string>());
        Assert.Equal(8_750, await service.Balance(from));
        Assert.Equal(1_550, await service.Balance(to));
    }

    [Fact]
    public async Task CanMoveTheWholeBalance()
    {
        await using var service = new RunningService();
        var from = await service.OpenAccount(balance: 1);
        var to = await service.OpenAccount();

        using var response = await service.Transfer(from.Id, to.Id, 1, "invoice-1");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, await service.Balance(from));
        Assert.Equal(1, await service.Balance(to));
    }

    [Fact]
    public async Task RefusesMoreThanTheBalanceAndMovesNothing()
    {
        await using var service = new RunningService();
        var from = await service.OpenAccount(balance: 100);
        var to = await service.OpenAccount();

        using var response = await service.Transfer(from.Id, to.Id, 101, "invoice-1");

        await ProblemAssert.Is(response, HttpStatusCode.Conflict, "insufficient_funds");
        Assert.Equal(100, await service.Balance(from));
        Assert.Equal(0, await service.Balance(to));
    }

    [Fact]
    public async Task ARefusedOneMayBeTriedAgainUnderItsKey()
    {
        await using var service = new RunningService();
        var from = await service.OpenAccount();
        var to = await service.OpenAccount();

        using var refused = await service.Transfer(from.Id, to.Id, 50, "invoice-1");
        using var deposit = await service.Deposit(from.Id, 50, "deposit-1");
        using var accepted = await service.Transfer(from.Id, to.Id, 50, "invoice-1");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        Assert.Equal(50, await service.Balance(to));
    }

    [Theory]
    [InlineData(0, "amount_not_positive")]
    [InlineData(-1, "amount_not_positive")]
    [InlineData(1_000_000_000_001, "amount_too_large")]
    public async Task RefusesAnAmountOutOfRange(long amount, string code)
    {
        await using var service = new RunningService();
        var from = await service.OpenAccount(balance: 100);
        var to = await service.OpenAccount();

        using var response = await service.Transfer(from.Id, to.Id, amount, "invoice-1");

        await ProblemAssert.Is(response, HttpStatusCode.UnprocessableEntity, code);
        Assert.Equal(100, await service.Balance(from));
    }

    [Fact]
    public async Task RefusesUnknownAccountsAndOtherCurrencies()
    {
        await using var service = new RunningService();
        var euros = await service.OpenAccount("EUR", balance: 100);
        var dollars = await service.OpenAccount("USD");

        using var fromUnknown = await service.Transfer(Guid.NewGuid(), euros.Id, 1, "invoice-1");
        using var toUnknown = await service.Transfer(euros.Id, Guid.NewGuid(), 1, "invoice-2");
        using var toDollars = await service.Transfer(euros.Id, dollars.Id, 1, "invoice-3");
        using var toItself = await service.Transfer(euros.Id, euros.Id, 1, "invoice-4");

        await ProblemAssert.Is(fromUnknown, HttpStatusCode.UnprocessableEntity, "from_account_unknown");
        await ProblemAssert.Is(toUnknown, HttpStatusCode.UnprocessableEntity, "to_account_unknown");
        await ProblemAssert.Is(toDollars, HttpStatusCode.UnprocessableEntity, "currency_mismatch");
        await ProblemAssert.Is(toItself, HttpStatusCode.UnprocessableEntity, "same_account");
        Assert.Equal(100, await service.Balance(euros));
    }

    [Theory]
    [InlineData("10.5")]
    [InlineData("\"10\"")]
    [InlineData("null")]
    [InlineData("9223372036854775808")]
    public async Task TakesWholeMinorUnitsOnly(string amount)
    {
        await using var service = new RunningService();
        using var client = service.CreateClient();
        var body = $$"""{"from": "{{Guid.NewGuid()}}", "to": "{{Guid.NewGuid()}}", "amount": {{amount}}}""";
        using var content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        content.Headers.Add("Idempotency-Key", "invoice-1");

        using var response = await client.PostAsync(
            new Uri("/transfers", UriKind.Relative), content, TestContext.Current.CancellationToken);

        await ProblemAssert.Is(response, HttpStatusCode.BadRequest, "bad_request");
    }
}
