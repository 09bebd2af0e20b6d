using System.Net;
using System.Net.Http.Json;

namespace Payments.IntegrationTests;

public class AccountTests
{
    [Fact]
    public async Task OpenedWithBalanceZeroItCanBeReadWhereLocationPoints()
    {
        await using var service = new RunningService();

        using var opened = await service.Post("/accounts", new { owner = "customer-17", currency = "EUR" }, key: null);

        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        var account = await RunningService.Json(opened);
        Assert.Equal("customer-17", account["owner"]!.GetValue<string>());
        Assert.Equal("EUR", account["currency"]!.GetValue<string>());
        Assert.Equal(0, account["balance"]!.GetValue<long>());

        using var read = await service.Get(opened.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(account.ToJsonString(), (await RunningService.Json(read)).ToJsonString());
    }

    [Fact]
    public async Task SurvivesARestartOfTheService()
    {
        await using var service = new RunningService();
        var account = await service.OpenAccount(balance: 700);

        await using var restarted = service.WithWebHostBuilder(_ => { });
        using var client = restarted.CreateClient();
        using var response = await client.GetAsync(
            new Uri($"/accounts/{account.Id}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(700, (await RunningService.Json(response))["balance"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("customer-17", "XXX", "currency_unsupported")]
    [InlineData(" ", "EUR", "owner_invalid")]
    public async Task IsNotOpenedWithoutAnOwnerAndASupportedCurrency(string owner, string currency, string code)
    {
        await using var service = new RunningService();

        using var response = await service.Post("/accounts", new { owner, currency }, key: null);

        await ProblemAssert.Is(response, HttpStatusCode.UnprocessableEntity, code);
        Assert.Equal(0, service.Scalar("SELECT count(*) FROM accounts WHERE kind = 'customer'"));
    }

    [Theory]
    [InlineData("""{"owner": "customer-17"}""")]
    [InlineData("""{"owner": null, "currency": "EUR"}""")]
    [InlineData("""{"owner": "customer-17", "currency": "EUR", "balance": 100}""")]
    [InlineData("""{"owner": "customer-17",""")]
    public async Task AMalformedBodyIsAProblemOfTheClient(string body)
    {
        await using var service = new RunningService();
        using var client = service.CreateClient();
        using var content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));

        using var response = await client.PostAsync(
            new Uri("/accounts", UriKind.Relative), content, TestContext.Current.CancellationToken);

        await ProblemAssert.Is(response, HttpStatusCode.BadRequest, "bad_request");
    }

    [Fact]
    public async Task AnUnknownIdIsNotFound()
    {
        await using var service = new RunningService();

        using var unknown = await service.Get($"/accounts/{Guid.NewGuid()}");
        using var impossible = await service.Get("/accounts/17");

        await ProblemAssert.Is(unknown, HttpStatusCode.NotFound, "account_not_found");
        await ProblemAssert.Is(impossible, HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task SettlementAccountsStayInvisible()
    {
        await using var service = new RunningService();
        await service.OpenAccount();
        using var connection = service.OpenDatabase();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM accounts WHERE kind = 'settlement' AND currency = 'EUR'";
        var settlement = Guid.Parse((string)command.ExecuteScalar()!);

        using var response = await service.Get($"/accounts/{settlement}");

        await ProblemAssert.Is(response, HttpStatusCode.NotFound, "account_not_found");
    }
}
