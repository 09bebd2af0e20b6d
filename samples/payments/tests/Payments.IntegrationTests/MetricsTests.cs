using System.Globalization;
using System.Net;

namespace Payments.IntegrationTests;

public class MetricsTests
{
    [Fact]
    public async Task CountRequestsByStatusAndEndpointWithTheBucketsThatTheObjectivesAskAbout()
    {
        await using var service = new RunningService();
        var account = await service.OpenAccount();
        using var found = await service.Get($"/accounts/{account.Id}");
        using var missing = await service.Get($"/accounts/{Guid.NewGuid()}");

        var samples = await Scrape(service);

        const string ReadAccount = "method=\"GET\",endpoint=\"/accounts/{id:guid}\"";
        Assert.Equal(1, samples[$"http_requests_received_total{{code=\"200\",{ReadAccount}}}"]);
        Assert.Equal(1, samples[$"http_requests_received_total{{code=\"404\",{ReadAccount}}}"]);
        Assert.Contains($"http_request_duration_seconds_bucket{{code=\"200\",{ReadAccount},le=\"0.2\"}}", samples.Keys);
        Assert.Contains($"http_request_duration_seconds_bucket{{code=\"200\",{ReadAccount},le=\"0.5\"}}", samples.Keys);
    }

    [Fact]
    public async Task TimeTheDatabaseByTheClassOfTheWork()
    {
        await using var service = new RunningService();
        var from = await service.OpenAccount(balance: 100);
        var to = await service.OpenAccount();
        var before = await Scrape(service);

        using var transfer = await service.Transfer(from.Id, to.Id, 60, "invoice-1");

        var after = await Scrape(service);
        const string Count = "db_client_operation_duration_seconds_count";
        Assert.Equal(HttpStatusCode.OK, transfer.StatusCode);
        Assert.Equal(1, Growth(before, after, $"{Count}{{query_class=\"transaction\"}}"));
        Assert.Equal(2, Growth(before, after, $"{Count}{{query_class=\"complex\"}}"));
        Assert.Equal(0, Growth(before, after, $"{Count}{{query_class=\"simple\"}}"));
        Assert.Equal(0, after["db_client_connection_pending_requests"]);
    }

    [Fact]
    public async Task CountWhatFailsInTheDatabase()
    {
        await using var service = new RunningService(lockTimeout: 1);
        var from = await service.OpenAccount(balance: 100);
        var to = await service.OpenAccount();
        using var otherWriter = service.OpenDatabase();
        var before = await Scrape(service);

        using (otherWriter.BeginTransaction(deferred: false))
        {
            using var busy = await service.Transfer(from.Id, to.Id, 60, "invoice-1");
        }

        var after = await Scrape(service);
        const string Failures = "db_client_operation_failures_total";
        Assert.Equal(1, Growth(before, after, $"{Failures}{{query_class=\"transaction\"}}"));
        Assert.Equal(0, Growth(before, after, $"{Failures}{{query_class=\"complex\"}}"));
    }

    [Fact]
    public async Task TellWhatTheProcessUsesAndWhatItMayUse()
    {
        await using var service = new RunningService(requestsPerSecond: 77);

        var samples = await Scrape(service);

        Assert.Equal(Environment.ProcessorCount, samples["process_cpu_count"]);
        Assert.Equal(77, samples["payments_requests_limit_per_second"]);
        Assert.True(samples["process_resident_memory_bytes"] > 1_000_000);
        Assert.True(samples["process_cpu_seconds_total"] > 0);
        Assert.True(samples["process_start_time_seconds"] > 0);
    }

    private static double Growth(Dictionary<string, double> before, Dictionary<string, double> after, string name) =>
        after[name] - before[name];

    private static async Task<Dictionary<string, double>> Scrape(RunningService service)
    {
        using var response = await service.Get("/metrics");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => (Line: line, Space: line.LastIndexOf(' ')))
            .ToDictionary(
                sample => sample.Line[..sample.Space],
                sample => double.Parse(sample.Line[(sample.Space + 1)..], CultureInfo.InvariantCulture));
    }
}
