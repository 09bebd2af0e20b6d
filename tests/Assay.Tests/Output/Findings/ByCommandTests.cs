using Assay.Core.Components;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Standards;
using Assay.Output.Findings;

namespace Assay.Tests.Output.Findings;

/// <summary>What is missing stands with the one command that produces it, and nothing else does.</summary>
public sealed class ByCommandTests
{
    /// <summary>Catches a newcomer who has to find out by himself that one command answers several lines.</summary>
    [Fact]
    public void A_proof_that_was_never_made_is_one_command_for_all_its_criteria() =>
        Assert.Equal(["red_green_proven", "tests_weakened"], Of(Builder().Missing("payments", "nothing shows that the change's tests fail without it", FactNames.ProofRedGreen, FactNames.ProofTestsWeakened).Build())["assay prove"]);

    /// <summary>Catches a record that is advised to be begun although it is there and says something else.</summary>
    [Theory]
    [InlineData(MissingReasons.NoRequirements, true)]
    [InlineData("requirements.yaml is about ledger, and this is payments", false)]
    [InlineData("requirements.yaml still holds what the starter wrote, first in line 4", false)]
    public void A_record_is_begun_by_a_command_only_where_there_is_none(string reason, bool begun)
    {
        var commands = Of(Builder().Missing("payments", reason, FactNames.AcceptanceCriteria, FactNames.AcceptanceApproved, FactNames.AcceptanceValidated).Build());
        Assert.Equal(begun ? ["acceptance_criteria", "acceptance_approved", "acceptance_validated"] : null, commands.GetValueOrDefault("assay init services/payments requirements"));
    }

    /// <summary>Catches the advice to write an OpenAPI document for a library that has only not been called one.</summary>
    [Theory]
    [InlineData(null, ComponentKind.Library, true)]
    [InlineData(ComponentKind.Service, ComponentKind.Library, false)]
    [InlineData(null, ComponentKind.Service, false)]
    [InlineData(null, null, false)]
    public void What_is_asked_of_other_kinds_waits_for_the_kind_to_be_said(ComponentKind? declared, ComponentKind? detected, bool waits)
    {
        var verdict = Builder().Missing("payments", "no OpenAPI document", FactNames.ApiOperationsDocumented).Build();
        var commands = Of(verdict with { Components = [verdict.Components[0] with { DeclaredKind = declared, DetectedKind = detected }] });
        Assert.Equal(waits, commands.ContainsKey("assay init"));
    }

    /// <summary>Catches a check that is advised again right after it ran and could not show something.</summary>
    [Fact]
    public void Collecting_is_advised_only_where_nothing_was_collected()
    {
        var verdict = Builder().Missing("payments", "no linter ran", FactNames.LintFindings).Build();
        Assert.Empty(Of(verdict));
        Assert.Equal(["lint_clean"], Of(verdict with { Evidence = [] })["assay check"]);
    }

    /// <summary>Catches the same advice ten times over after one edit.</summary>
    [Fact]
    public void All_that_is_of_other_content_is_collected_again_by_one_command()
    {
        var verdict = Builder().Build();
        var stale = verdict with
        {
            Gates = [.. verdict.Gates.Select(gate => gate with
            {
                Findings = [.. gate.Findings.Select(finding => finding.Criterion.Id is "tests_run" or "lint_clean" or "red_green_proven"
                    ? finding with { Status = Status.Stale, Reason = $"{finding.Criterion.Id}.xml{MissingReasons.OtherContent}" } : finding)],
            })],
        };
        var commands = Of(stale);
        Assert.Equal(["tests_run", "lint_clean"], commands["assay check"]);
        Assert.Equal(["red_green_proven"], commands["assay prove"]);
        Assert.Single(Items.Of(stale, NotShownYet.Of(stale)), item => item.First.Status == Status.Stale && item.Criteria.Contains("lint_clean"));
    }

    private static VerdictBuilder Builder() => new VerdictBuilder { Profile = Profile.Standard, ProfileReason = "6 files changed" }.Healthy("payments");

    private static Dictionary<string, string[]> Of(Verdict verdict) =>
        ByCommand.Of(verdict, NotShownYet.Of(verdict)).Groups.ToDictionary(group => group.Command, group => group.Criteria.ToArray());
}
