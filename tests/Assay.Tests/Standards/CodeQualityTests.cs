using Assay.Core;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Core.Rules;
using Assay.Tests.Support;

namespace Assay.Tests.Standards;

/// <summary>The criteria of build, types and lint, from SARIF as tools write it, and those of what Assay itself sees.</summary>
public sealed class CodeQualityTests
{
    [Theory]
    [InlineData("build_errors"), InlineData("build_warnings"), InlineData("types_clean"), InlineData("lint_clean"), InlineData("secrets")]
    [Shows("build_errors", Status.Missing), Shows("build_warnings", Status.Missing), Shows("types_clean", Status.Missing), Shows("lint_clean", Status.Missing), Shows("secrets", Status.Missing)]
    public void A_tool_that_did_not_run_shows_nothing(string criterion) => Assert.Equal(Status.Missing, new Lab().File("src/a.cs", "class A;").Of(criterion).Status);

    [Theory]
    [InlineData("build_errors", StepKind.Build), InlineData("build_warnings", StepKind.Build), InlineData("types_clean", StepKind.Types), InlineData("lint_clean", StepKind.Lint)]
    [Shows("build_errors", Status.Pass), Shows("build_warnings", Status.Pass), Shows("types_clean", Status.Pass), Shows("lint_clean", Status.Pass)]
    public void A_tool_that_ran_and_found_nothing_holds(string criterion, StepKind step) => Assert.Equal(Status.Pass, Ran(step, "").Of(criterion).Status);

    [Theory]
    [InlineData("build_errors", StepKind.Build, "error"), InlineData("build_warnings", StepKind.Build, "warning"), InlineData("types_clean", StepKind.Types, "error"), InlineData("lint_clean", StepKind.Lint, "warning")]
    [Shows("build_errors", Status.Fail), Shows("build_warnings", Status.Fail), Shows("types_clean", Status.Fail), Shows("lint_clean", Status.Fail)]
    public void A_finding_fails_at_its_place(string criterion, StepKind step, string level)
    {
        var finding = Ran(step, Result(level)).Of(criterion);
        Assert.Equal((Status.Fail, "src/a.cs:3"), (finding.Status, Assert.Single(finding.Locations).ToString()));
    }

    [Fact, Shows("secrets", Status.Pass), Shows("secrets", Status.Fail)]
    public void A_probed_scanner_holds_without_a_finding_and_fails_with_one()
    {
        Assert.Equal(Status.Pass, Secrets("").Of("secrets").Status);
        Assert.Equal(Status.Fail, Secrets(Result("error")).Of("secrets").Status);
    }

    [Fact, Shows("rules_kept", Status.Pass), Shows("rules_kept", Status.Fail)]
    public void A_change_that_loosens_a_rule_fails_and_any_other_holds()
    {
        Assert.Equal(Status.Pass, new Lab().Of("rules_kept").Status);
        Assert.Equal(Status.Fail, new Lab { Weakened = [new Weakening(WeakeningSource.Rule, "excludes src/**", new Location("assay.yaml"))] }.Of("rules_kept").Status);
    }

    [Fact, Shows("evidence_taken", Status.Pass), Shows("evidence_taken", Status.Fail)]
    public void Evidence_that_could_not_be_read_fails()
    {
        Assert.Equal(Status.Pass, new Lab().Of("evidence_taken").Status);
        Assert.Equal(Status.Fail, new Lab { Problems = [new EvidenceProblem(new AssayError(EvidenceErrors.Unreadable, "cut off", "t.xml"), "app", null)] }.Of("evidence_taken").Status);
    }

    [Fact, Shows("sources_untouched", Status.Pass), Shows("sources_untouched", Status.Fail)]
    public void A_command_that_edits_tracked_files_fails()
    {
        Assert.Equal(Status.Pass, new Lab().Of("sources_untouched").Status);
        Assert.Equal(Status.Fail, new Lab { Input = input => input with { TouchedByCommands = ["src/a.cs"] } }.Of("sources_untouched").Status);
    }

    private static Lab Ran(StepKind step, string results) => new Lab().File("src/a.cs", "class A;").Report("r.sarif", Sarif(step == StepKind.Lint ? "linter" : "checker", results), step);

    private static Lab Secrets(string results) => new Lab().Report("s.sarif", Sarif("secretlint", results), StepKind.Secrets);

    private static string Sarif(string tool, string results) =>
        """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"TOOL"}},"invocations":[{"executionSuccessful":true}],"results":[RESULTS]}]}"""
            .Replace("TOOL", tool, StringComparison.Ordinal).Replace("RESULTS", results, StringComparison.Ordinal);

    private static string Result(string level) =>
        """{"ruleId":"X1","level":"LEVEL","message":{"text":"wrong"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"src/a.cs"},"region":{"startLine":3}}}]}"""
            .Replace("LEVEL", level, StringComparison.Ordinal);
}
