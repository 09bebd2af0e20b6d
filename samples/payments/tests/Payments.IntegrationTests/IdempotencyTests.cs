using System.Net;

namespace Payments.IntegrationTests;

public class IdempotencyTests
{
    [Fact]
    public async Task TheSameRequestGetsTheStoredAnswerAndMovesNothingMore()
    {
        await using var service = new RunningService();
        var from = await service.OpenAccount(balance: 100);
        var to = await service.OpenAccount();

        using var first = await service.Transfer(from.Id, to.Id, 60, "invoice-1");
        using var second = await service.Transfer(from.Id, to.Id, 60, "invoice-1");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(
            await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(["true"], second.Headers.GetValues("Idempotency-Replayed"));
        Assert.Equal(40, await service.Balance(from));
        Assert.Equal(60, await service.Balance(to));
    }

    [Theory]
    [InlineData(61)]
    [InlineData(1)]
    public async Task AnotherRequestUnderAUsedKeyIsRefused(long otherAmount)
    {
        await using var service = new RunningService();
        var from = await service.OpenAccount(balance: 100);
        var to = await service.OpenAccount();
        using var first = await service.Transfer(from.Id, to.Id, 60, "invoice-1");

        using var other = await service.Transfer(from.Id, to.Id, otherAmount, "invoice-1");
        using var deposit = await service.Deposit(to.Id, 60, "invoice-1");

        await ProblemAssert.Is(other, HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        await ProblemAssert.Is(deposit, HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        Assert.Equal(40, await service.Balance(from));
        Assert.Equal(60, await service.Balance(to));
    }

    [Fact]
    public async Task TwentyConcurrentDuplicatesMoveTheMoneyOnce()
    {
        await using var service = new RunningService();
        var from = await service.OpenAccount(balance: 1_000);
        var to = await service.OpenAccount();

        var responses = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => service.Transfer(from.Id, to.Id, 10, "invoice-1")));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(19, responses.Count(response => response.Headers.Contains("Idempotency-Replayed")));
        Assert.Equal(990, await service.Balance(from));
        Assert.Equal(10, await service.Balance(to));
    }

    [Theory]
    [InlineData(null, "idempotency_key_missing")]
    [InlineData("two words", "idempotency_key_invalid")]
    public async Task ATransferNeedsAUsableKey(string? key, string code)
    {
        await using var service = new RunningService();
        var from = await service.OpenAccount(balance: 100);
        var to = await service.OpenAccount();

        using var response = await service.Transfer(from.Id, to.Id, 60, key);

        await ProblemAssert.Is(response, HttpStatusCode.BadRequest, code);
        Assert.Equal(100, await service.Balance(from));
    }
}
