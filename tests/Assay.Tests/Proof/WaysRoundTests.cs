using Assay.Core.Proofs;
using Assay.Tests.Support;

namespace Assay.Tests.Proof;

/// <summary>Ways round that were tried: behaviour changes, and the test that would have told is kept from telling. Beside it a trivial test is proven.</summary>
public sealed class WaysRoundTests
{
    private const string Changed = "export function fee(amount) {\n  return amount > 100 ? 7 : 1;\n}\n\nexport function one() {\n  return 1;\n}\n";
    private const string Trivial = "test(\"one\", () => {\n  assert.equal(one(), 1);\n});\n";

    /// <summary>Catches an expectation that is made to fit: nothing but the edited test is red.</summary>
    [Fact]
    public void An_expected_value_that_changes_with_no_other_red_is_weakened()
    {
        using var repository = ProvenRepository.OfFees();
        var proof = repository.With("src/fee.js", ProvenRepository.Fee.Replace("2", "7", StringComparison.Ordinal))
            .With("test/fee.test.js", ProvenRepository.FeeTest.Replace("fee(101), 2", "fee(101), 7", StringComparison.Ordinal)).Prove();

        Assert.Equal(ProofOutcome.Weakened, proof.Outcome);
        Assert.Contains(proof.Weakened, weakened => weakened.Test.EndsWith("a large amount costs two", StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Masks => new()
    {
        { "deleted", Tests.Replace(LargeTest, "", StringComparison.Ordinal) },
        { "never run", "import { test as run } from \"node:test\";\nconst test = (title, body) => title.includes(\"large\") || run(title, body);\n" + Tests.Replace("import { test } from \"node:test\";\n", "", StringComparison.Ordinal) },
        { "skipped by a word", Tests.Replace("test(\"a large amount", "test[\"skip\"](\"a large amount", StringComparison.Ordinal) },
        { "asserting nothing", Tests.Replace("import { fee", "assert.equal = () => {};\nimport { fee", StringComparison.Ordinal) },
        { "swallowing", Tests.Replace("assert.equal(fee(101), 2);", "try { assert.equal(fee(101), 2); } catch (done) { void done; }", StringComparison.Ordinal) },
        { "never called", Tests.Replace("assert.equal(fee(101), 2);", "const later = () => { assert.equal(fee(101), 2); };", StringComparison.Ordinal) },
        { "shadowed", Tests.Replace("import { fee, one } from \"../src/fee.js\";", "import { one } from \"../src/fee.js\";\nconst fee = amount => amount > 100 ? 2 : 1;", StringComparison.Ordinal) },
        { "about something else", Tests.Replace("assert.equal(fee(101), 2);", "assert.equal(fee(10), 1);", StringComparison.Ordinal) },
    };

    /// <summary>Catches every disguise that its text does not give away: the test as it was before fails with the change.</summary>
    [Theory]
    [MemberData(nameof(Masks))]
    public void A_test_that_is_kept_from_telling_what_broke_is_weakened(string how, string test)
    {
        using var repository = ProvenRepository.OfFees();
        var proof = repository.With("src/fee.js", Changed).With("test/fee.test.js", test).Prove();

        Assert.True(proof.Outcome == ProofOutcome.Weakened, $"{how}: {proof.Outcome}, {proof.Reason}");
        Assert.Contains(proof.Weakened, weakened => weakened.Test.Contains("a large amount costs two", StringComparison.Ordinal));
    }

    /// <summary>Catches new behaviour that is taken for a weakening: the same test asks for it, and another one is red too.</summary>
    [Fact]
    public void A_test_that_is_brought_up_to_a_new_behaviour_beside_a_new_one_is_proven()
    {
        using var repository = ProvenRepository.OfFees();
        var proof = repository.With("src/fee.js", Changed).With("test/fee.test.js", Tests.Replace("fee(101), 2", "fee(101), 7", StringComparison.Ordinal)).Prove();

        Assert.Equal((ProofOutcome.Proven, 0), (proof.Outcome, proof.Weakened.Length));
    }

    /// <summary>Catches production that the change itself calls a test.</summary>
    [Fact]
    public void What_was_production_before_the_change_stays_it()
    {
        using var repository = ProvenRepository.OfFees();
        repository.Files.Git("switch", "-q", "main");
        repository.With("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - id: fees\n    path: .\n").With("src/vip.js", "export const vip = 1;\n").Files.Commit("vip");
        repository.Files.Git("switch", "-q", "-C", "change");
        var proof = repository.With("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - id: fees\n    path: .\n    tests: [\"src/vip.js\"]\n").With("src/vip.js", "export const vip = 2;\n").Prove();

        Assert.Equal(ProofOutcome.Untested, proof.Outcome);
    }

    /// <summary>Catches a source beside all components, whose edit would be "documentation".</summary>
    [Fact]
    public void A_source_that_no_component_holds_is_inconclusive()
    {
        using var repository = ProvenRepository.Empty();
        repository.With("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - id: pay\n    path: services/pay\n").With("lib/shared.js", "export const rate = 1;\n")
            .With("services/pay/package.json", """{ "name": "pay", "type": "module", "scripts": { "test": "node --test" } }""").With("services/pay/src/pay.js", "export const pay = 1;\n").Files.Commit("pay");
        repository.Files.Branch("change");

        Assert.Equal(ProofOutcome.Inconclusive, repository.With("lib/shared.js", "export const rate = 2;\n").Prove().Outcome);
    }

    private static string Tests => ProvenRepository.FeeTest.Replace("import { fee }", "import { fee, one }", StringComparison.Ordinal) + Trivial;

    private const string LargeTest = "test(\"a large amount costs two\", () => {\n  assert.equal(fee(101), 2);\n});\n";
}
