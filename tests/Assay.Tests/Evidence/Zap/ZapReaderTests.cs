using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Evidence.Zap;

namespace Assay.Tests.Evidence.Zap;

public class ZapReaderTests
{
    private static readonly ZapReader Reader = new();

    private const string Good =
        """
        {"@programName":"ZAP","@version":"2.16.1","@generated":"Mon, 16 Nov 2026 11:22:33","created":"2026-11-16T11:22:33.123Z",
         "site":[{"@name":"http://127.0.0.1:8080","@host":"127.0.0.1","@port":"8080","@ssl":"false","alerts":[
          {"pluginid":"40018","alertRef":"40018","alert":"SQL Injection","name":"SQL Injection","riskcode":"3","confidence":"2","riskdesc":"High (Medium)",
           "instances":[{"id":"1","uri":"http://127.0.0.1:8080/a?q=session-of-somebody","method":"GET","param":"q","attack":"'","evidence":"x"},{"uri":"http://127.0.0.1:8080/b","method":"POST"}],"count":"2"},
          {"pluginid":"10038","alert":"CSP","name":"CSP","riskcode":"2","instances":[{"uri":"http://127.0.0.1:8080/","method":"GET"}]},
          {"pluginid":"10036","alert":"Server","name":"Server","riskcode":"0","instances":[]}]}]}
        """;

    [Fact]
    public void Alerts_of_every_site_are_findings_and_instances_show_that_it_looked()
    {
        var outcome = HostileInput.Read(Reader, Good);
        Assert.Null(outcome.Error);
        var scan = Assert.IsType<SecurityScan>(Assert.Single(outcome.Observations));
        Assert.Equal(("ZAP 2.16.1", "http://127.0.0.1:8080", 3), (scan.Tool, scan.Target, scan.Looked));
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 11, 22, 33, 123, TimeSpan.Zero), scan.MadeAt);
        Assert.Equal([WeaknessSeverity.High, WeaknessSeverity.Medium, WeaknessSeverity.Low], scan.Findings.Select(finding => finding.Severity));
        Assert.DoesNotContain("session-of-somebody", string.Concat(scan.Findings));
    }

    [Fact]
    public void A_scan_that_reached_no_site_shows_that_it_looked_at_nothing() =>
        Assert.Equal(0, Assert.IsType<SecurityScan>(HostileInput.Read(Reader, """{"@programName":"ZAP","@version":"2.16.1","@generated":"Mon, 16 Nov 2026 11:22:33","site":[]}""").Observations[0]).Looked);

    [Theory]
    [InlineData("\"@version\":\"2.16.1\",", "")]
    [InlineData("\"@generated\":\"Mon, 16 Nov 2026 11:22:33\",\"created\":\"2026-11-16T11:22:33.123Z\",", "")]
    [InlineData("\"riskcode\":\"3\"", "\"riskcode\":\"9\"")]
    [InlineData("\"riskcode\":\"3\",", "")]
    [InlineData("\"site\":[{", "\"sites\":[{")]
    public void What_is_left_out_or_wrong_is_refused(string from, string to) =>
        Assert.NotNull(HostileInput.Read(Reader, Good.Replace(from, to, StringComparison.Ordinal)).Error);

    [Fact]
    public void Bad_bytes_are_a_mistake_and_never_an_exception()
    {
        HostileInput.IsRefusedWhereverItIsCutOff(Reader, Good);
        HostileInput.NeverThrows(Reader, Good);
    }

    [Fact]
    public void It_is_recognised_and_no_other_reader_claims_it() =>
        Assert.Equal("zap", Assert.Single(EvidenceReaders.All, reader => reader.Claims(ContentHead.Of(System.Text.Encoding.UTF8.GetBytes(Good)))).Format);
}
