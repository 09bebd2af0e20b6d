using Assay.Cli;
using Assay.Cli.Commands;
using Assay.Cli.Proving;
using Assay.Proof;

namespace Assay.Tests.Support;

/// <summary>
/// A real repository whose changes are proven by the real runner: a package of fees, tested by <c>node --test</c>, which needs nothing installed.
/// Main holds one function and its test; the change is made on a branch.
/// </summary>
internal sealed class ProvenRepository : IDisposable
{
    public const string Fee = "export function fee(amount) {\n  return amount > 100 ? 2 : 1;\n}\n";

    public const string FeeTest = """
        import { test } from "node:test";
        import assert from "node:assert";
        import { fee } from "../src/fee.js";

        test("a small amount costs one", () => {
          assert.equal(fee(10), 1);
        });

        test("a large amount costs two", () => {
          assert.equal(fee(101), 2);
        });

        """;

    private ProvenRepository() => Files = TestRepository.Create("shop").Write(".gitignore", ".assay/\nnode_modules/\ndist/\n");

    public TestRepository Files { get; }

    /// <summary>Main is committed; what follows is the change.</summary>
    public static ProvenRepository OfFees()
    {
        var repository = new ProvenRepository();
        repository.Files.Write("package.json", """{ "name": "fees", "version": "1.0.0", "type": "module", "private": true, "scripts": { "test": "node --test" } }""")
            .Write("src/fee.js", Fee).Write("test/fee.test.js", FeeTest).Commit("fees");
        repository.Files.Branch("change");
        return repository;
    }

    /// <summary>Nothing is committed yet.</summary>
    public static ProvenRepository Empty() => new();

    /// <summary>Writes a file of the change.</summary>
    public ProvenRepository With(string path, string text)
    {
        Files.Write(path, text);
        return this;
    }

    /// <summary>Adds tests behind those that are there.</summary>
    public ProvenRepository WithTests(string text) => With("test/fee.test.js", File.ReadAllText(Files.FullPath("test/fee.test.js")) + text);

    /// <summary>Commits the change and proves it.</summary>
    public Core.Proofs.Proof Prove()
    {
        Files.Commit("change");
        return ProveRange();
    }

    /// <summary>Proves the branch as it stands, uncommitted edits included.</summary>
    public Core.Proofs.Proof ProveRange(string? commit = null, bool hunks = false) => ProofPipeline.RunAsync(
        new ProveOptions(Files.Root, null, null, commit, hunks, TimeSpan.FromMinutes(5)), new Silent(), new Surroundings(TextWriter.Null, TextWriter.Null, TimeProvider.System),
        TestContext.Current.CancellationToken).GetAwaiter().GetResult().Proof;

    /// <summary>Proves the commits of the branch one by one.</summary>
    public Core.Proofs.History ProveEach() => ProofPipeline.EachAsync(
        new ProveOptions(Files.Root, "main", null, null, false, TimeSpan.FromMinutes(5)), new Silent(), new Surroundings(TextWriter.Null, TextWriter.Null, TimeProvider.System),
        TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    public void Dispose() => Files.Dispose();

    private sealed class Silent : IProofProgress
    {
        public void Started(string what)
        {
        }

        public void Printed(string line)
        {
        }
    }
}
