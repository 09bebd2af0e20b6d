using System.Text;
using System.Xml.Linq;
using Assay.Core;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Observations;
using Assay.Core.Quantities;
using Assay.Evidence;

namespace Assay.Tests.Output.JUnit;

/// <summary>A criterion is a test case: blocked is red, not due is skipped, and the counts are true.</summary>
public sealed class JUnitFormatTests
{
    [Fact]
    public void Each_criterion_is_a_case_that_is_red_exactly_where_it_blocks()
    {
        foreach (var verdict in Verdicts.All.Values.Select(make => make()))
        {
            var cases = XDocument.Parse(VerdictFormatsTests.Write(verdict, "junit")).Descendants("testcase").ToList();
            var findings = verdict.Gates.SelectMany(gate => gate.Findings).ToList();
            Assert.Equal(findings.Count, cases.Count);
            Assert.Equal(findings.Select(finding => finding.Status.Blocks()), cases.Select(one => one.Element("failure") is not null || one.Element("error") is not null));
            Assert.Equal(findings.Select(finding => finding.Status is Status.NotDue or Status.NotApplicable or Status.Owed), cases.Select(one => one.Element("skipped") is not null));
        }
    }

    [Fact]
    public void The_reader_of_junit_takes_it_with_the_same_counts()
    {
        foreach (var verdict in Verdicts.All.Values.Select(make => make()))
        {
            var read = EvidenceFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(VerdictFormatsTests.Write(verdict, "junit"))), EvidenceReaders.All, TestContext.Current.CancellationToken);
            Assert.True(read.Error is null, read.Error?.What);
            Assert.Equal(verdict.Gates.Sum(gate => gate.Findings.Length), read.Observations.OfType<TestCase>().Count());
        }
    }

    /// <summary>Catches debt that looks like a passed test, or like a failed one.</summary>
    [Fact]
    public void What_is_owed_is_skipped_and_says_so()
    {
        var verdict = Verdicts.Owing();
        var cases = XDocument.Parse(VerdictFormatsTests.Write(verdict, "junit")).Descendants("testcase").ToList();
        Assert.DoesNotContain(cases, one => one.Element("failure") is not null || one.Element("error") is not null);
        Assert.Equal(verdict.Gates.SelectMany(gate => gate.Findings).Count(finding => finding.Status == Status.Owed),
            cases.Count(one => one.Element("skipped")?.Attribute("message")!.Value.StartsWith("owed: ", StringComparison.Ordinal) == true));
    }

    /// <summary>Catches a verdict that is lost because evidence holds a character that XML cannot: Azure and Jenkins would show nothing at all.</summary>
    [Fact]
    public void Characters_that_xml_cannot_hold_do_not_lose_the_report()
    {
        var verdict = new VerdictBuilder().Healthy("payments").Measured("payments", FactNames.LintFindings, Quantity.Count(1), "by x", "a \uffff b \ud800 c \0 d",
            new Location("src/a\ufffe.cs", 3, null, "n\uffff \udc00")).Build();
        var blocked = XDocument.Parse(VerdictFormatsTests.Write(verdict, "junit")).Descendants("testcase").Where(one => one.Element("failure") is not null).ToList();
        Assert.Equal("lint_clean", Assert.Single(blocked).Attribute("name")!.Value);
    }
}
