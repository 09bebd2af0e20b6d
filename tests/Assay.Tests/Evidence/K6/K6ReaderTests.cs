using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.K6;

namespace Assay.Tests.Evidence.K6;

/// <summary>Summaries in the two forms that k6's documentation gives.</summary>
public sealed class K6ReaderTests
{
    private static readonly K6Reader Reader = new();

    private const string Exported = """
        { "root_group": { "name": "", "path": "", "groups": {}, "checks": {} },
          "metrics": {
            "http_req_duration": { "avg": 12.1, "min": 1.2, "med": 10.4, "max": 60.2, "p(90)": 21.2, "p(95)": 30.1 },
            "http_req_failed": { "passes": 3, "fails": 1497, "value": 0.002 },
            "http_reqs": { "count": 1500, "rate": 50 },
            "dropped_iterations": { "count": 7, "rate": 0.2 },
            "vus": { "value": 5, "min": 5, "max": 5 } } }
        """;

    private const string Handled = """
        { "options": { "summaryTrendStats": ["med", "p(95)", "p(99)", "max"] }, "state": { "isStdOutTTY": false, "testRunDurationMs": 30012.5 },
          "metrics": {
            "http_req_duration": { "type": "trend", "contains": "time", "values": { "med": 10.4, "p(95)": 30.1, "p(99)": 44.5, "max": 60.2 } },
            "http_req_failed": { "type": "rate", "contains": "default", "values": { "rate": 0.002, "passes": 3, "fails": 1497 } },
            "http_reqs": { "type": "counter", "contains": "default", "values": { "count": 1500, "rate": 49.98 } } } }
        """;

    [Fact]
    public void The_exported_summary_is_read() =>
        Assert.Equal(new RequestSummary(1500, 3, 7, 30, 10.4m, 30.1m, null, 60.2m), Assert.Single(HostileInput.Read(Reader, Exported).Observations));

    [Fact]
    public void So_is_the_data_of_handleSummary() =>
        Assert.Equal(new RequestSummary(1500, 3, 0, 30.0125m, 10.4m, 30.1m, 44.5m, 60.2m), Assert.Single(HostileInput.Read(Reader, Handled).Observations));

    [Theory]
    [InlineData("\"count\": 1500, \"rate\": 50", "\"count\": 0, \"rate\": 0", "no HTTP request")]
    [InlineData("\"http_reqs\"", "\"grpc_reqs\"", "no HTTP request")]
    [InlineData("\"count\": 1500, \"rate\": 50", "\"count\": 1500", "how long the test ran")]
    [InlineData("\"p(95)\": 30.1", "\"p(96)\": 30.1", "lacks med, p(95) or max")]
    [InlineData("\"max\": 60.2", "\"max\": -1", "out of every range")]
    [InlineData("\"max\": 60.2", "\"max\": 1e27", "out of every range")]
    public void A_summary_that_shows_nothing_is_refused(string right, string wrong, string says) =>
        Assert.Contains(says, HostileInput.Read(Reader, Exported.Replace(right, wrong, StringComparison.Ordinal)).Error?.What, StringComparison.Ordinal);

    [Fact]
    public void Cut_off_or_mutated_it_is_refused()
    {
        HostileInput.IsRefusedWhereverItIsCutOff(Reader, Exported);
        HostileInput.NeverThrows(Reader, Exported);
        HostileInput.NeverThrows(Reader, Handled);
        HostileInput.IsTooDeep(Reader, HostileInput.Nested("{\"metrics\":{\"vus\":", "[", 100, "", "]", "}}"));
        Assert.Equal(EvidenceErrors.Empty, HostileInput.Read(Reader, """{"metrics":{},"root_group":{}}""").Error?.Kind);
    }
}
