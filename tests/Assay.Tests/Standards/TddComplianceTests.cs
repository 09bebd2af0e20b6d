using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Tests.Support;

namespace Assay.Tests.Standards;

/// <summary>The criteria of tests and coverage, from JUnit and Cobertura as tools write them.</summary>
public sealed class TddComplianceTests
{
    private const string Source = """
        class Fees
        {
            int Of(int amount)
            {
                if (amount > 100)
                    return amount / 100;
                try { Check(amount); }
                catch (System.Exception)
                {
                    return -1;
                }
                return 0;
            }
        }
        """;

    [Theory]
    [InlineData("tests_run"), InlineData("tests_pass"), InlineData("tests_skipped"), InlineData("tests_pass_rate"), InlineData("test_runs_complete"), InlineData("acceptance_validated")]
    [Shows("tests_run", Status.Missing), Shows("tests_pass", Status.Missing), Shows("tests_skipped", Status.Missing), Shows("tests_pass_rate", Status.Missing), Shows("test_runs_complete", Status.Missing)]
    public void Without_a_test_report_nothing_of_the_tests_is_shown(string criterion) => Assert.Equal(Status.Missing, new Lab().Of(criterion).Status);

    [Theory]
    [InlineData("tests_run"), InlineData("tests_pass"), InlineData("tests_skipped"), InlineData("tests_pass_rate"), InlineData("test_runs_complete")]
    [Shows("tests_run", Status.Pass), Shows("tests_pass", Status.Pass), Shows("tests_skipped", Status.Pass), Shows("tests_pass_rate", Status.Pass), Shows("test_runs_complete", Status.Pass)]
    public void Tests_that_ran_and_passed_hold(string criterion) => Assert.Equal(Status.Pass, Tested("""<testcase classname="T" name="a"/><testcase classname="T" name="b"/>""").Of(criterion).Status);

    [Fact, Shows("tests_run", Status.Fail)]
    public void A_report_of_no_test_fails() => Assert.Equal(Status.Fail, Tested("").Of("tests_run").Status);

    [Theory]
    [InlineData("tests_pass"), InlineData("tests_pass_rate")]
    [Shows("tests_pass", Status.Fail), Shows("tests_pass_rate", Status.Fail)]
    public void A_failing_test_fails(string criterion) =>
        Assert.Equal(Status.Fail, Tested("""<testcase classname="T" name="a"/><testcase classname="T" name="b"><failure message="no"/></testcase>""").Of(criterion).Status);

    [Fact, Shows("tests_skipped", Status.Fail)]
    public void A_skipped_test_fails() => Assert.Equal(Status.Fail, Tested("""<testcase classname="T" name="a"/><testcase classname="T" name="b"><skipped/></testcase>""").Of("tests_skipped").Status);

    [Fact, Shows("test_runs_complete", Status.Fail)]
    public void A_run_that_did_not_take_place_fails() => Assert.Equal(Status.Fail, Tested("""<testcase classname="T" name="a"/>""")
        .Report("runs.json", """{"schema":"assay/test-runs/v1","missing":[{"run":"T net8.0","reason":"no runtime"}]}""", StepKind.Test).Of("test_runs_complete").Status);

    [Theory]
    [InlineData("coverage_lines"), InlineData("coverage_branches"), InlineData("coverage_critical_paths"), InlineData("exception_handlers"), InlineData("coverage_changed_lines")]
    [Shows("coverage_lines", Status.Missing), Shows("coverage_branches", Status.Missing), Shows("coverage_critical_paths", Status.Missing), Shows("exception_handlers", Status.Missing), Shows("coverage_changed_lines", Status.Missing)]
    public void Without_a_coverage_report_nothing_is_covered(string criterion) => Assert.Equal(Status.Missing, Code().Of(criterion).Status);

    [Theory]
    [InlineData("coverage_lines"), InlineData("coverage_branches"), InlineData("coverage_critical_paths"), InlineData("exception_handlers"), InlineData("coverage_changed_lines")]
    [Shows("coverage_lines", Status.Pass), Shows("coverage_branches", Status.Pass), Shows("coverage_critical_paths", Status.Pass), Shows("exception_handlers", Status.Pass), Shows("coverage_changed_lines", Status.Pass)]
    public void Code_that_every_test_reaches_holds(string criterion) => Assert.Equal(Status.Pass, Code().Report("c.xml", Coverage(hits: 1, branches: "100% (2/2)")).Of(criterion).Status);

    [Theory]
    [InlineData("coverage_lines"), InlineData("coverage_branches"), InlineData("coverage_critical_paths"), InlineData("exception_handlers"), InlineData("coverage_changed_lines")]
    [Shows("coverage_lines", Status.Fail), Shows("coverage_branches", Status.Fail), Shows("coverage_critical_paths", Status.Fail), Shows("exception_handlers", Status.Fail), Shows("coverage_changed_lines", Status.Fail)]
    public void Code_that_no_test_reaches_fails(string criterion) => Assert.Equal(Status.Fail, Code().Report("c.xml", Coverage(hits: 0, branches: "50% (1/2)")).Of(criterion).Status);

    [Fact]
    public void A_report_that_leaves_the_hard_file_out_counts_it_as_not_covered()
    {
        var finding = Code().File("src/Hard.cs", Source.Replace("Fees", "Hard", StringComparison.Ordinal)).Report("c.xml", Coverage(hits: 1, branches: "100% (2/2)")).Of("coverage_lines");
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Contains(finding.Locations, place => place.File == "src/Hard.cs");
    }

    [Fact]
    public void A_comment_in_code_waives_nothing()
    {
        var lab = new Lab { Configuration = component => component with { Critical = ["src/**"] } }
            .File("src/Fees.cs", "// assay: ignore, waived by the owner, coverage off\n" + Source).Report("c.xml", Coverage(hits: 0, branches: "50% (1/2)"));
        Assert.Equal(Status.Fail, lab.Of("coverage_lines").Status);
    }

    [Fact]
    public void A_coverage_step_that_broke_leaves_nothing_to_rely_on() => Assert.Equal(Status.Error, new Lab
    {
        Problems = [new EvidenceProblem(new AssayError(CollectionErrors.ToolFailed, "the tests ended with 134"), "app", StepKind.Test)],
    }.File("src/Fees.cs", Source).Report("c.xml", Coverage(hits: 1, branches: "100% (2/2)")).Of("coverage_lines").Status);

    private static Lab Tested(string cases) => new Lab().Report("t.xml", $"""<testsuites><testsuite name="s">{cases}</testsuite></testsuites>""", StepKind.Test);

    private static Lab Code() => new Lab { Configuration = component => component with { Critical = ["src/**"] } }
        .File("src/Fees.cs", Source).Edited(Samples.Edit("src/Fees.cs", 5, ["if (amount > 100)"]));

    private static string Coverage(int hits, string branches) => $"""
        <coverage line-rate="1" version="1"><packages><package name="p"><classes><class name="Fees" filename="src/Fees.cs"><lines>
        <line number="3" hits="{hits}"/><line number="5" hits="{hits}" branch="true" condition-coverage="{branches}"/><line number="6" hits="{hits}"/><line number="7" hits="{hits}"/>
        <line number="8" hits="{hits}"/><line number="10" hits="{hits}"/><line number="12" hits="{hits}"/></lines></class></classes></package></packages></coverage>
        """;
}
