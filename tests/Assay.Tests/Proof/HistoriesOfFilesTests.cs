using Assay.Core.Proofs;
using Assay.Tests.Support;

namespace Assay.Tests.Proof;

/// <summary>Changes of every shape that git knows are proven like any other.</summary>
public sealed class HistoriesOfFilesTests
{
    private const string Higher = "export function fee(amount) {\n  return amount > 1000 ? 3 : amount > 100 ? 2 : 1;\n}\n";
    private const string HigherTest = "test(\"a huge amount costs three\", () => {\n  assert.equal(fee(1001), 3);\n});\n";

    [Fact]
    public void Uncommitted_edits_are_part_of_the_change()
    {
        using var repository = ProvenRepository.OfFees();
        var proof = repository.With("src/fee.js", Higher).WithTests(HigherTest).ProveRange();

        Assert.Equal((ProofOutcome.Proven, true), (proof.Outcome, proof.Dirty));
    }

    [Fact]
    public void A_first_commit_is_proven_against_nothing()
    {
        using var repository = ProvenRepository.OfFees();
        var proof = repository.ProveRange(commit: "main");

        Assert.Equal(ProofOutcome.Proven, proof.Outcome);
        Assert.Equal(2, proof.Tests.Count(test => test.Outcome == TestProofOutcome.Proven));
    }

    [Fact]
    public void A_merge_is_proven_for_what_it_brings_to_its_first_parent()
    {
        using var repository = ProvenRepository.OfFees();
        repository.With("src/fee.js", Higher).WithTests(HigherTest).Files.Commit("higher");
        repository.Files.Git("switch", "-q", "main");
        repository.With("README.md", "# Fees\n").Files.Commit("text");
        repository.Files.Git("merge", "-q", "--no-ff", "-m", "merge", "change");

        var proof = repository.ProveRange(commit: "HEAD");

        Assert.Equal(ProofOutcome.Proven, proof.Outcome);
    }

    /// <summary>Catches a renamed source whose old path stays at red, so that tests of the new one pass there.</summary>
    [Fact]
    public void A_source_that_is_renamed_and_edited_is_taken_back_whole()
    {
        using var repository = ProvenRepository.OfFees();
        repository.Files.Git("mv", "src/fee.js", "src/price of fees.js");
        var proof = repository.With("src/price of fees.js", Higher)
            .With("test/fee.test.js", ProvenRepository.FeeTest.Replace("../src/fee.js", "../src/price of fees.js", StringComparison.Ordinal) + HigherTest).Prove();

        Assert.Equal(ProofOutcome.Proven, proof.Outcome);
        Assert.DoesNotContain(proof.Tests, test => test.Red == PhaseOutcome.Passed && test.Outcome == TestProofOutcome.Proven);
    }

    [Fact]
    public void Names_beyond_ASCII_and_line_ends_of_Windows_are_kept()
    {
        using var repository = ProvenRepository.Empty();
        repository.With(".gitattributes", "*.js text eol=crlf\n")
            .With("package.json", """{ "name": "fees", "version": "1.0.0", "type": "module", "private": true, "scripts": { "test": "node --test" } }""")
            .With("src/gebühr – ☃.js", ProvenRepository.Fee.ReplaceLineEndings("\r\n"))
            .With("test/gebühr ☃.test.js", ProvenRepository.FeeTest.Replace("fee.js", "gebühr – ☃.js", StringComparison.Ordinal).ReplaceLineEndings("\r\n")).Files.Commit("fees");
        repository.Files.Branch("change");
        var test = File.ReadAllText(repository.Files.FullPath("test/gebühr ☃.test.js"));
        var proof = repository.With("src/gebühr – ☃.js", Higher.ReplaceLineEndings("\r\n")).With("test/gebühr ☃.test.js", test + HigherTest.ReplaceLineEndings("\r\n")).Prove();

        Assert.Equal(ProofOutcome.Proven, proof.Outcome);
        Assert.Equal(1, proof.Tests.Count(each => each.Outcome == TestProofOutcome.Proven));
    }

    /// <summary>Catches tests that fail at red only because a submodule's folder is empty there.</summary>
    [Fact]
    public void A_submodule_is_there_in_every_phase()
    {
        using var rates = TestRepository.Create("rates").Write("rates.js", "export const large = 100;\n");
        rates.Commit("rates");
        using var repository = ProvenRepository.Empty();
        repository.Files.Git("-c", "protocol.file.allow=always", "submodule", "add", "-q", rates.Root, "rates");
        repository.With("package.json", """{ "name": "fees", "version": "1.0.0", "type": "module", "private": true, "scripts": { "test": "node --test" } }""")
            .With("src/fee.js", "import { large } from \"../rates/rates.js\";\n" + ProvenRepository.Fee.Replace("> 100", "> large", StringComparison.Ordinal))
            .With("test/fee.test.js", ProvenRepository.FeeTest).Files.Commit("fees");
        repository.Files.Branch("change");
        var proof = repository.With("src/fee.js", "import { large } from \"../rates/rates.js\";\n" + Higher.Replace("> 100 ", "> large ", StringComparison.Ordinal)).WithTests(HigherTest).Prove();

        Assert.Equal(ProofOutcome.Proven, proof.Outcome);
        Assert.Equal([PhaseOutcome.Failed], proof.Tests.Select(test => test.Red));
    }

    /// <summary>Catches a change in one half that is proven by a test of the other.</summary>
    [Fact]
    public void Each_component_of_a_repository_is_proven_for_itself()
    {
        using var repository = ProvenRepository.Empty();
        foreach (var name in (string[])["buy", "sell"])
        {
            repository.With($"{name}/package.json", $$"""{ "name": "{{name}}", "version": "1.0.0", "type": "module", "private": true, "scripts": { "test": "node --test" } }""")
                .With($"{name}/src/fee.js", ProvenRepository.Fee).With($"{name}/test/fee.test.js", ProvenRepository.FeeTest);
        }
        repository.Files.Commit("both");
        repository.Files.Branch("change");
        var proof = repository.With("buy/src/fee.js", Higher).With("buy/test/fee.test.js", ProvenRepository.FeeTest + HigherTest).With("sell/src/fee.js", Higher).Prove();

        Assert.Equal([("buy", ProofOutcome.Proven), ("sell", ProofOutcome.Untested)], proof.Components.Select(component => (component.Id, component.Outcome)));
        Assert.Equal(ProofOutcome.Untested, proof.Outcome);
    }
}
