using System.Net;

namespace Payments.IntegrationTests;

public class HealthTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task AWorkingServiceIsLiveAndReady(string path)
    {
        await using var service = new RunningService();

        using var response = await service.Get(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Healthy", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WithoutAReadableLedgerItIsLiveButNotReady()
    {
        await using var service = new RunningService();
        await service.OpenAccount();
        service.DamageDatabase();

        await IsLiveButNotReady(service);
    }

    [Fact]
    public async Task WithTheLedgersFileGoneItIsLiveButNotReadyAndMakesNoEmptyOne()
    {
        await using var service = new RunningService();
        await service.OpenAccount();
        service.RemoveDatabase();

        await IsLiveButNotReady(service);
        Assert.False(File.Exists(service.DatabaseFile));
    }

    private static async Task IsLiveButNotReady(RunningService service)
    {
        using var live = await service.Get("/health/live");
        using var ready = await service.Get("/health/ready");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("Unhealthy", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
