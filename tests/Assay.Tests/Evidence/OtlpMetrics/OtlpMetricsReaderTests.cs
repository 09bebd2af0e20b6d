using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Evidence.OtlpMetrics;

namespace Assay.Tests.Evidence.OtlpMetrics;

/// <summary>In the form of opentelemetry-proto's JSON mapping.</summary>
public sealed class OtlpMetricsReaderTests
{
    private static readonly OtlpMetricsReader Reader = new();

    private static string Export(long second, int temporality, int cpu, params int[] counts) => $$$"""
        {"resourceMetrics":[{"scopeMetrics":[{"scope":{"name":"app"},"metrics":[{"name":"process.cpu.time","unit":"s","sum":{"dataPoints":[{"timeUnixNano":"{{{second}}}000000000","asDouble":{{{cpu}}}}],"aggregationTemporality":{{{temporality}}},"isMonotonic":true}},{"name":"process.memory.usage","unit":"By","gauge":{"dataPoints":[{"timeUnixNano":{{{second}}}000000000,"asInt":"1048576"}]}},{"name":"db.client.operation.duration","unit":"s","histogram":{"aggregationTemporality":{{{temporality}}},"dataPoints":[{"attributes":[{"key":"query_class","value":{"stringValue":"simple"}},{"key":"n","value":{"intValue":"3"}}],"timeUnixNano":"{{{second}}}000000000","count":"4","explicitBounds":[0.005,0.01],"bucketCounts":[{{{string.Join(',', counts.Select(count => $"\"{count}\""))}}}]}]}},{"name":"other","sum":{"dataPoints":[{"asInt":"1"}]}}]}],"resource":{"attributes":[{"key":"service.instance.id","value":{"stringValue":"one"}}]}}]}
        """;

    [Fact]
    public void One_export_on_each_line_is_read_point_by_point()
    {
        var text = Export(1_000_000, 2, 5, 1, 2, 1) + "\n" + Export(1_000_030, 2, 9, 11, 2, 1) + "\n";
        Assert.True(Reader.Claims(ContentHead.Of(System.Text.Encoding.UTF8.GetBytes(text))));
        var observations = HostileInput.Read(Reader, text).Observations;
        Assert.Equal(
            [new ResourceReading("one", DateTimeOffset.FromUnixTimeSeconds(1_000_000), 1048576, 5, null, null), new ResourceReading("one", DateTimeOffset.FromUnixTimeSeconds(1_000_030), 1048576, 9, null, null)],
            observations.OfType<ResourceReading>());
        Assert.Equal([new QueryBucket(0.005, 11), new QueryBucket(0.01, 13), new QueryBucket(double.PositiveInfinity, 14)], observations.OfType<QueryTimes>().Last().Buckets);
    }

    [Fact]
    public void Delta_points_are_added_up()
    {
        var observations = HostileInput.Read(Reader, Export(1_000_000, 1, 5, 1, 2, 1) + Export(1_000_030, 1, 4, 10, 0, 0)).Observations;
        Assert.Equal([5, 9], observations.OfType<ResourceReading>().Select(reading => reading.CpuSeconds));
        Assert.Equal([11, 13, 14], observations.OfType<QueryTimes>().Last().Buckets.Select(bucket => bucket.Count));
    }

    [Theory]
    [InlineData("\"bucketCounts\":[\"1\",", "\"bucketCounts\":[", "one count more than bounds")]
    [InlineData("\"bucketCounts\":[\"1\"", "\"bucketCounts\":[\"-1\"", "none of them negative")]
    [InlineData("\"unit\":\"By\"", "\"unit\":\"parsec\"", "unit that is not known")]
    [InlineData("[0.005,", "[-1,", "none is below zero")]
    [InlineData("\"bucketCounts\":[\"1\"", "\"bucketCounts\":[{}", "no number")]
    [InlineData("\"timeUnixNano\":\"1000000000000000\"", "\"timeUnixNano\":\"soon\"", "no time")]
    public void What_does_not_fit_together_is_refused(string right, string wrong, string says) =>
        Assert.Contains(says, HostileInput.Read(Reader, Export(1_000_000, 2, 5, 1, 2, 1).Replace(right, wrong, StringComparison.Ordinal)).Error?.What, StringComparison.Ordinal);

    [Fact]
    public void Without_a_metric_it_is_empty() => Assert.Equal(EvidenceErrors.Empty, HostileInput.Read(Reader, """{"resourceMetrics":[]}""").Error?.Kind);

    [Fact]
    public void Cut_off_or_mutated_it_is_refused()
    {
        var good = Export(1_000_000, 2, 5, 1, 2, 1);
        HostileInput.IsRefusedWhereverItIsCutOff(Reader, good);
        HostileInput.NeverThrows(Reader, good);
        Assert.NotNull(HostileInput.Read(Reader, good + "\n" + good[..100]).Error);
    }
}
