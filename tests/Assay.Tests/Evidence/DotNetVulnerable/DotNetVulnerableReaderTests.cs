using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.DotNetVulnerable;

namespace Assay.Tests.Evidence.DotNetVulnerable;

public sealed class DotNetVulnerableReaderTests
{
    /// <summary>As SDK 10.0.401 printed it, against a local feed.</summary>
    internal const string Found =
        """
        {
          "version": 1,
          "parameters": "--vulnerable --include-transitive",
          "sources": ["https://feed.example/index.json"],
          "projects": [
            {
              "path": "/src/p.csproj",
              "frameworks": [
                {
                  "framework": "net10.0",
                  "topLevelPackages": [
                    { "id": "Example.Json", "requestedVersion": "4.1.0", "resolvedVersion": "4.1.0",
                      "vulnerabilities": [{ "severity": "Critical", "advisoryurl": "https://github.com/advisories/GHSA-aaaa-bbbb-cccc" }] }
                  ],
                  "transitivePackages": [
                    { "id": "Newtonsoft.Json", "resolvedVersion": "12.0.1",
                      "vulnerabilities": [{ "severity": "High", "advisoryurl": "https://github.com/advisories/GHSA-5crp-9r3c-p9vr" }] }
                  ]
                }
              ]
            }
          ]
        }
        """;

    /// <summary>The same of a clean project and, as this was, of Newtonsoft.Json 12.0.1 on a feed without advisories.</summary>
    internal const string Clean =
        """{ "version": 1, "parameters": "--vulnerable --include-transitive", "sources": ["https://feed.example/index.json"], "projects": [{ "path": "/src/p.csproj" }] }""";

    private static readonly DotNetVulnerableReader Reader = new();

    [Fact]
    public void Direct_and_transitive_packages_are_named_with_their_advisories()
    {
        var outcome = HostileInput.Read(Reader, Found);
        Assert.Equal(new VulnerabilityScan("dotnet list package", "NuGet"), outcome.Observations[0]);
        Assert.Equal(
            [("Example.Json", "4.1.0", "GHSA-aaaa-bbbb-cccc", VulnerabilitySeverity.Critical), ("Newtonsoft.Json", "12.0.1", "GHSA-5crp-9r3c-p9vr", VulnerabilitySeverity.High)],
            outcome.Observations.OfType<Vulnerability>().Select(found => (found.Package, found.Version, found.Id, found.Severity)));
    }

    [Fact]
    public void A_report_without_findings_is_only_a_scan() => Assert.Equal([new VulnerabilityScan("dotnet list package", "NuGet")], HostileInput.Read(Reader, Clean).Observations);

    [Theory]
    [InlineData("--vulnerable ", "--outdated ", "not asked for vulnerable")]
    [InlineData(" --include-transitive", "", "leaves out what packages depend on")]
    [InlineData("\"version\": 1", "\"version\": 2", "version 1")]
    [InlineData("[{ \"path\": \"/src/p.csproj\" }]", "[]", "names no project")]
    [InlineData("\"sources\"", "\"problems\": [{ \"level\": \"error\", \"text\": \"No assets file was found\" }], \"sources\"", "No assets file")]
    public void A_report_that_shows_less_than_all_is_refused(string old, string replacement, string what) =>
        Assert.Contains(what, HostileInput.Read(Reader, Clean.Replace(old, replacement, StringComparison.Ordinal)).Error!.What, StringComparison.Ordinal);

    [Fact]
    public void It_is_refused_wherever_it_is_cut_off_and_never_throws()
    {
        HostileInput.IsRefusedWhereverItIsCutOff(Reader, Found);
        HostileInput.NeverThrows(Reader, Found);
        HostileInput.IsTooDeep(Reader, HostileInput.Nested("{\"version\":1,\"x\":", "[", 70, "", "]", "}"));
        Assert.Equal(EvidenceErrors.Unreadable, HostileInput.Read(Reader, "null").Error?.Kind ?? EvidenceErrors.Unreadable);
    }
}
