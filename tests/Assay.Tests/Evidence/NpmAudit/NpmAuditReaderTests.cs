using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Evidence.NpmAudit;

namespace Assay.Tests.Evidence.NpmAudit;

public sealed class NpmAuditReaderTests
{
    /// <summary>As npm 11.19 printed it for lodash 4.17.11 and a package that depends on it, against a local registry; shortened.</summary>
    internal const string Found =
        """
        {
          "auditReportVersion": 2,
          "vulnerabilities": {
            "lodash": {
              "name": "lodash", "severity": "critical", "isDirect": true,
              "via": [
                { "source": 1065, "name": "lodash", "dependency": "lodash", "title": "Prototype Pollution in lodash", "url": "https://github.com/advisories/GHSA-jf85-cpcp-j695",
                  "severity": "critical", "cwe": ["CWE-1321"], "cvss": { "score": 9.1, "vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H" }, "range": "<4.17.12" },
                { "source": 1094, "name": "lodash", "dependency": "lodash", "title": "Command Injection in lodash", "url": "https://github.com/advisories/GHSA-35jh-r3h4-6jhm",
                  "severity": "high", "cwe": ["CWE-77"], "cvss": { "score": 7.2, "vectorString": null }, "range": ">=1.0.0 <4.17.21" }
              ],
              "effects": ["user"], "range": "<=4.17.15", "nodes": ["node_modules/lodash"],
              "fixAvailable": { "name": "lodash", "version": "4.17.21", "isSemVerMajor": false }
            },
            "user": { "name": "user", "severity": "critical", "isDirect": true, "via": ["lodash"], "effects": [], "range": "*", "nodes": ["node_modules/user"], "fixAvailable": true }
          },
          "metadata": { "vulnerabilities": { "info": 0, "low": 0, "moderate": 0, "high": 0, "critical": 2, "total": 2 }, "dependencies": { "prod": 3, "total": 2 } }
        }
        """;

    internal const string Clean =
        """{ "auditReportVersion": 2, "vulnerabilities": {}, "metadata": { "vulnerabilities": { "total": 0 }, "dependencies": { "prod": 2, "total": 1 } } }""";

    /// <summary>As npm 11.19 prints it where the registry has no advisories.</summary>
    private const string Refused =
        """{ "message": "405 Method Not Allowed", "method": "POST", "headers": {}, "statusCode": 405, "body": "", "error": { "summary": "", "detail": "" } }""";

    private static readonly NpmAuditReader Reader = new();

    [Fact]
    public void Each_advisory_of_a_package_counts_and_packages_that_only_depend_on_it_do_not()
    {
        var outcome = HostileInput.Read(Reader, Found);
        Assert.Equal(new VulnerabilityScan("npm audit", "npm"), outcome.Observations[0]);
        Assert.Equal(
            [("lodash", "GHSA-jf85-cpcp-j695", VulnerabilitySeverity.Critical, "4.17.12"), ("lodash", "GHSA-35jh-r3h4-6jhm", VulnerabilitySeverity.High, "4.17.21")],
            outcome.Observations.OfType<Vulnerability>().Select(found => (found.Package, found.Id, found.Severity, found.FixedIn)));
    }

    [Theory]
    [InlineData("<1.0.0 || >=2.0.0 <2.1.0")]
    [InlineData("<=1.2.3")]
    [InlineData("*")]
    public void A_range_that_does_not_say_the_next_version_gives_none(string range) =>
        Assert.All(HostileInput.Read(Reader, Found.Replace("<4.17.12", range, StringComparison.Ordinal)).Observations.OfType<Vulnerability>().Take(1), found => Assert.Null(found.FixedIn));

    [Fact]
    public void What_npm_prints_without_advisories_is_nobodys_report() => Assert.False(Reader.Claims(ContentHead.Of(System.Text.Encoding.UTF8.GetBytes(Refused))));

    [Theory]
    [InlineData("\"auditReportVersion\": 2", "\"auditReportVersion\": 1", "only version 2")]
    [InlineData("\"metadata\"", "\"other\"", "no 'metadata'")]
    [InlineData("\"metadata\"", "\"error\": {}, \"metadata\"", "ended with an error")]
    public void A_report_that_is_not_whole_is_refused(string old, string replacement, string what) =>
        Assert.Contains(what, HostileInput.Read(Reader, Clean.Replace(old, replacement, StringComparison.Ordinal)).Error!.What, StringComparison.Ordinal);

    [Fact]
    public void It_is_refused_wherever_it_is_cut_off_and_never_throws()
    {
        HostileInput.IsRefusedWhereverItIsCutOff(Reader, Found);
        HostileInput.NeverThrows(Reader, Found);
    }
}
