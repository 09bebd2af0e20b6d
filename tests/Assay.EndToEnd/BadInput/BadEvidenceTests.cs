using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.BadInput;

/// <summary>Evidence that cannot be read blocks by <c>evidence_taken</c>, exit code 1, and says how to mend it.</summary>
public sealed class BadEvidenceTests
{
    public static TheoryData<string, string, string> Broken => new()
    {
        { "empty.xml", "", "ASY1404" },
        { "cut.xml", "<coverage line-rate=\"1\"><packages><package name=\"a\">", "ASY1403" },
        { "entity.xml", "<!DOCTYPE coverage [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><coverage line-rate=\"1\"><packages>&x;</packages></coverage>", "ASY1405" },
        { "laughs.xml", "<!DOCTYPE coverage [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><coverage line-rate=\"1\"><sources><source>&b;</source></sources></coverage>", "ASY1405" },
        { "deep.json", "{\"version\":\"2.1.0\",\"runs\":[" + string.Concat(Enumerable.Repeat("{\"properties\":", 10_000)) + "{}" + new string('}', 10_000) + "]}", "ASY1406" },
        { "unknown.txt", "all tests passed, trust me", "ASY1401" },
        { "old.sarif", "{\"$schema\":\"http://json.schemastore.org/sarif-1.0.0\",\"version\":\"1.0.0\",\"runs\":[]}", "ASY1412" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_report_blocks_with_its_code(string file, string content, string code)
    {
        using var repository = NodeProject.Create();
        repository.Write(".gitignore", "out/\n.assay/\n");
        repository.Write($"out/{file}", content);
        var run = repository.Assay("check", "--no-collect", "--format", "json", "--evidence", $"out/{file}");
        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Equal("fail", run.Status("evidence_taken"));
        Assert.Contains(run.Json.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("code").GetString() == code);
        Assert.DoesNotContain("root:", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_is_not_there_blocks()
    {
        using var repository = NodeProject.Create();
        Assert.Equal("fail", repository.Assay("check", "--no-collect", "--format", "json", "--evidence", "out/none.xml").Status("evidence_taken"));
    }

    [Fact]
    public void A_configured_pattern_that_matches_nothing_blocks()
    {
        using var repository = NodeProject.Create();
        repository.Write("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - id: adder\n    path: .\n    evidence: [\"reports/**/*.xml\"]\n");
        repository.Commit("configuration");
        var run = repository.Assay("check", "--no-collect", "--format", "json");
        Assert.Equal((1, "fail"), (run.ExitCode, run.Status("evidence_taken")));
        Assert.Contains(run.Json.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("code").GetString() == "ASY1202");
    }

    [Fact]
    public void A_report_that_git_tracks_blocks()
    {
        using var repository = NodeProject.Create();
        repository.Write("reports/junit.xml", "<testsuites tests=\"1\"><testsuite name=\"s\" tests=\"1\"><testcase classname=\"a\" name=\"b\"/></testsuite></testsuites>");
        repository.Commit("a report");
        var run = repository.Assay("check", "--no-collect", "--format", "json", "--evidence", "reports/junit.xml");
        Assert.Contains(run.Json.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("code").GetString() == "ASY1407");
        Assert.Equal("fail", run.Status("evidence_taken"));
    }

    [Fact]
    public void A_link_that_leads_out_of_the_repository_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "making links needs a privilege there");
        using var repository = NodeProject.Create();
        repository.Write(".gitignore", "out/\n.assay/\n");
        Directory.CreateDirectory(repository.FullPath("out"));
        File.CreateSymbolicLink(repository.FullPath("out/junit.xml"), "/etc/passwd");
        var run = repository.Assay("check", "--no-collect", "--format", "json", "--evidence", "out");
        Assert.Contains(run.Json.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("code").GetString() == "ASY1411");
    }

    [Fact]
    public void A_report_of_zero_tests_and_coverage_of_nothing_show_nothing()
    {
        using var repository = NodeProject.Create();
        repository.Write(".gitignore", "out/\n.assay/\n");
        repository.Write("out/junit.xml", "<testsuites tests=\"0\"></testsuites>");
        repository.Write("out/cobertura.xml", "<coverage line-rate=\"1\" branch-rate=\"1\"><sources/><packages/></coverage>");
        var run = repository.Assay("check", "--no-collect", "--profile", "standard", "--format", "json", "--evidence", "out");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(run.Status("tests_run"), (string[])["fail", "missing"]);
        Assert.Contains(run.Status("coverage_lines"), (string[])["fail", "missing"]);
    }
}
