using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Payments.IntegrationTests;

public class ShutdownTests
{
    [Fact]
    public async Task AnInstanceThatIsAskedToStopIsNotReadyAndStillServes()
    {
        await using var service = new RunningService(drain: 2);
        service.UseKestrel(0);
        var account = await service.OpenAccount(balance: 100);

        service.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        using var ready = await service.Get("/health/ready");
        using var live = await service.Get("/health/live");
        using var deposit = await service.Deposit(account.Id, 1, "deposit-2");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.OK, deposit.StatusCode);
        Assert.Equal(101, await service.Balance(account));
    }

    [Fact]
    public async Task ARequestInFlightIsFinishedBeforeTheInstanceStops()
    {
        await using var service = new RunningService(drain: 2);
        service.UseKestrel(0);
        var from = await service.OpenAccount(balance: 100);
        var to = await service.OpenAccount();
        var host = service.Services.GetRequiredService<IHost>();
        using var otherWriter = service.OpenDatabase();

        Task<HttpResponseMessage> inFlight;
        Task stopping;
        await using (otherWriter.BeginTransaction(deferred: false))
        {
            inFlight = service.Transfer(from.Id, to.Id, 60, "invoice-1");
            service.HasTransferInFlight();
            stopping = host.StopAsync(TestContext.Current.CancellationToken);
            Assert.False(inFlight.IsCompleted);
        }

        using var response = await inFlight;
        await stopping;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(60, service.Scalar($"SELECT sum(amount) FROM entries WHERE account = '{to.Id.ToString().ToUpperInvariant()}'"));
    }
}
