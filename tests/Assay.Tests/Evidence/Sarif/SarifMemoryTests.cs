using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Sarif;

namespace Assay.Tests.Evidence.Sarif;

[Collection(nameof(MeasuredAlone))]
public class SarifMemoryTests
{
    private const string Before = """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"scan"}},"results":[""";

    private static readonly SarifReader Reader = new();

    [Fact]
    public void A_value_shorter_than_16_MB_is_passed_over()
    {
        using var log = new Repeated(Before + "{}],\"artifacts\":[{\"contents\":{\"text\":\"", new string('x', 1_000_000), 3, "\"}}]}]}");
        Assert.Single(Reader.Read(log, TestContext.Current.CancellationToken).Observations.OfType<ToolFinding>());
    }

    [Fact]
    public void A_longer_one_is_refused_before_it_fills_the_memory()
    {
        using var log = new Repeated(Before + "{}],\"x\":\"", new string('x', 1_000_000), 1000, "\"}]}");
        Assert.Equal(EvidenceErrors.TooDeep, Reader.Read(log, TestContext.Current.CancellationToken).Error?.Kind);
        Assert.True(log.Given < 70_000_000, $"{log.Given} bytes read");
    }

    [Fact]
    public void A_log_of_100_MB_is_read_with_memory_for_what_is_kept()
    {
        const string Result = """{"ruleId":"R1","kind":"pass","level":"none","message":{"text":"a message of some length, as tools write them"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"src/file.cs"},"region":{"startLine":1}}}]},""";
        using var log = new Repeated(Before, Result, 470_000, "{}]}]}");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var outcome = Reader.Read(log, TestContext.Current.CancellationToken);
        Assert.Null(outcome.Error);
        Assert.Equal(2, outcome.Observations.Length);
        Assert.True(log.Given > 90_000_000, $"{log.Given} bytes");
        Assert.True(log.MostMemory - before < 60_000_000, $"{log.MostMemory - before} bytes held");
    }
}
