using System.Text;
using System.Xml.Linq;
using Assay.Core.Observations;
using Assay.Toolchains.Node;
using Assay.Toolchains.Node.Testing;

namespace Assay.Tests.Toolchains.Node;

public sealed class NodeReportsTests
{
    [Fact]
    public void What_the_compiler_prints_becomes_findings_at_their_places()
    {
        string[] printed =
        [
            "src/a.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'.",
            "  Type 'x' is not assignable.",
            "../shared/b(1).ts(10,1): error TS1005: ';' expected.",
            "error TS18003: No inputs were found in config file 'tsconfig.json'.",
            "",
        ];

        Assert.Equal(
            [
                new(FindingCategory.Types, "tsc", "TS2322", Severity.Error, "Type 'string' is not assignable to type 'number'.", "web/src/a.ts", 3),
                new(FindingCategory.Types, "tsc", "TS1005", Severity.Error, "';' expected.", "shared/b(1).ts", 10),
                new(FindingCategory.Types, "tsc", "TS18003", Severity.Error, "No inputs were found in config file 'tsconfig.json'."),
            ],
            TscOutput.Read(printed, "web").ToArray());
    }

    [Fact]
    public void What_eslint_reports_becomes_findings_and_suppressed_messages_do_not()
    {
        EslintReport report = EslintReport.Read("""
            [{"filePath": "/r/src/a.ts", "messages": [
                {"ruleId": "no-var", "severity": 2, "message": "Unexpected var.", "line": 3, "column": 1, "endLine": 4},
                {"ruleId": "eqeqeq", "severity": 1, "message": "Expected '==='.", "line": 5, "column": 1},
                {"ruleId": null, "fatal": true, "severity": 2, "message": "Parsing error", "line": 1, "column": 1}],
              "suppressedMessages": [{"ruleId": "no-eval", "severity": 2, "message": "x", "line": 9, "column": 1, "suppressions": []}]},
             {"filePath": "/r/src/b.ts", "messages": [], "suppressedMessages": []}]
            """u8.ToArray(), "/r")!;

        Assert.Equal(2, report.Files);
        Assert.Equal(
            [
                new(FindingCategory.Lint, "ESLint", "no-var", Severity.Error, "Unexpected var.", "src/a.ts", 3, 4),
                new(FindingCategory.Lint, "ESLint", "eqeqeq", Severity.Warning, "Expected '==='.", "src/a.ts", 5),
                new(FindingCategory.Lint, "ESLint", "", Severity.Error, "Parsing error", "src/a.ts", 1),
            ],
            report.Findings.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{")]
    [InlineData("{}")]
    [InlineData("""[{"filePath": "/r/a.ts"}]""")]
    public void A_lint_report_that_is_none_is_not_taken_for_a_clean_one(string json) =>
        Assert.Null(EslintReport.Read(Encoding.UTF8.GetBytes(json), "/r"));

    [Fact]
    public void A_jest_result_becomes_junit_with_a_failed_test_for_a_file_that_did_not_load()
    {
        using var junit = new MemoryStream();

        JestReport.Write(JestReport.Read("""
            {"numTotalTests": 3, "coverageMap": {"/r/m.js": {"s": {"0": 1}}}, "testResults": [
              {"name": "/r/test/a.test.js", "status": "failed", "message": "", "assertionResults": [
                {"ancestorTitles": ["suite", "inner"], "title": "passes", "status": "passed", "failureMessages": []},
                {"ancestorTitles": [], "title": "fails <&>", "status": "failed", "failureMessages": ["Error: expected \u001b[31m1\u001b[0m\n  at x"]},
                {"ancestorTitles": ["suite"], "title": "later", "status": "todo"}]},
              {"name": "/r/test/broken.test.js", "status": "failed", "message": "Cannot find module './missing'", "assertionResults": []}],
             "wasInterrupted": false}
            """u8.ToArray(), "/r")!.Value, junit);

        junit.Position = 0;
        var cases = XDocument.Load(junit).Descendants("testcase").ToList();
        Assert.Equal(["suite > inner > passes", "fails <&>", "suite > later", "test/broken.test.js"], cases.Select(test => test.Attribute("name")!.Value));
        Assert.Equal(["", "failure", "skipped", "failure"], cases.Select(test => test.Elements().FirstOrDefault()?.Name.LocalName ?? ""));
        Assert.Equal("Error: expected [31m1[0m", cases[1].Element("failure")!.Attribute("message")!.Value);
        Assert.Equal("test/a.test.js", cases[0].Attribute("classname")!.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"testResults": [{"name": "a"}]}""")]
    [InlineData("""{"testResults": [""")]
    public void A_jest_result_that_is_cut_off_is_no_report(string json) =>
        Assert.Null(JestReport.Read(Encoding.UTF8.GetBytes(json), "/r"));

    [Theory]
    [InlineData("a|b|last", "last")]
    [InlineData("npm error code EUSAGE|npm error|npm error the lock file is out of date|npm error A complete log …", "the lock file is out of date")]
    [InlineData("x|ERR_PNPM_OUTDATED_LOCKFILE  Cannot install|Note that …", "ERR_PNPM_OUTDATED_LOCKFILE  Cannot install")]
    [InlineData("warn: This version of pnpm requires at least Node.js v22.13|warn: The current version is v20|Error [ERR_X]: No such module|at a (b)|Node.js v20.20.2", "warn: This version of pnpm requires at least Node.js v22.13")]
    [InlineData("throw new E(a);|Error [ERR_X]: No such module: node:sqlite|at a (b)|Node.js v20.20.2", "Error [ERR_X]: No such module: node:sqlite")]
    [InlineData("➤ YN0028: │ The lockfile would have been modified|➤ YN0000: └ Completed|➤ YN0000: · Failed with errors in 0s 49ms", "➤ YN0028: │ The lockfile would have been modified")]
    [InlineData("a|Node.js v20.20.2", "Node.js v20.20.2")]
    [InlineData("", null)]
    public void Of_all_that_a_broken_tool_prints_the_line_with_the_cause_is_shown(string printed, string? cause) =>
        Assert.Equal(cause, Outcomes.Cause(printed.Split('|', StringSplitOptions.RemoveEmptyEntries)));
}
