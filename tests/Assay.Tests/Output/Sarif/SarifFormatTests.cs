using System.Text;
using System.Text.Json;
using Assay.Core.Judging;
using Assay.Core.Observations;
using Assay.Evidence;

namespace Assay.Tests.Output.Sarif;

/// <summary>Every blocking finding at its place, in a file that our own strict reader takes.</summary>
public sealed class SarifFormatTests
{
    [Fact]
    public void Each_blocking_criterion_has_a_result_and_nothing_else_has()
    {
        foreach (var verdict in Verdicts.All.Values.Select(make => make()))
        {
            var rules = Results(VerdictFormatsTests.Write(verdict, "sarif")).Select(result => result.GetProperty("ruleId").GetString()).Distinct().Order();
            Assert.Equal(verdict.Gates.SelectMany(gate => gate.Findings).Where(finding => finding.Status.Blocks()).Select(finding => finding.Criterion.Id).Distinct().Order(), rules);
        }
    }

    [Fact]
    public void A_finding_stands_at_its_lines()
    {
        var result = Results(VerdictFormatsTests.Write(Verdicts.Blocked(), "sarif")).Single(result => result.GetProperty("ruleId").GetString() == "coverage_changed_lines");
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("src/Refund.cs", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal((88, 89), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("endLine").GetInt32()));
    }

    [Fact]
    public void Every_result_has_a_place_since_one_without_is_shown_nowhere() =>
        Assert.All(Results(VerdictFormatsTests.Write(Verdicts.All["no-evidence"](), "sarif")), result => Assert.Equal(1, result.GetProperty("locations").GetArrayLength()));

    [Fact]
    public void The_reader_of_sarif_takes_it()
    {
        foreach (var verdict in Verdicts.All.Values.Select(make => make()))
        {
            var read = EvidenceFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(VerdictFormatsTests.Write(verdict, "sarif"))), EvidenceReaders.All, TestContext.Current.CancellationToken);
            Assert.True(read.Error is null, read.Error?.What);
            Assert.Single(read.Observations.OfType<ToolRun>());
        }
    }

    /// <summary>Catches results that code scanning cannot tell apart or finds again as new ones, and rules without words.</summary>
    [Fact]
    public void Results_have_an_identity_of_their_own_a_relative_address_and_a_rule_with_help()
    {
        foreach (var make in Verdicts.All.Values)
        {
            var run = JsonDocument.Parse(VerdictFormatsTests.Write(make(), "sarif")).RootElement.GetProperty("runs")[0];
            var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
            var results = run.GetProperty("results").EnumerateArray().ToList();
            Assert.Equal(results.Count, results.Select(result => result.GetProperty("partialFingerprints").GetProperty("assay/v1").GetString()).Distinct().Count());
            Assert.All(results, result =>
            {
                Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
                var artifact = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
                Assert.True(Uri.TryCreate(artifact.GetProperty("uri").GetString(), UriKind.Relative, out _));
                Assert.False(artifact.GetProperty("uri").GetString()!.StartsWith('/'));
                Assert.True(run.GetProperty("originalUriBaseIds").TryGetProperty(artifact.GetProperty("uriBaseId").GetString()!, out var _));
            });
            Assert.All(rules.EnumerateArray(), rule => Assert.All((string[])["text", "markdown"], form => Assert.NotEqual("", rule.GetProperty("help").GetProperty(form).GetString())));
        }
    }

    private static List<JsonElement> Results(string sarif) => [.. JsonDocument.Parse(sarif).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];
}
