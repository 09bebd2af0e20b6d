using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Tests.Support;

namespace Assay.Tests.Measuring;

public sealed class AcceptanceFactsTests
{
    private const string Good = """
        schema: assay/requirements/v1
        component: app
        requirements:
          - id: A
            title: Transfers
            approved_by: product owner
            approved_on: 2026-11-20
            acceptance:
              - id: A.1
                text: More than the balance is refused with 409
                tests: [T.Refuses]
        """;

    private static Lab With(string? requirements, string outcome = "Passed")
    {
        var lab = new Lab().Report("unit.trx", $"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results><UnitTestResult testId="1" testName="T.Refuses" outcome="{outcome}" /></Results>
            <TestDefinitions><UnitTest id="1" name="T.Refuses"><TestMethod className="T" name="Refuses" /></UnitTest></TestDefinitions>
            <ResultSummary outcome="Completed"><Counters total="1" executed="1" passed="{(outcome == "Passed" ? 1 : 0)}" failed="{(outcome == "Passed" ? 0 : 1)}" /></ResultSummary></TestRun>
            """, StepKind.Test);
        return requirements is null ? lab : lab.File("requirements.yaml", requirements);
    }

    private static readonly string[] Criteria = ["acceptance_criteria", "acceptance_measurable", "acceptance_approved", "acceptance_validated"];

    [Fact]
    [Shows("acceptance_criteria", Status.Pass)]
    [Shows("acceptance_measurable", Status.Pass)]
    [Shows("acceptance_approved", Status.Pass)]
    [Shows("acceptance_validated", Status.Pass)]
    public void Approved_measurable_and_tested_criteria_pass() => Assert.All(Criteria, id => Assert.Equal((id, Status.Pass), (id, With(Good).Of(id).Status)));

    [Fact]
    [Shows("acceptance_criteria", Status.Missing)]
    [Shows("acceptance_measurable", Status.Missing)]
    [Shows("acceptance_approved", Status.Missing)]
    [Shows("acceptance_validated", Status.Missing)]
    public void Without_requirements_all_four_are_missing() => Assert.All(Criteria, id => Assert.Equal((id, Status.Missing), (id, With(null).Of(id).Status)));

    [Theory]
    [Shows("acceptance_measurable", Status.Fail)]
    [Shows("acceptance_approved", Status.Fail)]
    [InlineData("acceptance_measurable", "is refused with 409", "is handled well", "states nothing that can be observed")]
    [InlineData("acceptance_approved", "    approved_by: product owner\n    approved_on: 2026-11-20\n", "", "not approved")]
    [InlineData("acceptance_approved", "2026-11-20", "2026-11-23", "approved in the future, on 2026-11-23")]
    [InlineData("acceptance_approved", "product owner", "tbd", "names no approver")]
    [InlineData("acceptance_validated", "T.Refuses", "T.Other", "did not run")]
    public void What_is_open_is_named(string criterion, string old, string replacement, string what)
    {
        var finding = With(Good.Replace(old, replacement, StringComparison.Ordinal)).Of(criterion);
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Contains(what, Assert.Single(finding.Locations).Note, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("acceptance_validated", Status.Fail)]
    public void A_failing_test_validates_nothing() => Assert.Equal(Status.Fail, With(Good, "Failed").Of("acceptance_validated").Status);

    [Theory]
    [Shows("acceptance_criteria", Status.Fail)]
    [InlineData("requirements: []")]
    [InlineData("requirements:\n  - id: A\n    title: Transfers\n    acceptance: []")]
    public void Loophole_an_empty_list_of_criteria(string requirements)
    {
        var lab = With("schema: assay/requirements/v1\n" + requirements);
        Assert.All(Criteria, id => Assert.Equal((id, id == "acceptance_criteria" ? Status.Fail : Status.Error), (id, lab.Of(id).Status)));
        Assert.Contains("is empty", lab.Of("acceptance_criteria").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Loophole_requirements_of_another_component()
    {
        var finding = With(Good.Replace("component: app", "component: payments", StringComparison.Ordinal)).Of("acceptance_criteria");
        Assert.Equal((Status.Missing, "requirements.yaml is about payments, and this is app"), (finding.Status, finding.Reason));
    }

    [Fact]
    public void Loophole_a_starter_left_as_it_was()
    {
        var finding = With(File.ReadAllText(Path.Combine(Repository.Root, "starters", "requirements.yaml"))).Of("acceptance_criteria");
        Assert.Equal((Status.Missing, "requirements.yaml still holds what the starter wrote, first in line 3"), (finding.Status, finding.Reason));
    }
}
