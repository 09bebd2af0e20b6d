using Assay.Core.Changes;
using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Core.Observations;
using Assay.Core.Standards;
using Assay.Tests.Evidence.CycloneDx;
using Assay.Tests.Evidence.OsvScanner;
using Assay.Tests.Evidence.VulnerabilityScans;
using Assay.Tests.Support;

namespace Assay.Tests.Judging;

/// <summary>An advisory that comes up while a change is made that has nothing to do with it.</summary>
public sealed class InheritedTests
{
    /// <summary>Catches unrelated work being held up by what was known only yesterday.</summary>
    [Fact]
    public void A_change_that_brings_no_package_owes_the_advisory_until_the_deadline_of_the_standard()
    {
        var finding = Of(Advisory(daysAgo: 1), Edited("src/App.cs"));

        Assert.Equal(Status.Owed, finding.Status);
        Assert.Contains("there before this change", finding.Reason, StringComparison.Ordinal);
        Assert.Contains("owned by platform", finding.Reason, StringComparison.Ordinal);
    }

    /// <summary>Catches a deadline that nobody keeps.</summary>
    [Fact]
    public void After_the_deadline_it_blocks_every_change() => Assert.Equal(Status.Fail, Of(Advisory(daysAgo: 31), Edited("src/App.cs")).Status);

    /// <summary>Catches a package that comes in under the name of an old one.</summary>
    [Theory]
    [InlineData("App.csproj")]
    [InlineData("packages.lock.json")]
    [InlineData("Directory.Packages.props")]
    [InlineData("nuget.config")]
    [InlineData("deps.xml")]
    [InlineData("setup.py")]
    public void A_change_that_edits_what_is_installed_is_blocked(string file) => Assert.Equal(Status.Fail, Of(Advisory(daysAgo: 1), Edited(file)).Status);

    /// <summary>Catches a source without dates being given all the time there is.</summary>
    [Fact]
    public void An_advisory_without_a_date_blocks() => Assert.Equal(Status.Fail, Of(OsvScannerReaderTests.Found, Edited("src/App.cs")).Status);

    /// <summary>Catches a release with a known way in.</summary>
    [Fact]
    public void A_release_waits_for_it() => Assert.Equal(Status.Fail, Of(Advisory(daysAgo: 1), Edited("src/App.cs"), Phase.Deployment).Status);

    /// <summary>Catches a state that is called good because nothing changed.</summary>
    [Fact]
    public void What_stands_is_judged_as_it_stands() => Assert.Equal(Status.Fail, Of(Advisory(daysAgo: 1), null).Status);

    private static ChangedFile Edited(string path) => new(path, null, ChangeKind.Modified, [new Hunk(1, ["before"], 1, ["after"])]);

    private static string Advisory(int daysAgo) => OsvScannerReaderTests.Found.Replace("\"id\": \"GHSA-5crp-9r3c-p9vr\",",
        $"\"id\": \"GHSA-5crp-9r3c-p9vr\", \"published\": \"{Samples.Noon.AddDays(-daysAgo):yyyy-MM-dd'T'HH:mm:ss'Z'}\",", StringComparison.Ordinal);

    private static Finding Of(string advisories, ChangedFile? edited, Phase phase = Phase.CodeCompletion)
    {
        var lab = new Lab { Phase = phase, Judged = edited is null ? Judged.State : Judged.Change, Configuration = configuration => configuration with { Owners = ["platform"] } }
            .File("App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><PackageReference Include=\"Newtonsoft.Json\" Version=\"12.0.1\" /></ItemGroup></Project>")
            .Report("bom.json", CycloneDxWriterTests.Written([new("NuGet", "Newtonsoft.Json", "12.0.1")]), StepKind.Sbom)
            .Report("scans.json", VulnerabilityScansReaderTests.Written(new VulnerabilityScan("OSV", "NuGet", "Newtonsoft.Json 12.0.1: GHSA-5crp-9r3c-p9vr")), StepKind.Vulnerabilities)
            .Report("osv.json", advisories, StepKind.Vulnerabilities);
        return (edited is null ? lab : lab.Edited(edited)).Of("vulnerabilities_high");
    }
}
