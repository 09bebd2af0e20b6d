using Assay.Core.Proofs;
using Assay.Tests.Support;

namespace Assay.Tests.Proof;

/// <summary>Prompts are code: a changed one needs an evaluation that fails without the change. Here a script evaluates by looking for words.</summary>
public sealed class PromptsTests
{
    private const string Evaluation = """
        import { readFileSync, readdirSync, writeFileSync } from "node:fs";
        const prompt = readFileSync("prompts/refund.md", "utf8");
        const cases = readdirSync("test/evaluations").map(file => JSON.parse(readFileSync(`test/evaluations/${file}`, "utf8")));
        const xml = cases.map(({ name, asks }) => `<testcase classname="refund" name="${name}">${prompt.includes(asks) ? "" : `<failure message="AssertionError: the answer does not ${asks}"/>`}</testcase>`);
        writeFileSync(`${process.env.EVIDENCE_DIR}/junit.xml`, `<testsuite name="prompts" tests="${cases.length}">${xml.join("")}</testsuite>`);
        process.exitCode = cases.some(each => !prompt.includes(each.asks)) ? 1 : 0;
        """;

    [Fact]
    public void A_changed_prompt_is_proven_by_an_evaluation_that_fails_without_it()
    {
        using var repository = Repository();
        var proof = repository.With("prompts/refund.md", "Be polite. Name the deadline.\n").With("test/evaluations/deadline.json", """{ "name": "names the deadline", "asks": "deadline" }""").Prove();

        Assert.Equal(ProofOutcome.Proven, proof.Outcome);
        Assert.Equal(TestProofOutcome.Proven, Assert.Single(proof.Tests).Outcome);
    }

    /// <summary>Catches a prompt taken for documentation, and a code test that answers for it.</summary>
    [Fact]
    public void A_changed_prompt_without_an_evaluation_of_its_own_is_untested_whatever_is_proven_of_the_code()
    {
        using var repository = Repository();
        var proof = repository.With("prompts/refund.md", "Be polite. Name the deadline.\n").With("src/fee.js", ProvenRepository.Fee.Replace("2", "3", StringComparison.Ordinal))
            .With("test/fee.test.js", ProvenRepository.FeeTest.Replace("fee(101), 2", "fee(101), 3", StringComparison.Ordinal)
                + "test(\"three\", () => {\n  assert.equal(fee(500), 3);\n});\n").Prove();

        Assert.Equal(ProofOutcome.Untested, proof.Outcome);
        Assert.Contains("prompts/refund.md", proof.Reason, StringComparison.Ordinal);
        Assert.Contains(proof.Tests, test => test.Outcome == TestProofOutcome.Proven);
    }

    private static ProvenRepository Repository()
    {
        var repository = ProvenRepository.OfFees();
        repository.Files.Git("switch", "-q", "main");
        repository.With("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - id: fees\n    path: .\n    prompts: [\"prompts/**\"]\n    commands:\n      evaluate: node evaluate.mjs\n")
            .With("evaluate.mjs", Evaluation).With("prompts/refund.md", "Be polite.\n").With("test/evaluations/polite.json", """{ "name": "is polite", "asks": "polite" }""").Files.Commit("prompts");
        repository.Files.Git("switch", "-q", "-C", "change");
        return repository;
    }
}
