using Assay.Core.Observations;
using Assay.Evidence.ScanRuns;

namespace Assay.Tests.Evidence.ScanRuns;

public class ScanRunReaderTests
{
    private static readonly ScanRunReader Reader = new();

    private const string Good = """{"schema":"assay/scan-run/v1","component":"payments","tool":"wapiti 3.0.4","report":"wapiti.json","requests":412}""";

    [Fact]
    public void The_run_is_read() =>
        Assert.Equal(new ScanRun("payments", "wapiti 3.0.4", "wapiti.json", 412), Assert.Single(HostileInput.Read(Reader, Good).Observations));

    [Theory]
    [InlineData(",\"requests\":412", "")]
    [InlineData("412", "-1")]
    [InlineData("scan-run/v1", "scan-run/v2")]
    [InlineData("\"tool\":\"wapiti 3.0.4\",", "")]
    [InlineData("\"report\"", "\"reports\"")]
    public void What_is_left_out_or_wrong_is_refused(string from, string to) => Assert.NotNull(HostileInput.Read(Reader, Good.Replace(from, to, StringComparison.Ordinal)).Error);

    [Fact]
    public void Bad_bytes_are_a_mistake_and_never_an_exception()
    {
        HostileInput.IsRefusedWhereverItIsCutOff(Reader, Good);
        HostileInput.NeverThrows(Reader, Good);
    }
}
