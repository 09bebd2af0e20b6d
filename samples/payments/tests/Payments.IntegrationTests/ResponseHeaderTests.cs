using System.Net;

namespace Payments.IntegrationTests;

public class ResponseHeaderTests
{
    [Theory]
    [InlineData("localhost", false, HttpStatusCode.OK)]
    [InlineData("localhost", true, HttpStatusCode.InternalServerError)]
    [InlineData("rebound.example", false, HttpStatusCode.BadRequest)]
    public async Task NoAnswerCanBeRunFramedOrKeptByABrowser(string host, bool damaged, HttpStatusCode status)
    {
        await using var service = new RunningService();
        var account = await service.OpenAccount();
        if (damaged)
        {
            service.DamageDatabase();
        }

        using var client = service.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/accounts/{account.Id}", UriKind.Relative));
        request.Headers.Host = host;
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(["default-src 'none'; frame-ancestors 'none'"], response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["DENY"], response.Headers.GetValues("X-Frame-Options"));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.False(response.Headers.Contains("Server"));
    }
}
