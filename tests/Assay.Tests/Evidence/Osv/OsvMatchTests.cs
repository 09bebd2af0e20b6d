using System.Text;
using Assay.Core.Observations;
using Assay.Evidence.Json;
using Assay.Evidence.Osv;

namespace Assay.Tests.Evidence.Osv;

public sealed class OsvMatchTests
{
    [Theory]
    [InlineData("""{ "introduced": "0" }, { "fixed": "2.0.0" }""", "1.9.9", true)]
    [InlineData("""{ "introduced": "0" }, { "fixed": "2.0.0" }""", "2.0.0", false)]
    [InlineData("""{ "introduced": "0" }, { "fixed": "2.0.0" }""", "2.0.0-rc.1", true)]
    [InlineData("""{ "introduced": "1.5.0" }, { "fixed": "2.0.0" }""", "1.4.9", false)]
    [InlineData("""{ "introduced": "1.5.0" }, { "last_affected": "1.8.0" }""", "1.8.0", true)]
    [InlineData("""{ "introduced": "1.5.0" }, { "last_affected": "1.8.0" }""", "1.8.1", false)]
    [InlineData("""{ "fixed": "2.0.0" }, { "introduced": "0" }""", "1.0.0", true)]
    [InlineData("""{ "introduced": "0" }, { "fixed": "1.0.0" }, { "introduced": "2.0.0" }, { "fixed": "2.1.0" }""", "1.5.0", false)]
    [InlineData("""{ "introduced": "0" }, { "fixed": "1.0.0" }, { "introduced": "2.0.0" }, { "fixed": "2.1.0" }""", "2.0.5", true)]
    [InlineData("""{ "introduced": "0" }""", "99.0.0", true)]
    [InlineData("""{ "introduced": "0" }, { "fixed": "2.0.0" }""", "no-version", true)]
    [InlineData("""{ "introduced": "zero" }, { "fixed": "2.0.0" }""", "9.0.0", true)]
    public void A_version_is_concerned_as_OSV_evaluates_ranges_and_in_doubt(string events, string version, bool concerned) =>
        Assert.Equal(concerned, Match(Advisories.One("X-1", "npm", "a", events, type: "SEMVER"), "npm", "a", version) is not null);

    [Fact]
    public void A_listed_version_is_concerned_also_without_a_range()
    {
        var advisory = Advisories.One("X-1", "PyPI", "A.b", "", versions: """["1.0", "1.1"]""", type: "GIT");
        Assert.NotNull(Match(advisory, "PyPI", "a-B", "1.0.0"));
        Assert.Null(Match(advisory, "PyPI", "a-b", "1.2"));
        Assert.Null(Match(advisory, "npm", "A.b", "1.0"));
    }

    [Fact]
    public void The_version_that_mends_it_is_that_of_the_range_it_lies_in()
    {
        var advisory = Advisories.One("X-1", "NuGet", "A", """{ "introduced": "0" }, { "fixed": "1.0.5" }, { "introduced": "2.0.0" }, { "fixed": "2.1.0" }""");
        Assert.Equal("1.0.5", Match(advisory, "NuGet", "a", "1.0.0")!.FixedIn);
        Assert.Equal("2.1.0", Match(advisory, "NuGet", "A", "2.0.0")!.FixedIn);
    }

    [Fact]
    public void A_withdrawn_advisory_concerns_nothing() =>
        Assert.Null(Match(Advisories.One("X-1", "npm", "a", """{ "introduced": "0" }""", more: "\"withdrawn\": \"2026-01-01T00:00:00Z\","), "npm", "a", "1.0.0"));

    [Theory]
    [InlineData("MODERATE", "", VulnerabilitySeverity.Moderate)]
    [InlineData("", """ "severity": [{ "type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" }], """, VulnerabilitySeverity.Critical)]
    [InlineData("LOW", """ "severity": [{ "type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" }], """, VulnerabilitySeverity.Low)]
    [InlineData("", """ "severity": [{ "type": "CVSS_V4", "score": "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N" }], """, VulnerabilitySeverity.Unknown)]
    [InlineData("", "", VulnerabilitySeverity.Unknown)]
    public void Severity_is_the_databases_word_then_its_vector_then_unknown(string word, string more, VulnerabilitySeverity severity) =>
        Assert.Equal(severity, Match(Advisories.One("X-1", "npm", "a", """{ "introduced": "0" }""", word, more: more), "npm", "a", "1.0.0")!.Severity);

    private static Vulnerability? Match(string advisory, string ecosystem, string name, string version)
    {
        using var json = new JsonPull(new MemoryStream(Encoding.UTF8.GetBytes(advisory)), TestContext.Current.CancellationToken);
        json.BeginObject();
        return OsvMatch.Of(OsvParse.Read(json), "OSV", ecosystem, name, version);
    }
}
