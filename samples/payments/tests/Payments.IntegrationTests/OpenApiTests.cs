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

    private static async Task IsAnsweredAsShown(
        RunningService service, string name, string path, HttpStatusCode status, Func<JsonObject, JsonObject> fill)
    {
        var operation = Document.Operations.Single(operation => operation.Name == name);

        using var response = await service.Post(path, fill(operation.RequestExample!), name.Replace(' ', '-'));

        Assert.Equal(status, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        Assert.Equal(Names(operation.ResponseExample(status)), Names(answer!));
    }

    private static IEnumerable<string> Names(JsonObject json) => json.Select(property => property.Key).Order();

    private static string PathOf(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal);
}
