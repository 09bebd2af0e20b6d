using Assay.Core.Judging;
using Assay.Core.Standards;
using Assay.Tests.Support;

namespace Assay.Tests.Adoption;

public sealed class AdoptingTests
{
    /// <summary>Catches a baseline that leaves something out, or that takes in what may not be put off.</summary>
    [Fact]
    public void What_is_below_the_bar_is_written_down_by_what_it_is()
    {
        using var repository = AdoptedRepository.Before();
        Assert.Equal(Outcome.Blocked, repository.Check().Outcome);

        var (exit, printed) = repository.Adopt();

        Assert.Equal(0, exit);
        Assert.Contains("2 criteria", printed, StringComparison.Ordinal);
        Assert.Contains(".\tlines\towes\tsrc/legacy.js\texport function legacy(items) {\tline\t", repository.Baseline, StringComparison.Ordinal);
        Assert.Contains(".\tlines\towes\tsrc/fees.js\texport function refund(amount) {\tline\t", repository.Baseline, StringComparison.Ordinal);
        Assert.Contains(".\ttargets_stated\towes\t\t\tabsent\t-", repository.Baseline, StringComparison.Ordinal);
        Assert.DoesNotContain("function fee(", repository.Baseline, StringComparison.Ordinal);
        repository.Files.Commit("adopts");
        Assert.Equal(Outcome.Adopting, repository.Check().Outcome);
    }

    /// <summary>Catches a bar that a repository with debt cannot meet with anything.</summary>
    [Fact]
    public void A_good_change_is_adopting_and_never_called_a_pass()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.With("src/tax.js", "export function tax(amount) {\n  return amount / 5;\n}\n").WithTest("tax", "tax", "tax(10) === 2");

        var verdict = repository.Check();

        Assert.Equal(Outcome.Adopting, verdict.Outcome);
        Assert.Equal(Status.Owed, verdict.StatusOf("fees", "lines"));
        Assert.True(verdict.Weakens("lines of fees: "));
    }

    /// <summary>Catches debt that is not due at a small change being called a pass.</summary>
    [Fact]
    public void Debt_that_is_not_due_is_debt()
    {
        using var repository = AdoptedRepository.Before();
        foreach (var id in (string[])["lines", "targets_stated"])
        {
            var line = File.ReadLines(repository.Files.FullPath("standard.yaml")).First(each => each.Contains($"id: {id},", StringComparison.Ordinal));
            repository.Edit("standard.yaml", line, line.Replace("profile: lightweight", "profile: standard", StringComparison.Ordinal));
        }
        repository.Adopt();
        repository.Files.Commit("adopts");
        repository.Files.Branch("change");

        var verdict = repository.With("notes.txt", "a change\n").Check();

        Assert.Equal((Status.NotDue, Status.Owed), (verdict.StatusOf("fees", "lines"), verdict.Of("fees", "lines").WouldBe!.Value));
        Assert.Equal(Outcome.Adopting, verdict.Outcome);
    }

    /// <summary>Catches debt that is lost when its file gets another name.</summary>
    [Fact]
    public void A_moved_file_takes_its_debt_along()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.Files.Git("mv", "src/legacy.js", "src/sums.js");

        Assert.Equal(Outcome.Adopting, repository.Check().Outcome);

        // On main the baseline still names the old file; what moved is owed all the same.
        repository.Files.Commit("moves");
        repository.Files.Git("switch", "-q", "main");
        repository.Files.Git("merge", "-q", "change");
        Assert.Equal(Outcome.Adopting, repository.Check().Outcome);
    }

    /// <summary>Catches debt that sticks to a place: a function that goes elsewhere as it was brings nothing new.</summary>
    [Fact]
    public void A_function_that_moves_token_by_token_takes_its_debt_along()
    {
        using var repository = AdoptedRepository.OnBranch();
        var refund = AdoptedRepository.Fees[AdoptedRepository.Fees.IndexOf("export function refund", StringComparison.Ordinal)..];
        repository.Edit("src/fees.js", refund, "").With("src/refunds.js", refund.Replace("  ", "    ", StringComparison.Ordinal));

        var verdict = repository.Check();

        Assert.Equal(Status.Owed, verdict.StatusOf("fees", "lines"));
        Assert.Equal(Status.Owed, verdict.StatusOf("fees", "changed"));
        Assert.Equal(Outcome.Adopting, verdict.Outcome);
    }

    /// <summary>Catches a total: whoever deletes covered code lowers the percentage and owes nothing more for it.</summary>
    [Fact]
    public void Deleting_covered_code_is_not_punished()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.Edit("src/fees.js", "export function fee(amount) {\n  return amount > 100 ? 2 : 1;\n}\n", "export const fee = 1;\n")
            .With("test/fees.test.js", "import { test } from \"node:test\";\nimport assert from \"node:assert\";\nimport { fee } from \"../src/fees.js\";\n\ntest(\"fees\", () => assert.equal(fee, 1));\n")
            .Edit("assay.yaml", "critical: 10 %", "critical: 10 %");

        Assert.Equal(Status.Owed, repository.Check().StatusOf("fees", "lines"));
    }

    /// <summary>Catches a baseline that never shrinks, or that CI would have to write.</summary>
    [Fact]
    public void What_was_mended_goes_out_when_adopt_runs_again()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.WithTest("legacy", "legacy", "legacy([{ price: 2, count: 3 }]) === 6");
        Assert.Equal(Outcome.Adopting, repository.Check().Outcome);

        var (exit, _) = repository.Adopt();

        Assert.Equal(0, exit);
        Assert.DoesNotContain("legacy", repository.Baseline, StringComparison.Ordinal);
        Assert.Contains("refund", repository.Baseline, StringComparison.Ordinal);
        Assert.Equal(Outcome.Adopting, repository.Check().Outcome);
        Assert.False(repository.Judge().Weakens("owes what was not agreed"));
    }

    /// <summary>Catches a date that nobody keeps.</summary>
    [Fact]
    public void A_missed_milestone_blocks()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.With("notes.txt", "a change\n");
        var before = repository.Later(180).Check();
        Assert.True(before.Outcome == Outcome.Adopting, string.Join('\n', before.Gates.SelectMany(gate => gate.Findings).Select(finding => $"{finding.Criterion.Id} {finding.Status} {finding.Reason}")));

        var verdict = repository.Later(10).Check();

        Assert.Equal(Outcome.Blocked, verdict.Outcome);
        Assert.Contains("was to be at most", verdict.Of("fees", "lines").Reason, StringComparison.Ordinal);
    }

    /// <summary>Catches a release with debt.</summary>
    [Fact]
    public void A_deployment_accepts_no_debt()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.With("notes.txt", "a change\n");

        var verdict = repository.Check(Phase.Deployment);

        Assert.Equal(Outcome.Blocked, verdict.Outcome);
        Assert.Equal(Status.Fail, verdict.StatusOf("fees", "lines"));
    }

    /// <summary>Catches a file that two branches cannot both make smaller.</summary>
    [Fact]
    public void Two_branches_that_pay_different_debts_merge_without_a_conflict()
    {
        using var repository = AdoptedRepository.Before();
        repository.With("src/goods.js", AdoptedRepository.Legacy.Replace("legacy", "goods", StringComparison.Ordinal)).Adopt();
        repository.Files.Commit("adopts");
        repository.Files.Branch("change");
        repository.WithTest("legacy", "legacy", "legacy([{ price: 2, count: 3 }]) === 6").Adopt();
        repository.Files.Commit("tests legacy");
        repository.Files.Git("switch", "-q", "main");
        repository.Files.Branch("other");
        repository.WithTest("fees", "refund", "refund(10) === 5").Adopt();
        repository.Files.Commit("tests refunds");

        repository.Files.Git("merge", "-q", "change");

        Assert.DoesNotContain("legacy", repository.Baseline, StringComparison.Ordinal);
        Assert.Equal(Outcome.Adopting, repository.Check().Outcome);
    }

    /// <summary>Catches a repository without release tags in which every change is enterprise for ever.</summary>
    [Fact]
    public void What_stood_when_the_baseline_was_agreed_on_has_not_piled_up()
    {
        using var repository = AdoptedRepository.Before();
        for (var n = 0; n < 20; n++) repository.With($"notes/{n}.txt", "a note\n");
        repository.Files.Commit("notes");
        repository.Files.Branch("before");
        Assert.Equal(Core.Standards.Profile.Enterprise, repository.With("notes/0.txt", "edited\n").Check().Profile);
        repository.Files.Git("checkout", "-q", "--", ".");
        repository.Files.Git("switch", "-q", "main");
        repository.Adopt();
        repository.Files.Commit("adopts");
        repository.Files.Branch("after");

        var verdict = repository.With("notes/0.txt", "edited\n").Check();

        Assert.Equal(Core.Standards.Profile.Lightweight, verdict.Profile);
        Assert.Equal(Outcome.Adopting, verdict.Outcome);
    }

    /// <summary>Catches a plan that does not say what a file costs.</summary>
    [Fact]
    public void The_plan_names_files_by_what_they_cost_and_writes_nothing()
    {
        using var repository = AdoptedRepository.Before();

        var (_, printed) = repository.Adopt(plan: true);

        Assert.Contains("src/legacy.js\n    costs 4 of lines\n", printed, StringComparison.Ordinal);
        Assert.Contains("targets_stated", printed, StringComparison.Ordinal);
        Assert.False(File.Exists(repository.Files.FullPath("assay.baseline")));
    }
}
