using System.Net;
using System.Text;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Evidence.Wapiti;
using Assay.Tests.Toolchains;
using Assay.Toolchains.Commands;

namespace Assay.Tests.Evidence.Wapiti;

public class WapitiReaderTests
{
    private static readonly WapitiReader Reader = new();

    private const string Good =
        """
        {"classifications":{"SQL Injection":{"desc":"d","sol":"s","ref":{"a":"b"}}},
         "vulnerabilities":{"SQL Injection":[{"method":"GET","path":"/a","info":"x","level":3,"parameter":"q","http_request":"GET /a?q=1\nCookie: session-of-somebody","curl_command":"curl"}],"Backup file":[]},
         "anomalies":{"Internal Server Error":[{"method":"POST","path":"/b","info":"x","level":4,"parameter":"","http_request":"","curl_command":""}]},
         "additionals":{"Fingerprint web technology":[]},
         "infos":{"target":"http://127.0.0.1:8080/","date":"Mon, 16 Nov 2026 01:27:59 +0000","version":"Wapiti 3.0.4","scope":"folder"}}
        """;

    [Fact]
    public void Findings_target_version_and_time_are_read()
    {
        var outcome = HostileInput.Read(Reader, Good);
        Assert.Null(outcome.Error);
        var scan = Assert.IsType<SecurityScan>(Assert.Single(outcome.Observations));
        Assert.Equal(("wapiti 3.0.4", "http://127.0.0.1:8080/", 2), (scan.Tool, scan.Target, scan.Looked));
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 1, 27, 59, TimeSpan.Zero), scan.MadeAt);
        Assert.Equal([("SQL Injection", WeaknessSeverity.High, "GET /a"), ("Internal Server Error", WeaknessSeverity.Critical, "POST /b")], scan.Findings.Select(found => (found.Title, found.Severity, found.Place)));
        Assert.DoesNotContain("session-of-somebody", string.Concat(scan.Findings));
    }

    [Theory]
    [InlineData("\"vulnerabilities\"", "\"nothing\"")]
    [InlineData("Mon, 16 Nov 2026 01:27:59 +0000", "yesterday")]
    [InlineData("\"version\":\"Wapiti 3.0.4\",", "")]
    [InlineData("\"level\":3,", "")]
    [InlineData("\"target\":\"http://127.0.0.1:8080/\",", "")]
    public void What_is_left_out_or_wrong_is_refused(string from, string to) => Assert.NotNull(HostileInput.Read(Reader, Good.Replace(from, to, StringComparison.Ordinal)).Error);

    [Fact]
    public void Bad_bytes_are_a_mistake_and_never_an_exception()
    {
        HostileInput.IsRefusedWhereverItIsCutOff(Reader, Good);
        HostileInput.NeverThrows(Reader, Good);
    }

    [Fact]
    public void It_is_recognised_and_no_other_reader_claims_it() =>
        Assert.Equal("wapiti", Assert.Single(EvidenceReaders.All, reader => reader.Claims(ContentHead.Of(Encoding.UTF8.GetBytes(Good)))).Format);

    [Fact]
    public async Task The_real_tool_shows_what_it_found_and_shows_nothing_of_a_target_that_is_not_there()
    {
        Assert.SkipWhen(ProgramFinder.Find("wapiti", "/") is null, "wapiti is not installed");
        using var folder = new TempFolder();
        int port = Random.Shared.Next(20_000, 40_000);
        using var server = new HttpListener();
        server.Prefixes.Add($"http://127.0.0.1:{port}/");
        server.Start();
        Task answering = AnswerAsync(server);
        var reached = await ScanAsync(folder, port, "reached.json");
        server.Stop();
        await answering;
        var unreached = await ScanAsync(folder, port, "unreached.json");

        Assert.Contains(reached.Findings, found => found.Title == "Cross Site Scripting");
        Assert.True(reached.Looked > 0);
        Assert.True(reached.MadeAt > DateTimeOffset.UtcNow.AddMinutes(-10));
        Assert.Empty(unreached.Findings);
        Assert.Equal(0, unreached.Looked);
    }

    private static async Task<SecurityScan> ScanAsync(TempFolder folder, int port, string name)
    {
        var command = new CommandLine("wapiti", ["-u", $"http://127.0.0.1:{port}/", "-f", "json", "-o", folder.File(name), "-m", "xss", "--flush-session", "--no-bugreport", "--max-scan-time", "60",
            "--store-session", folder.File("session"), "--store-config", folder.File("config")]);
        await new CommandRunner(TimeSpan.FromMinutes(2)).RunAsync(command, folder.Path, folder.File("wapiti.log"), TestContext.Current.CancellationToken);
        var read = EvidenceFile.Read(folder.File(name), TestContext.Current.CancellationToken);
        Assert.Null(read.Error);
        return Assert.IsType<SecurityScan>(Assert.Single(read.Observations));
    }

    private static async Task AnswerAsync(HttpListener server)
    {
        while (server.IsListening)
        {
            try
            {
                HttpListenerContext asked = await server.GetContextAsync();
                byte[] page = Encoding.UTF8.GetBytes($"<html><body><a href='/a?q=1'>a</a>{asked.Request.QueryString["q"]}</body></html>");
                asked.Response.ContentType = "text/html";
                await asked.Response.OutputStream.WriteAsync(page);
                asked.Response.Close();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
