using Assay.Core.Proofs;
using Assay.Tests.Support;

namespace Assay.Tests.Proof;

/// <summary>Every outcome of a change, on real repositories and by the real runner.</summary>
public sealed class OutcomesTests
{
    private const string Higher = "export function fee(amount) {\n  return amount > 1000 ? 3 : amount > 100 ? 2 : 1;\n}\n";

    /// <summary>Catches a proof that looks at the exit code of the run: two of three new cases pass without the change.</summary>
    [Fact]
    public void A_test_that_fails_without_the_change_and_passes_with_it_proves_it_and_others_beside_it_characterise()
    {
        using var repository = ProvenRepository.OfFees();
        var proof = repository.With("src/fee.js", Higher).WithTests("""
            test("a huge amount costs three", () => {
              assert.equal(fee(1001), 3);
            });
            test("a hundred costs one", () => {
              assert.equal(fee(100), 1);
            });

            """).Prove();

        Assert.Equal(ProofOutcome.Proven, proof.Outcome);
        Assert.Equal([("a huge amount costs three", TestProofOutcome.Proven), ("a hundred costs one", TestProofOutcome.Characterisation)], Outcomes(proof));
        var proven = proof.Tests.Single(test => test.Outcome == TestProofOutcome.Proven);
        Assert.Equal((PhaseOutcome.Absent, PhaseOutcome.Failed, PhaseOutcome.Passed), (proven.Base, proven.Red, proven.Green));
        Assert.Equal(2, Assert.Single(proof.Components).Unaffected);
    }

    /// <summary>Catches "there is a new test, so it is tested".</summary>
    [Fact]
    public void New_tests_that_all_pass_without_the_change_are_vacuous()
    {
        using var repository = ProvenRepository.OfFees();
        var proof = repository.With("src/fee.js", Higher).WithTests("test(\"nothing costs one\", () => {\n  assert.equal(fee(0), 1);\n});\n").Prove();

        Assert.Equal(ProofOutcome.Vacuous, proof.Outcome);
        Assert.Contains("nothing costs one", proof.Reason, StringComparison.Ordinal);
        Assert.NotNull(proof.NextStep);
    }

    [Fact]
    public void Code_that_moves_while_covered_tests_stay_green_is_a_refactoring()
    {
        using var repository = ProvenRepository.OfFees();
        var proof = repository.With("src/fee.js", "const large = 100;\n\nexport function fee(amount) {\n  if (amount > large) {\n    return 2;\n  }\n  return 1;\n}\n").Prove();

        Assert.Equal(ProofOutcome.Refactoring, proof.Outcome);
        Assert.Null(proof.NextStep);
    }

    /// <summary>Catches new behaviour that hides as a refactoring: all tests are green before and after, and none reaches it.</summary>
    [Fact]
    public void Code_that_no_test_reaches_is_untested()
    {
        using var repository = ProvenRepository.OfFees();
        var proof = repository.With("src/fee.js", ProvenRepository.Fee + "\nexport function refund(amount) {\n  return fee(amount) / 2;\n}\n").Prove();

        Assert.Equal(ProofOutcome.Untested, proof.Outcome);
        Assert.Contains("src/fee.js:6", proof.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_alone_is_documentation_and_runs_nothing()
    {
        using var repository = ProvenRepository.OfFees();
        var proof = repository.With("README.md", "# Fees\n").With(".github/workflows/ci.yml", "on: push\n").Prove();

        Assert.Equal(ProofOutcome.Documentation, proof.Outcome);
        Assert.Empty(proof.Phases);
    }

    [Fact]
    public void A_test_that_fails_at_head_proves_nothing()
    {
        using var repository = ProvenRepository.OfFees();
        var proof = repository.With("src/fee.js", Higher).WithTests("test(\"a huge amount costs four\", () => {\n  assert.equal(fee(1001), 4);\n});\n").Prove();

        Assert.Equal(ProofOutcome.Inconclusive, proof.Outcome);
        Assert.Equal([("a huge amount costs four", TestProofOutcome.Broken)], Outcomes(proof));
    }

    /// <summary>Catches a failure of old that is taken for a red, or that keeps all changes from being proven.</summary>
    [Fact]
    public void A_test_that_failed_before_and_still_fails_is_neither_red_nor_in_the_way()
    {
        using var repository = ProvenRepository.OfFees();
        repository.Files.Git("switch", "-q", "main");
        repository.WithTests("test(\"old trouble\", () => {\n  assert.equal(fee(5), 7);\n});\n").Files.Commit("trouble");
        repository.Files.Git("switch", "-q", "-C", "change");
        var proof = repository.With("src/fee.js", Higher).WithTests("test(\"a huge amount costs three\", () => {\n  assert.equal(fee(1001), 3);\n});\n").Prove();

        Assert.Equal(ProofOutcome.Proven, proof.Outcome);
        Assert.Equal([("a huge amount costs three", TestProofOutcome.Proven), ("old trouble", TestProofOutcome.PreExistingFailure)], Outcomes(proof));
    }

    /// <summary>Catches a proof by chance: the test fails every other time, whatever code it runs on.</summary>
    [Fact]
    public void A_flaky_test_proves_nothing()
    {
        using var repository = ProvenRepository.OfFees();
        var state = Path.Combine(Path.GetTempPath(), $"flaky-{Guid.NewGuid():n}");
        try
        {
            var proof = repository.With("src/fee.js", Higher).WithTests($$"""
                import { existsSync, rmSync, writeFileSync } from "node:fs";
                test("fails every other time", () => {
                  const seen = {{"\"" + state + "-\""}} + (fee(1001) === 3 ? "green" : "red");
                  if (fee(1001) !== 3 && !existsSync(seen)) {
                    writeFileSync(seen, "");
                    assert.fail("the first time");
                  }
                });

                """).Prove();

            Assert.Equal(ProofOutcome.Inconclusive, proof.Outcome);
            Assert.Equal([("fails every other time", TestProofOutcome.Flaky)], Outcomes(proof));
        }
        finally
        {
            File.Delete(state + "-red");
            File.Delete(state + "-green");
        }
    }

    /// <summary>Catches "test first" that is punished: the test came with an earlier commit, the code with this one.</summary>
    [Fact]
    public void Code_alone_that_makes_a_failing_test_of_before_pass_is_proven_by_it()
    {
        using var repository = ProvenRepository.OfFees();
        repository.WithTests("test(\"a huge amount costs three\", () => {\n  assert.equal(fee(1001), 3);\n});\n").Files.Commit("red");
        repository.With("src/fee.js", Higher).Files.Commit("green");

        var proof = repository.ProveRange(commit: "HEAD");

        Assert.Equal(ProofOutcome.Proven, proof.Outcome);
        Assert.Equal([("a huge amount costs three", TestProofOutcome.Proven)], Outcomes(proof));
    }

    /// <summary>Catches a red that never ended, or that counts as a failing test.</summary>
    [Fact]
    public void A_run_that_hangs_without_the_change_is_inconclusive()
    {
        using var repository = ProvenRepository.OfFees();
        var proof = repository.With("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - id: fees\n    path: .\n    time_limit: 5 s\n").With("src/fee.js", Higher)
            .WithTests("test(\"waits\", async () => {\n  while (fee(1001) !== 3) await new Promise(resolve => setTimeout(resolve, 50));\n});\n").Prove();

        Assert.Equal(ProofOutcome.Inconclusive, proof.Outcome);
        Assert.Contains("red", proof.Reason, StringComparison.Ordinal);
    }

    /// <summary>Catches a missing build product taken for a failing test: <c>dist</c> is made by a step before the tests.</summary>
    [Fact]
    public void Tests_that_need_a_build_first_get_it_in_every_phase()
    {
        using var repository = ProvenRepository.Empty();
        repository.With("package.json", """{ "name": "fees", "version": "1.0.0", "type": "module", "private": true, "scripts": { "build": "node build.js", "pretest": "npm run build", "test": "node --test" } }""")
            .With("build.js", "import { cpSync } from \"node:fs\";\ncpSync(\"src\", \"dist\", { recursive: true });\n")
            .With("src/fee.js", ProvenRepository.Fee).With("test/fee.test.js", ProvenRepository.FeeTest.Replace("../src", "../dist", StringComparison.Ordinal)).Files.Commit("fees");
        repository.Files.Branch("change");
        var proof = repository.With("src/fee.js", Higher).WithTests("test(\"a huge amount costs three\", () => {\n  assert.equal(fee(1001), 3);\n});\n").Prove();

        Assert.Equal(ProofOutcome.Proven, proof.Outcome);
        Assert.Equal([("a huge amount costs three", TestProofOutcome.Proven)], Outcomes(proof));
    }

    private static IEnumerable<(string, TestProofOutcome)> Outcomes(Core.Proofs.Proof proof) => proof.Tests.Select(test => (test.Id.Split(" > ")[^1], test.Outcome));
}
