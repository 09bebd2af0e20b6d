using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.JUnit;

namespace Assay.Tests.Evidence.JUnit;

public sealed class JUnitReaderTests
{
    private const string Surefire = """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="shop.CartTest" tests="6" errors="1" skipped="1" failures="1" flakes="1">
          <properties><property name="java.version" value="21"/></properties>
          <testcase name="adds(int)[1]" classname="shop.CartTest" time="0.01"/>
          <testcase name="flaky" classname="shop.CartTest"><flakyFailure message="once" type="E"><stackTrace>at x</stackTrace></flakyFailure></testcase>
          <testcase name="refunds" classname="shop.CartTest" file="CartTest.java" line="12">
            <failure message="expected 1" type="E">long text
        at shop.CartTest.refunds(CartTest.java:13)</failure>
            <rerunFailure message="expected 1 again" type="E"/>
          </testcase>
          <testcase name="breaks" classname="shop.CartTest"><error type="E">boom
          second line
            at shop.Cart.x(Cart.java:1)</error><system-out><![CDATA[<testcase name="fake"/>]]></system-out></testcase>
          <testcase name="later" classname="shop.CartTest"><skipped message="not yet"/></testcase>
          <testcase name="last" classname="shop.CartTest"/>
        </testsuite>
        """;

    private static readonly JUnitReader Reader = new();

    [Fact]
    public void Every_outcome_of_surefire_is_told_apart_and_a_flaky_pass_is_a_pass() => Assert.Equal(
        [TestOutcome.Passed, TestOutcome.Passed, TestOutcome.Failed, TestOutcome.Failed, TestOutcome.Skipped, TestOutcome.Passed],
        Read(Surefire).Select(test => test.Outcome));

    /// <summary>Catches "collection failure" alone, which says nothing of the module that is not installed.</summary>
    [Fact]
    public void What_pytest_could_not_load_says_why()
    {
        var test = Assert.Single(Read("""
            <testsuites><testsuite name="pytest" errors="1" failures="0" skipped="0" tests="1"><testcase classname="" name="tests.test_after" time="0.000"><error message="collection failure">ImportError while importing test module 'tests/test_after.py'.
            tests/test_after.py:10: in &lt;module&gt;
                from typeguard import check_type
            E   ModuleNotFoundError: No module named 'typeguard'</error></testcase></testsuite></testsuites>
            """));
        Assert.Equal((TestOutcome.Failed, "collection failure: ModuleNotFoundError: No module named 'typeguard'"), (test.Outcome, test.Message));
    }

    [Fact]
    public void A_name_is_class_and_method_and_the_id_keeps_the_arguments()
    {
        var test = Read(Surefire)[0];
        Assert.Equal(("shop.CartTest.adds(int)[1]", "shop.CartTest.adds"), (test.Id, test.Name));
    }

    [Theory]
    [InlineData("<failure message='m' type='E'>at x\n  at y</failure>", "E\nat x\n  at y")]
    [InlineData("<error>  at x</error>", "  at x")]
    [InlineData("<failure message='only this'/>", "only this")]
    [InlineData("<failure type='E'/>", "E")]
    [InlineData("<skipped message='m'/>", null)]
    [InlineData("", null)]
    public void A_failure_keeps_all_that_the_report_holds_of_it_with_its_type_first(string content, string? trace) =>
        Assert.Equal(trace, Assert.Single(Read($"<testsuite name='s'><testcase classname='A' name='b'>{content}</testcase></testsuite>")).Trace);

    [Fact]
    public void A_message_says_why_without_the_stack() =>
        Assert.Equal([null, null, "expected 1", "boom\n  second line", "not yet", null], Read(Surefire).Select(test => test.Message));

    [Fact]
    public void File_and_line_are_kept_where_the_report_has_them() =>
        Assert.Equal(("CartTest.java", 12), (Read(Surefire)[2].File, Read(Surefire)[2].Line));

    [Theory]
    [InlineData("<testcase classname='t.test_a.TestX' name='test_p[a-b]'/>", "t.test_a.TestX.test_p[a-b]", "t.test_a.TestX.test_p", null)] // pytest
    [InlineData("<testcase classname='outer inner works (really)' name='outer inner works (really)'/>", "outer inner works (really)", "outer inner works (really)", null)] // jest-junit
    [InlineData("<testcase classname='test/a.spec.ts' name='outer &gt; works'/>", "test/a.spec.ts > outer > works", "outer > works", "test/a.spec.ts")] // vitest
    [InlineData("<testcase classname='direct' name='outer direct'/>", "outer direct", "outer direct", null)] // mocha-junit-reporter
    [InlineData("<testcase classname='outer inner' name='works (really)'/>", "outer inner > works (really)", "outer inner > works (really)", null)] // mocha xunit
    [InlineData("<testcase classname='test' name='works' file='/a.js'/>", "my suite > works", "my suite > works", "/a.js")] // node
    [InlineData("<testcase classname='I/P' name='Works/1' value_param='2'/>", "I/P.Works/1", "I/P.Works", null)] // gtest
    [InlineData("<testcase classname='outer' name='direct' file='/a.ts'/>", "outer > direct", "outer > direct", "/a.ts")] // mocha xunit, with its file
    [InlineData("<testcase classname='' name='top'/>", "top", "top", null)] // mocha xunit, outside of any suite
    [InlineData("<testcase name='adds'/>", "my suite > adds", "my suite > adds", null)]
    public void Every_framework_gives_the_name_that_its_users_know(string test, string id, string name, string? file)
    {
        var read = Assert.Single(Read($"<testsuites><testsuite name='my suite '>{test}</testsuite></testsuites>"));
        Assert.Equal((id, name, file), (read.Id, read.Name, read.File));
    }

    [Fact]
    public void Suites_of_node_nest_into_the_name() => Assert.Equal(["outer > inner test > works fine", "top"], Read("""
        <testsuites><testsuite name="outer" tests="1"><testsuite name="inner test" tests="1"><testcase name="works fine" classname="test"/></testsuite></testsuite>
        <testcase name="top" classname="test"/></testsuites>
        """).Select(test => test.Name));

    [Theory]
    [InlineData("<testcase name='a' status='disabled'/>", TestOutcome.Skipped)]
    [InlineData("<testcase name='a' status='notrun' result='suppressed'/>", TestOutcome.Skipped)]
    [InlineData("<testcase name='a' status='run' result='completed'/>", TestOutcome.Passed)]
    [InlineData("<testcase name='a' status='failed'/>", TestOutcome.Failed)]
    [InlineData("<testcase name='a'><skipped/><failure/></testcase>", TestOutcome.Failed)]
    [InlineData("<testcase name='a'><error/><skipped/></testcase>", TestOutcome.Failed)]
    public void A_test_passes_only_if_nothing_says_otherwise(string test, TestOutcome outcome) =>
        Assert.Equal(outcome, Assert.Single(Read($"<testsuite>{test}</testsuite>")).Outcome);

    [Theory]
    [InlineData("<testsuite tests='2'><testcase name='a'/></testsuite>", "states 2 tests and holds 1")]
    [InlineData("<testsuite tests='1'><testcase name='a'/><testcase name='b'/></testsuite>", "states 1 tests and holds 2")]
    [InlineData("<testsuites tests='3'><testsuite tests='1'><testcase name='a'/></testsuite></testsuites>", "states 3 tests and holds 1")]
    [InlineData("<testsuites><testsuite tests='2'><testcase name='a'/></testsuite></testsuites>", "states 2 tests and holds 1")]
    [InlineData("<testsuite tests='1' failures='1'><testcase name='a'/></testsuite>", "shows no failed test case")]
    [InlineData("<testsuite tests='0' errors='1'/>", "shows no failed test case")]
    [InlineData("<testsuites><testcase name='a'/><testsuite name='p' tests='1'><testcase name='s'/></testsuite><!-- fail 1 --></testsuites>", "1 failures that no test case shows")]
    [InlineData("<testsuite tests='many'/>", "is not a count")]
    [InlineData("<testsuite><testcase/></testsuite>", "has no name")]
    [InlineData("<testsuites><testcase name='a'><testcase name='b'/></testcase></testsuites>", "where none can stand")]
    public void A_report_that_contradicts_itself_is_refused(string report, string what)
    {
        var error = HostileInput.Read(Reader, report).Error;
        Assert.Equal(EvidenceErrors.Unreadable, error?.Kind);
        Assert.Contains(what, error?.What);
    }

    [Theory]
    [InlineData("pytest, teardown broke after a pass", "<testsuite tests='2' errors='1'><testcase name='a'><error/></testcase></testsuite>")]
    [InlineData("pytest, teardown broke after a failure", "<testsuite tests='1' errors='1' failures='1'><testcase name='a'><failure/></testcase><testcase name='a'><error/></testcase></testsuite>")]
    [InlineData("node, suites count as tests", "<testsuites><testsuite name='o' tests='2' failures='1'><testsuite name='i' tests='2' failures='1'><testcase name='a'><failure/></testcase><testcase name='b'/></testsuite><testcase name='c'/></testsuite></testsuites>")]
    [InlineData("mocha, a hook broke", "<testsuite tests='1' errors='1'><testcase name='top'/><testcase name='&quot;before all&quot; hook for &quot;x&quot;'><failure/></testcase></testsuite>")]
    [InlineData("mocha-junit-reporter, skipped left out", "<testsuites tests='3' failures='0' skipped='2'><testsuite tests='3'><testcase name='a'/></testsuite></testsuites>")]
    [InlineData("jest-junit, a suite that did not run", "<testsuites tests='0' errors='1'><testsuite tests='0' errors='1'><testcase name='a'><error/></testcase><testcase name='a'><failure/></testcase></testsuite></testsuites>")]
    public void Counts_that_a_known_tool_explains_are_accepted(string why, string report) => Assert.True(HostileInput.Read(Reader, report).Error is null, why);

    [Fact]
    public void A_todo_of_jest_is_never_taken_for_a_pass()
    {
        var tests = Read("<testsuites tests='2'><testsuite tests='2' skipped='1'><testcase name='a' time='0.01'/><testcase name='todo' time='0'/><testcase name='s' time='0'><skipped/></testcase></testsuite></testsuites>");
        Assert.Equal([TestOutcome.Passed, TestOutcome.Skipped, TestOutcome.Skipped], tests.Select(test => test.Outcome));
    }

    [Fact]
    public void A_suite_that_failed_by_itself_is_a_failed_case() =>
        Assert.Equal(TestOutcome.Failed, Assert.Single(Read("<testsuites><testsuite name='set-up' failures='1'><failure message='no database'/></testsuite></testsuites>")).Outcome);

    [Fact]
    public void A_report_of_no_tests_reads_and_shows_none() => Assert.Empty(Read("<testsuites tests='0'><testsuite tests='0'/></testsuites>"));

    [Fact]
    public void A_report_is_refused_wherever_it_is_cut_off() => HostileInput.IsRefusedWhereverItIsCutOff(Reader, Surefire);

    [Fact]
    public void No_mutation_makes_it_throw() => HostileInput.NeverThrows(Reader, Surefire);

    private static TestCase[] Read(string report)
    {
        var outcome = HostileInput.Read(Reader, report);
        Assert.Null(outcome.Error);
        return [.. outcome.Observations.Cast<TestCase>()];
    }
}
