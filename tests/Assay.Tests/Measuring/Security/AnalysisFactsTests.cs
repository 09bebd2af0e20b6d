using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Core.Measuring.Security;
using Assay.Tests.Support;

namespace Assay.Tests.Measuring.Security;

public class AnalysisFactsTests
{
    private static Lab CSharp => new Lab().File("src/A.cs", "class A { }").File("tests/A.Tests.py", "");

    private static string Sarif(string tool, params string[] results) =>
        $$$"""{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"{{{tool}}}"}},"results":[{{{string.Join(',', results)}}}]}]}""";

    private static string Result(string rule, string file = "src/A.cs", string? severity = null, bool suppressed = false, int line = 3)
    {
        string rated = severity is null ? "" : $$$""","properties":{"security-severity":"{{{severity}}}"}""";
        string off = suppressed ? ""","suppressions":[{"kind":"inSource"}]""" : "";
        return $$$$"""{"ruleId":"{{{{rule}}}}","message":{"text":"found"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"{{{{file}}}}"},"region":{"startLine":{{{{line}}}} }}}]{{{{rated}}}}{{{{off}}}} }""";
    }

    private static Lab Analysed(params string[] results) =>
        new Lab().File("src/A.cs", "class A { }").Report("analysis.sarif", Sarif(AnalysisTools.DotNet, results), StepKind.Analysis);

    [Fact]
    [Shows("analysis_critical", Status.Pass)]
    [Shows("analysis_high", Status.Pass)]
    public void A_probed_analysis_may_find_nothing()
    {
        Assert.Equal(Status.Pass, Analysed().Of("analysis_critical").Status);
        Assert.Equal(Status.Pass, Analysed().Of("analysis_high").Status);
    }

    [Theory]
    [Shows("analysis_critical", Status.Fail)]
    [Shows("analysis_high", Status.Fail)]
    [InlineData("CA3001", null, Status.Fail, Status.Pass)]
    [InlineData("CA2100", null, Status.Pass, Status.Fail)]
    [InlineData("CA5351", null, Status.Pass, Status.Fail)]
    [InlineData("CA5394", null, Status.Pass, Status.Pass)]
    [InlineData("CA9999", null, Status.Pass, Status.Fail)]
    [InlineData("X1", "9.0", Status.Fail, Status.Pass)]
    [InlineData("X1", "8.9", Status.Pass, Status.Fail)]
    [InlineData("X1", "7.0", Status.Pass, Status.Fail)]
    [InlineData("X1", "6.9", Status.Pass, Status.Pass)]
    public void A_finding_counts_by_its_severity_or_by_that_of_its_rule(string rule, string? severity, Status critical, Status high)
    {
        Lab lab = Analysed(Result(rule, severity: severity));
        Assert.Equal((critical, high), (lab.Of("analysis_critical").Status, lab.Of("analysis_high").Status));
        if (critical == Status.Fail) Assert.Equal(("src/A.cs", 3), (lab.Of("analysis_critical").Locations[0].File, lab.Of("analysis_critical").Locations[0].Line));
    }

    [Theory]
    [Shows("analysis_critical", Status.Missing)]
    [Shows("analysis_high", Status.Missing)]
    [InlineData("analysis_critical")]
    [InlineData("analysis_high")]
    public void A_language_that_no_analysis_looked_at_is_missing_and_named(string criterion)
    {
        Finding none = CSharp.Of(criterion);
        Assert.Equal(Status.Missing, none.Status);
        Assert.Contains("C#", none.Reason);
        Finding half = Analysed().File("src/Other.java", "class Other { }").Of(criterion);
        Assert.Equal(Status.Missing, half.Status);
        Assert.Contains("Java (src/Other.java)", half.Reason);
    }

    [Fact]
    public void A_comment_in_the_code_that_switches_a_rule_off_is_not_heard()
    {
        Finding finding = Analysed(Result("CA3001", suppressed: true)).Of("analysis_critical");
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Contains("switched off in the code", Assert.Single(finding.Locations).Note);
    }

    [Fact]
    public void An_analysis_that_found_nothing_and_was_never_shown_to_find_anything_is_an_error() =>
        Assert.Equal(Status.Error, new Lab().File("src/A.cs", "class A { }").Report("x.sarif", Sarif("CodeQL"), StepKind.Other, probed: false).Of("analysis_high").Status);

    [Fact]
    public void Another_tool_proves_itself_and_its_language_by_a_result() =>
        Assert.Equal(Status.Pass, new Lab().File("src/A.java", "class A { }")
            .Report("x.sarif", Sarif("CodeQL", Result("java/x", "src/A.java", "3.1")), StepKind.Other, probed: false).Of("analysis_high").Status);

    [Fact]
    public void A_tool_that_rates_what_concerns_security_says_by_its_silence_that_the_rest_does_not() =>
        Assert.Equal(Status.Pass, Analysed(Result("quality", line: 9), Result("X1", severity: "3.0")).Of("analysis_high").Status);

    [Theory]
    [InlineData("0.1", null)]
    [InlineData(null, "0.1")]
    public void A_second_report_of_the_same_place_never_lowers_what_the_first_says(string? first, string? second)
    {
        Lab lab = new Lab().File("src/A.cs", "class A { }");
        foreach (var (name, tool, severity) in new[] { ("a.sarif", first is null ? AnalysisTools.DotNet : "CodeQL", first), ("b.sarif", second is null ? AnalysisTools.DotNet : "CodeQL", second) })
            lab.Report(name, Sarif(tool, Result("CA3001", severity: severity)), severity is null ? StepKind.Analysis : StepKind.Other, probed: severity is null);
        Assert.Equal(Status.Fail, lab.Of("analysis_critical").Status);
        Assert.Single(lab.Of("analysis_critical").Locations);
    }

    [Theory]
    [InlineData("\"level\":\"error\"", "X2", Status.Pass, Status.Fail)]
    [InlineData("\"level\":\"warning\"", "CA3001", Status.Fail, Status.Pass)]
    [InlineData("\"level\":\"warning\"", "X2", Status.Pass, Status.Pass)]
    [InlineData("\"level\":\"warning\",\"properties\":{\"tags\":[\"external/cwe/cwe-089\"]}", "X2", Status.Pass, Status.Fail)]
    [InlineData("\"level\":\"warning\",\"properties\":{\"tags\":[1,{},\"security\"]}", "X2", Status.Pass, Status.Fail)]
    [InlineData("\"level\":\"note\"", "X2", Status.Pass, Status.Pass)]
    public void A_tool_that_rates_one_rule_hides_no_error_or_weakness_that_it_does_not_rate(string more, string rule, Status critical, Status high)
    {
        Lab lab = Analysed(Result(rule, line: 9).Replace("{\"ruleId\"", $"{{{more},\"ruleId\"", StringComparison.Ordinal), Result("X1", severity: "3.0"));
        Assert.Equal((critical, high), (lab.Of("analysis_critical").Status, lab.Of("analysis_high").Status));
    }

    [Theory]
    [InlineData("src/A.java", "\"level\":\"note\"", Status.Error)]
    [InlineData("src/Gone.java", "\"level\":\"warning\"", Status.Error)]
    [InlineData("src/A.java", "\"kind\":\"review\"", Status.Error)]
    [InlineData("src/A.java", "\"kind\":\"open\"", Status.Error)]
    [InlineData("notes.txt", "\"level\":\"warning\"", Status.Missing)]
    [InlineData("src/A.java", "\"level\":\"warning\"", Status.Pass)]
    public void Only_what_is_found_in_production_code_that_is_there_proves_a_tool_and_its_language(string file, string more, Status status) =>
        Assert.Equal(status, new Lab().File("src/A.java", "class A { }").File("notes.txt", "x")
            .Report("x.sarif", Sarif("unknown", Result("r", file, "1.0").Replace("{\"ruleId\"", $"{{{more},\"ruleId\"", StringComparison.Ordinal)), StepKind.Other, probed: false).Of("analysis_high").Status);

    [Fact]
    public void Weaknesses_of_tests_are_not_counted() =>
        Assert.Equal(Status.Pass, new Lab { Configuration = configuration => configuration with { Tests = ["tests/**"] } }.File("src/A.cs", "class A { }").File("tests/B.cs", "class B { }")
            .Report("analysis.sarif", Sarif(AnalysisTools.DotNet, Result("CA3001", "tests/B.cs")), StepKind.Analysis).Of("analysis_critical").Status);

    [Fact]
    public void An_analysis_of_other_content_is_stale() =>
        Assert.Equal(Status.Stale, new Lab().File("src/A.cs", "class A { }").Report("analysis.sarif", Sarif(AnalysisTools.DotNet), StepKind.Analysis, subject: "sha256:other").Of("analysis_high").Status);

    [Fact]
    public void Every_severity_of_the_table_lies_in_its_range() =>
        Assert.All(SecurityRules.All, rule => Assert.InRange(SecurityRules.Of(rule)!.Value, 0.1m, 10m));
}
