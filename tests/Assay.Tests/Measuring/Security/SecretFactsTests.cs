using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Tests.Support;

namespace Assay.Tests.Measuring.Security;

public class SecretFactsTests
{
    private const string Gitleaks =
        """[{"RuleID":"generic-api-key","Description":"d","StartLine":4,"EndLine":4,"Match":"key = hunter2hunter2","Secret":"hunter2hunter2","File":"src/A.cs","Fingerprint":"f"}]""";

    [Fact]
    [Shows("secrets", Status.Pass)]
    public void A_probed_scanner_may_find_nothing() =>
        Assert.Equal(Status.Pass, new Lab().Report("secrets.sarif", """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"secretlint"}},"results":[]}]}""", StepKind.Secrets).Of("secrets").Status);

    [Fact]
    [Shows("secrets", Status.Fail)]
    public void What_gitleaks_reports_fails_by_rule_and_place_and_never_by_its_text()
    {
        Finding finding = new Lab().Report("gitleaks.json", Gitleaks, StepKind.Other, probed: false).Of("secrets");
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Equal(("src/A.cs", 4, "generic-api-key"), (finding.Locations[0].File, finding.Locations[0].Line, finding.Locations[0].Note));
        Assert.DoesNotContain("hunter2", finding.ToString() + string.Concat(finding.Locations));
    }

    [Fact]
    [Shows("secrets", Status.Missing)]
    public void Without_a_scanner_there_is_no_zero() => Assert.Equal(Status.Missing, new Lab().File("src/A.cs", "class A { }").Of("secrets").Status);
}
