using Assay.Core.Observations;
using Assay.Evidence.Hey;

namespace Assay.Tests.Evidence.Hey;

[Collection(nameof(MeasuredAlone))]
public sealed class HeyMemoryTests
{
    [Fact]
    public void Two_million_requests_are_read_with_memory_for_different_times_only()
    {
        var lines = string.Concat(Enumerable.Range(0, 1000).Select(at => $"0.{at:0000},0.0000,0.0000,0.0000,0.0000,0.0000,200,1.0000\n"));
        using var csv = new Repeated(HeyReader.Header + "\n", lines, 2000, "");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var outcome = new HeyReader().Read(csv, TestContext.Current.CancellationToken);
        Assert.Equal(2_000_000, ((RequestTimes)outcome.Observations[0]).Answered.Sum(time => time.Count));
        Assert.True(csv.Given > 100_000_000, $"{csv.Given} bytes");
        Assert.True(csv.MostMemory - before < 60_000_000, $"{csv.MostMemory - before} bytes held");
    }
}
