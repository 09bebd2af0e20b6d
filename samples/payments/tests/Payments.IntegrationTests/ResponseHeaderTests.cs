namespace Payments.IntegrationTests;

public class ResponseHeaderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NoAnswerCanBeRunFramedOrKeptByABrowser(bool broken)
    {
        await using var service = new RunningService();
        var account = await service.OpenAccount();
        if (broken)
        {
            service.DamageDatabase();
        }

        using var response = await service.Get($"/accounts/{account.Id}");

        Assert.Equal(broken, !response.IsSuccessStatusCode);
        Assert.Equal(["default-src 'none'; frame-ancestors 'none'"], response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["DENY"], response.Headers.GetValues("X-Frame-Options"));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.False(response.Headers.Contains("Server"));
    }
}
