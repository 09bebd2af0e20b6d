using System.Text;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Evidence.Osv;
using Assay.Evidence.OsvScanner;
using Assay.Tests.Evidence.Osv;
using Assay.Tests.Toolchains;

namespace Assay.Tests.Evidence.OsvScanner;

public sealed class OsvScannerReaderTests
{
    /// <summary>In the form that osv-scanner documents for --format json; the tool itself is not to be had where these tests run.</summary>
    internal static readonly string Found =
        $$"""
        { "results": [{ "source": { "path": "/src/packages.lock.json", "type": "lockfile" },
            "packages": [{ "package": { "name": "Newtonsoft.Json", "version": "12.0.1", "ecosystem": "NuGet" },
              "groups": [{ "ids": ["GHSA-5crp-9r3c-p9vr"], "aliases": ["CVE-2024-21907"], "max_severity": "7.5" }],
              "vulnerabilities": [{{Advisories.Newtonsoft}}] }] }],
          "experimental_config": { "licenses": { "summary": false } } }
        """;

    private static readonly OsvScannerReader Reader = new();

    [Fact]
    public void Each_vulnerability_has_its_aliases_severity_and_the_version_that_mends_it()
    {
        var outcome = HostileInput.Read(Reader, Found);
        Assert.Equal(new VulnerabilityScan("OSV", "NuGet"), outcome.Observations[0]);
        var found = Assert.IsType<Vulnerability>(outcome.Observations[1]);
        Assert.Equal(("Newtonsoft.Json", "12.0.1", "GHSA-5crp-9r3c-p9vr", VulnerabilitySeverity.High, "13.0.1"), (found.Package, found.Version, found.Id, found.Severity, found.FixedIn));
        Assert.Equal(["CVE-2024-21907"], found.Aliases);
    }

    [Fact]
    public void What_a_search_in_a_local_database_writes_reads_back_as_found()
    {
        using var folder = new TempFolder();
        folder.Write("db/1.json", Advisories.Newtonsoft);
        var advisory = Assert.Single(OsvDatabase.Search(folder.File("db"), new HashSet<(string, string)> { ("NuGet", "newtonsoft.json") }, TestContext.Current.CancellationToken).Concerning);
        using var written = new MemoryStream();
        OsvResultsWriter.Write(written, "db", [("NuGet", "Newtonsoft.Json", "12.0.1", [advisory])]);
        Assert.True(Reader.Claims(ContentHead.Of(written.ToArray())));
        var found = HostileInput.Read(Reader, written.ToArray()).Observations.OfType<Vulnerability>();
        var expected = OsvMatch.Of(advisory, "OSV", "NuGet", "Newtonsoft.Json", "12.0.1")!;
        var read = Assert.Single(found);
        Assert.Equal(expected with { Aliases = [] }, read with { Aliases = [] });
        Assert.Equal(expected.Aliases, read.Aliases);
    }

    [Fact]
    public void A_report_without_results_names_no_ecosystem()
    {
        Assert.Empty(HostileInput.Read(Reader, """{ "results": [], "experimental_config": {} }""").Observations);
        Assert.True(Reader.Claims(ContentHead.Of(Encoding.UTF8.GetBytes("""{ "results": [], "experimental_config": {} }"""))));
    }

    [Fact]
    public void It_is_refused_wherever_it_is_cut_off_and_never_throws()
    {
        HostileInput.IsRefusedWhereverItIsCutOff(Reader, Found);
        HostileInput.NeverThrows(Reader, Found);
    }
}
