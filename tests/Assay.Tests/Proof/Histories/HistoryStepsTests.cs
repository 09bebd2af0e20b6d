using Assay.Core.Proofs;
using Assay.Proof.Histories;
using Assay.Tests.Support;

namespace Assay.Tests.Proof.Histories;

/// <summary>A history is read as it happened, on real commits.</summary>
public sealed class HistoryStepsTests
{
    private const string Higher = "export function fee(amount) {\n  return amount > 1000 ? 3 : amount > 100 ? 2 : 1;\n}\n";
    private const string HigherTest = "test(\"a huge amount costs three\", () => {\n  assert.equal(fee(1001), 3);\n});\n";

    [Fact]
    public void A_failing_test_and_then_its_code_are_red_and_green()
    {
        using var repository = ProvenRepository.OfFees();
        repository.WithTests(HigherTest).Files.Commit("red");
        repository.With("src/fee.js", Higher).Files.Commit("green");
        repository.With("README.md", "# Fees\n").Files.Commit("text");

        var history = repository.ProveEach();

        Assert.Equal([HistoryStep.Red, HistoryStep.Green, HistoryStep.Documentation], history.Commits.Select(commit => commit.Step));
        Assert.All(history.Commits, commit => Assert.True(HistorySteps.Holds(commit)));
    }

    /// <summary>Catches a red that nobody ever makes green, called a step of test-first work.</summary>
    [Fact]
    public void A_failing_test_that_stays_so_is_no_red_step()
    {
        using var repository = ProvenRepository.OfFees();
        repository.WithTests(HigherTest).Files.Commit("red");
        repository.With("README.md", "# Fees\n").Files.Commit("text");

        var broken = repository.ProveEach().Commits[0];

        Assert.Equal((HistoryStep.Other, false), (broken.Step, HistorySteps.Holds(broken)));
    }

    /// <summary>Catches code that comes in with a merge and with none of its parents.</summary>
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void A_merge_is_proven_where_it_brings_something_of_its_own(bool evil, int commits)
    {
        using var repository = ProvenRepository.OfFees();
        repository.Files.Git("switch", "-q", "-c", "side");
        repository.With("src/fee.js", Higher).WithTests(HigherTest).Files.Commit("higher");
        repository.Files.Git("switch", "-q", "change");
        repository.Files.Git("merge", "-q", "--no-ff", "--no-commit", "side");
        if (evil) repository.With("src/evil.js", "export const evil = () => process.exit(1);\n");
        repository.Files.Commit("merge");

        var history = repository.ProveEach();

        Assert.Equal(commits, history.Commits.Length);
        Assert.Equal(!evil, history.Commits.All(HistorySteps.Holds));
    }
}
