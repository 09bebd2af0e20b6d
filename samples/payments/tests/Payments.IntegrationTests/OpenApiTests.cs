using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Payments.IntegrationTests;

public class OpenApiTests
{
    private static readonly OpenApiDocument Document = OpenApiDocument.Load("openapi.yaml");

    [Fact]
    public async Task DescribesExactlyTheEndpointsThatTheServiceHas()
    {
        await using var service = new RunningService();

        var mapped = service.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Select(method => $"{method} {PathOf(endpoint)}"));

        Assert.Equal(Document.Operations.Select(operation => operation.Name).Order(), mapped.Order());
    }

    [Fact]
    public void ExplainsEveryOperationAndShowsAnExampleOfEveryBody()
    {
        Assert.Equal(7, Document.Operations.Count);
        Assert.All(Document.Operations, operation =>
        {
            Assert.False(string.IsNullOrWhiteSpace(operation.Text("summary")));
            Assert.False(string.IsNullOrWhiteSpace(operation.Text("description")));
            Assert.All(operation.Bodies, body => Assert.True(body.ContainsKey("example"), operation.Name));
            Assert.Equal(operation.Name.StartsWith("POST", StringComparison.Ordinal), operation.RequestExample is not null);
        });
    }

    [Fact]
    public async Task ShowsExamplesThatTheServiceAcceptsAndAnswersAsShown()
    {
        await using var service = new RunningService();
        var from = await service.OpenAccount(balance: 100_000);
        var to = await service.OpenAccount();

        await IsAnsweredAsShown(service, "POST /accounts", "/accounts", HttpStatusCode.Created, example => example);
        await IsAnsweredAsShown(
            service, "POST /accounts/{id}/deposits", $"/accounts/{from.Id}/deposits", HttpStatusCode.OK, example => example);
        await IsAnsweredAsShown(service, "POST /transfers", "/transfers", HttpStatusCode.OK, example =>
        {
            example["from"] = from.Id;
            example["to"] = to.Id;
            return example;
        });
    }

    [Fact]
    public async Task ShowsErrorsAsTheServiceAnswersThem()
    {
        await using var service = new RunningService();
        service.UseKestrel(0);
        var account = await service.OpenAccount(balance: 1);
        var other = await service.OpenAccount();
        var accounts = new { owner = "customer-17", currency = "XXX" };

        using var currency = await service.Post("/accounts", accounts, key: null);
        using var tooLarge = await service.Post("/accounts", accounts with { owner = new string('o', 20_000) }, key: null);
        using var noAccount = await service.Get($"/accounts/{Guid.NewGuid()}");
        using var noAmount = await service.Deposit(account.Id, 0, "deposit-1");
        using var malformed = await service.Post($"/accounts/{account.Id}/deposits", new { }, "deposit-2");
        using var tooMuch = await service.Transfer(account.Id, other.Id, 2, "invoice-1");
        using var client = service.CreateClient();
        using var text = await client.PostAsync(
            new Uri("/transfers", UriKind.Relative), new StringContent("text"), TestContext.Current.CancellationToken);

        await IsProblemAsShown(currency, "POST /accounts");
        await IsProblemAsShown(tooLarge, "POST /accounts");
        await IsProblemAsShown(noAccount, "GET /accounts/{id}");
        await IsProblemAsShown(noAmount, "POST /accounts/{id}/deposits");
        await IsProblemAsShown(malformed, "POST /accounts/{id}/deposits");
        await IsProblemAsShown(tooMuch, "POST /transfers");
        await IsProblemAsShown(text, "POST /transfers");
    }

    private static async Task IsProblemAsShown(HttpResponseMessage response, string name)
    {
        var example = Document.Operations.Single(operation => operation.Name == name)
            .ResponseExample(response.StatusCode, "application/problem+json");
        var answer = await RunningService.Json(response);

        Assert.All((string[])["type", "title", "status", "detail", "code"], field =>
            Assert.Equal(example[field]?.ToString(), answer[field]?.ToString()));
    }

    private static async Task IsAnsweredAsShown(
        RunningService service, string name, string path, HttpStatusCode status, Func<JsonObject, JsonObject> fill)
    {
        var operation = Document.Operations.Single(operation => operation.Name == name);

        using var response = await service.Post(path, fill(operation.RequestExample!), name.Replace(' ', '-'));

        Assert.Equal(status, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        Assert.Equal(Names(operation.ResponseExample(status).AsObject()), Names(answer!));
    }

    private static IEnumerable<string> Names(JsonObject json) => json.Select(property => property.Key).Order();

    private static string PathOf(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal);
}
