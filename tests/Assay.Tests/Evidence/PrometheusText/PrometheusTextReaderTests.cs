using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.PrometheusText;

namespace Assay.Tests.Evidence.PrometheusText;

public sealed class PrometheusTextReaderTests
{
    private static readonly PrometheusTextReader Reader = new();

    private const string Good = """
        # scraped_at 2026-11-22T11:00:00Z
        # HELP process_cpu_seconds_total Total user and system CPU time.
        # TYPE process_cpu_seconds_total counter
        process_cpu_seconds_total 10.5
        dotnet_process_cpu_time_seconds_total{cpu_mode="user"} 8
        dotnet_process_cpu_time_seconds_total{cpu_mode="system"} 4
        process_resident_memory_bytes 1.2e+08
        process_cpu_count{otel_scope="a \"quoted\" \\ and } brace"} 2
        go_gc_duration_seconds{quantile="0.5"} NaN
        http_requests_total{path="/a",code="200",} 7 1700000000000
        # TYPE db_client_operation_duration_seconds histogram
        db_client_operation_duration_seconds_bucket{query_class="simple",le="0.005"} 3
        db_client_operation_duration_seconds_bucket{query_class="simple",le="+Inf"} 4
        db_client_operation_duration_seconds_sum{query_class="simple"} 0.1
        # scraped_at 2026-11-22T11:00:30.5Z
        process_cpu_seconds_total 11
        """;

    [Fact]
    public void Every_scrape_is_read_with_its_time()
    {
        var observations = HostileInput.Read(Reader, Good).Observations;
        var at = new DateTimeOffset(2026, 11, 22, 11, 0, 0, TimeSpan.Zero);
        Assert.Equal([new ResourceReading("", at, 1.2e8, 12, 2, null), new ResourceReading("", at.AddSeconds(30.5), null, 11, null, null)], observations.OfType<ResourceReading>());
        var queries = Assert.Single(observations.OfType<QueryTimes>());
        Assert.Equal("simple", queries.QueryClass);
        Assert.Equal([new QueryBucket(0.005, 3), new QueryBucket(double.PositiveInfinity, 4)], queries.Buckets);
    }

    [Fact]
    public void Without_a_mark_the_timestamps_of_samples_tell() =>
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000), Assert.IsType<ResourceReading>(Assert.Single(HostileInput.Read(Reader, "# TYPE x counter\nprocess_cpu_seconds_total 1 1700000000000\n").Observations)).At);

    [Theory]
    [InlineData("process_cpu_seconds_total", "no value")]
    [InlineData("process_cpu_seconds_total abc", "no number")]
    [InlineData("process_cpu_seconds_total 1 2 3", "no value")]
    [InlineData("process_cpu_seconds_total 1 soon", "milliseconds")]
    [InlineData("process_cpu_seconds_total{a=\"b} 1", "labels are cut off")]
    [InlineData("process_cpu_seconds_total{a} 1", "labels are cut off")]
    [InlineData("process_cpu_seconds_total{a=\"1\" b=\"2\"} 1", "labels are cut off")]
    [InlineData("process_cpu_seconds_total{a=\"1\",a=\"2\"} 1", "stands twice")]
    [InlineData("process_cpu_count 1\nprocess_cpu_count 1", "stands twice in one scrape")]
    [InlineData("db_client_operation_duration_seconds_bucket{query_class=\"simple\",le=\"1\"} 1", "no bucket le=\"+Inf\"")]
    [InlineData("db_client_operation_duration_seconds_bucket{query_class=\"simple\"} 1", "needs its bound")]
    [InlineData("{\"a\": 1}", "begins with the name")]
    [InlineData("# scraped_at yesterday", "must be UTC")]
    public void A_line_that_is_no_sample_is_named(string line, string says)
    {
        var error = HostileInput.Read(Reader, "# TYPE x counter\n" + line + "\n").Error;
        Assert.Equal(EvidenceErrors.Unreadable, error?.Kind);
        Assert.Contains(says, error?.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_gets_through_as_an_exception()
    {
        HostileInput.NeverThrows(Reader, Good);
        for (var length = 1; length < Good.Length; length++) _ = HostileInput.Read(Reader, Good[..length]);
    }
}
