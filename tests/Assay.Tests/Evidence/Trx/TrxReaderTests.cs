using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Trx;

namespace Assay.Tests.Evidence.Trx;

public sealed class TrxReaderTests
{
    private const string Report = """
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun id="1" name="run" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results>
            <UnitTestResult executionId="1" testId="a" testName="Shop.CartTests.Adds(count: 1)" outcome="Passed" />
            <UnitTestResult executionId="2" testId="b" testName="Refunds" outcome="Failed">
              <Output><StdOut>noise</StdOut><ErrorInfo><Message>expected 1</Message><StackTrace>   at Shop.CartTests.Refunds()</StackTrace></ErrorInfo></Output>
            </UnitTestResult>
            <UnitTestResult executionId="3" testId="c" testName="Shop.CartTests.Later" outcome="NotExecuted" />
            <UnitTestResult executionId="4" testId="d" testName="Rows" outcome="Passed" resultType="DataDrivenTest">
              <InnerResults>
                <UnitTestResult executionId="5" parentExecutionId="4" testId="d" testName="Rows (1)" outcome="Passed" resultType="DataDrivenDataRow" />
                <UnitTestResult executionId="6" parentExecutionId="4" testId="d" testName="Rows (2)" outcome="Passed" resultType="DataDrivenDataRow" />
              </InnerResults>
            </UnitTestResult>
          </Results>
          <TestDefinitions>
            <UnitTest name="Adds" storage="/build/bin/debug/net10.0/shop.tests.dll" id="a"><TestMethod codeBase="/build/bin/Debug/net10.0/Shop.Tests.dll" className="Shop.CartTests" name="Adds" /></UnitTest>
            <UnitTest name="Refunds" storage="c:\bin\net48\shop.tests.dll" id="b"><TestMethod className="Shop.CartTests, Shop.Tests, Version=1.0.0.0" name="Refunds" /></UnitTest>
            <UnitTest name="Rows" storage="shop.tests.dll" id="d"><TestMethod className="Shop.CartTests" name="Rows" /></UnitTest>
          </TestDefinitions>
          <ResultSummary outcome="Failed">
            <Counters total="5" executed="4" passed="3" failed="1" error="0" timeout="0" aborted="0" inconclusive="0" notExecuted="0" />
            <RunInfos><RunInfo outcome="Error"><Text>[xUnit.net 00:00:00.5]     Refunds [FAIL]</Text></RunInfo><RunInfo outcome="Warning"><Text>slow</Text></RunInfo></RunInfos>
          </ResultSummary>
        </TestRun>
        """;

    private static readonly TrxReader Reader = new();

    [Fact]
    public void Each_case_has_its_full_name_and_what_told_its_run_apart() => Assert.Equal(
    [
        ("Shop.CartTests.Adds(count: 1)", "Shop.CartTests.Adds", "Shop.Tests net10.0"),
        ("Shop.CartTests.Refunds", "Shop.CartTests.Refunds", "shop.tests net48"),
        ("Shop.CartTests.Later", "Shop.CartTests.Later", ""),
        ("Shop.CartTests > Rows (1)", "Shop.CartTests.Rows", "shop.tests"),
        ("Shop.CartTests > Rows (2)", "Shop.CartTests.Rows", "shop.tests"),
    ], Read(Report).Select(test => (test.Id, test.Name, test.Run)));

    [Fact]
    public void Outcomes_and_reasons_are_kept() => Assert.Equal(
        [(TestOutcome.Passed, null), (TestOutcome.Failed, "expected 1"), (TestOutcome.Skipped, null), (TestOutcome.Passed, null), (TestOutcome.Passed, null)],
        Read(Report).Select(test => (test.Outcome, test.Message)));

    [Theory]
    [InlineData("expected 1", "   at A.B()", "   at A.B()")]
    [InlineData("System.InvalidOperationException : boom", "   at A.B()&#xD;&#xA;", "System.InvalidOperationException\n   at A.B()")]
    [InlineData("Test method A.B threw exception:&#xD;&#xA;System.ArgumentException: bad: worse", "", "System.ArgumentException")]
    [InlineData("Assert.Equal() Failure: Values differ", "", null)]
    public void A_failure_keeps_its_stack_and_the_type_of_what_was_thrown(string message, string stack, string? trace)
    {
        var results = $"<UnitTestResult testName='a' outcome='Failed'><Output><ErrorInfo><Message>{message}</Message><StackTrace>{stack}</StackTrace></ErrorInfo></Output></UnitTestResult>";

        Assert.Equal(trace, Assert.Single(Read(Run(results, "<ResultSummary outcome='Failed'/>"))).Trace);
    }

    [Fact]
    public void A_stack_is_cut_at_8192_characters_and_one_of_a_test_that_passed_is_none()
    {
        var results = $"<UnitTestResult testName='a' outcome='Failed'><Output><ErrorInfo><StackTrace>{new string('x', 9000)}</StackTrace></ErrorInfo></Output></UnitTestResult>";

        Assert.Equal(8192, Assert.Single(Read(Run(results, "<ResultSummary outcome='Failed'/>"))).Trace?.Length);
        Assert.Null(Assert.Single(Read(Run(results.Replace("Failed", "Passed"), "<ResultSummary outcome='Completed'/>"))).Trace);
    }

    [Fact]
    public void A_run_below_a_common_folder_of_artifacts_has_its_framework() => Assert.Equal(
        "Shop.Tests net10.0", Read(Report.Replace("/build/bin/Debug/net10.0/", "/artifacts/bin/Shop.Tests/debug_net10.0/", StringComparison.Ordinal))[0].Run);

    [Theory]
    [InlineData("outcome=\"Error\"", TestOutcome.Failed)]
    [InlineData("outcome=\"Timeout\"", TestOutcome.Failed)]
    [InlineData("outcome=\"Aborted\"", TestOutcome.Failed)]
    [InlineData("outcome=\"InProgress\"", TestOutcome.Failed)]
    [InlineData("", TestOutcome.Failed)]
    [InlineData("outcome=\"Inconclusive\"", TestOutcome.Skipped)]
    [InlineData("outcome=\"NotRunnable\"", TestOutcome.Skipped)]
    public void Nothing_but_a_good_end_passes(string outcome, TestOutcome expected) =>
        Assert.Equal(expected, Assert.Single(Read(Run($"<UnitTestResult testName=\"a\" {outcome}/>", "<ResultSummary outcome=\"Completed\"/>"))).Outcome);

    [Theory]
    [InlineData("<ResultSummary outcome='Failed'/>", "failed, and no test in it did")]
    [InlineData("<ResultSummary outcome='Aborted'/>", "ended as Aborted")]
    [InlineData("<ResultSummary outcome='Completed'><RunInfos><RunInfo outcome='Error'><Text>Test host process crashed : boom</Text></RunInfo></RunInfos></ResultSummary>", "Test host process crashed : boom")]
    [InlineData("<ResultSummary outcome='Completed'><Counters total='2'/></ResultSummary>", "counts 2 total and holds 1")]
    [InlineData("<ResultSummary outcome='Completed'><Counters total='1' passed='0'/></ResultSummary>", "counts 0 passed and holds 1")]
    [InlineData("<ResultSummary outcome='Completed'><Counters total='1' passed='1' error='1'/></ResultSummary>", "counts 1 failed and holds 0")]
    [InlineData("", "no ResultSummary")]
    public void A_run_that_broke_or_contradicts_itself_is_refused_and_says_why(string summary, string what)
    {
        var error = HostileInput.Read(Reader, Run("<UnitTestResult testName='a' outcome='Passed'/>", summary)).Error;
        Assert.Equal(EvidenceErrors.Unreadable, error?.Kind);
        Assert.Contains(what, error?.What);
    }

    [Theory]
    [InlineData("Failed", '2', true)]
    [InlineData("Passed", '2', false)]
    [InlineData("Failed", '7', false)]
    public void An_exit_code_that_says_no_more_than_that_a_test_failed_does_not_break_the_report(string outcome, char code, bool read)
    {
        var report = Run($"<UnitTestResult testName='a' outcome='{outcome}'/>", $"<ResultSummary outcome='Failed'><RunInfos><RunInfo outcome='Error'><Text>Exit code indicates failure: '{code}'. Please refer to a page.</Text></RunInfo></RunInfos></ResultSummary>");

        Assert.Equal(read, HostileInput.Read(Reader, report).Error is null);
    }

    [Fact]
    public void A_crash_is_not_hidden_behind_a_failed_test() =>
        Assert.Contains("Catastrophic failure", HostileInput.Read(Reader, Report.Replace("Refunds [FAIL]", "Catastrophic failure: boom")).Error?.What);

    [Theory]
    [InlineData("<UnitTestResult testName='a' outcome='Wonderful'/>", "\"Wonderful\"")]
    [InlineData("<UnitTestResult outcome='Passed'/>", "no test name")]
    public void A_result_that_cannot_be_understood_is_refused(string result, string what) =>
        Assert.Contains(what, HostileInput.Read(Reader, Run(result, "<ResultSummary outcome='Completed'/>")).Error?.What);

    [Fact]
    public void A_run_of_no_tests_reads_and_shows_none() => Assert.Empty(Read(Run("", "<ResultSummary outcome='Completed'><Counters total='0' passed='0'/></ResultSummary>")));

    [Fact]
    public void A_report_is_refused_wherever_it_is_cut_off() => HostileInput.IsRefusedWhereverItIsCutOff(Reader, Report);

    [Fact]
    public void No_mutation_makes_it_throw() => HostileInput.NeverThrows(Reader, Report);

    private static string Run(string results, string summary) =>
        $"<TestRun xmlns='http://microsoft.com/schemas/VisualStudio/TeamTest/2010'><Results>{results}</Results>{summary}</TestRun>";

    private static TestCase[] Read(string report)
    {
        var outcome = HostileInput.Read(Reader, report);
        Assert.Null(outcome.Error);
        return [.. outcome.Observations.Cast<TestCase>()];
    }
}
