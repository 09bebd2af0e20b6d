using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Assay.Tests.Toolchains.Vulnerabilities;

/// <summary>
/// A NuGet feed and an npm registry of a test's own on this machine, with or without advisories, which the real tools are pointed at.
/// It holds Newtonsoft.Json 12.0.1 and Example.Json 4.1.0, both without content.
/// </summary>
internal sealed class LocalFeed : IDisposable
{
    private static readonly Dictionary<string, (string Id, string Version, string Advisory, string Severity)> Packages = new()
    {
        ["newtonsoft.json"] = ("Newtonsoft.Json", "12.0.1", "GHSA-5crp-9r3c-p9vr", "2"),
        ["example.json"] = ("Example.Json", "4.1.0", "GHSA-aaaa-bbbb-cccc", "3"),
    };

    private readonly HttpListener listener = new();
    private readonly bool advisories;
    private readonly Task serving;

    internal LocalFeed(bool advisories)
    {
        this.advisories = advisories;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://localhost:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        listener.Prefixes.Add(Address);
        listener.Start();
        serving = ServeAsync();
    }

    internal string Address { get; }

    /// <summary>A NuGet.config that knows this feed alone, and keeps packages apart from the user's.</summary>
    internal string NuGetConfig =>
        $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <packageSources><clear /><add key="local" value="{Address}index.json" allowInsecureConnections="true" /></packageSources>
        </configuration>
        """;

    public void Dispose()
    {
        listener.Close();
        serving.GetAwaiter().GetResult();
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return; // closed
            }

            byte[]? answer = await AnswerAsync(context.Request);
            context.Response.StatusCode = answer is null ? 404 : 200;
            context.Response.ContentType = "application/json";
            context.Response.Close(answer ?? [], willBlock: true);
        }
    }

    private async Task<byte[]?> AnswerAsync(HttpListenerRequest request)
    {
        string[] path = request.Url!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (request.HttpMethod == "POST")
        {
            return advisories && path is ["-", "npm", ..] ? Encoding.UTF8.GetBytes(Audit(await AskedAsync(request))) : null;
        }

        return path switch
        {
            ["index.json"] => Encoding.UTF8.GetBytes($$"""
                { "version": "3.0.0", "resources": [
                  { "@id": "{{Address}}flat/", "@type": "PackageBaseAddress/3.0.0" }, { "@id": "{{Address}}reg/", "@type": "RegistrationsBaseUrl/3.6.0" }] }
                """),
            ["flat", var id, "index.json"] when Packages.TryGetValue(id, out var package) => Encoding.UTF8.GetBytes($$"""{ "versions": ["{{package.Version}}"] }"""),
            ["flat", var id, _, _] when Packages.TryGetValue(id, out var package) => Nupkg(package.Id, package.Version),
            ["reg", var id, "index.json"] when Packages.ContainsKey(id) => Encoding.UTF8.GetBytes(Registration(id)),
            ["lodash"] => Encoding.UTF8.GetBytes("""{ "name": "lodash", "dist-tags": { "latest": "4.17.21" }, "versions": { "4.17.11": { "name": "lodash", "version": "4.17.11" }, "4.17.21": { "name": "lodash", "version": "4.17.21" } } }"""),
            _ => null,
        };
    }

    private static async Task<string> AskedAsync(HttpListenerRequest request)
    {
        await using Stream body = request.Headers["Content-Encoding"] == "gzip" ? new GZipStream(request.InputStream, CompressionMode.Decompress) : request.InputStream;
        using var reader = new StreamReader(body);
        return await reader.ReadToEndAsync();
    }

    private static string Audit(string asked) => !asked.Contains("\"lodash\"", StringComparison.Ordinal) ? "{}"
        : """{ "lodash": [{ "id": 1065, "url": "https://github.com/advisories/GHSA-jf85-cpcp-j695", "title": "t", "severity": "critical", "vulnerable_versions": "<4.17.12", "cwe": [], "cvss": { "score": 9.1, "vectorString": null } }] }""";

    private string Registration(string id)
    {
        var (name, version, advisory, severity) = Packages[id];
        string known = advisories ? $$""", "vulnerabilities": [{ "@id": "x", "advisoryUrl": "https://github.com/advisories/{{advisory}}", "severity": "{{severity}}" }]""" : "";
        string here = $"{Address}reg/{id}/";
        return $$"""
            { "count": 1, "items": [{ "@id": "{{here}}index.json#1", "count": 1, "lower": "{{version}}", "upper": "{{version}}", "items": [
              { "@id": "{{here}}{{version}}.json", "packageContent": "{{Address}}flat/{{id}}/{{version}}/{{id}}.{{version}}.nupkg", "registration": "{{here}}index.json",
                "catalogEntry": { "@id": "{{here}}entry", "id": "{{name}}", "version": "{{version}}", "listed": true{{known}} } }] }] }
            """;
    }

    private static byte[] Nupkg(string id, string version)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var nuspec = new StreamWriter(zip.CreateEntry($"{id}.nuspec").Open()))
            {
                nuspec.Write($"""<?xml version="1.0"?><package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata><id>{id}</id><version>{version}</version><authors>a</authors><description>d</description></metadata></package>""");
            }

            zip.CreateEntry("lib/netstandard2.0/_._").Open().Dispose();
        }

        return bytes.ToArray();
    }
}
