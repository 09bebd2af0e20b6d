using Assay.Cli;
using Assay.Cli.Commands;
using Assay.Cli.Proving;
using Assay.Core.Proofs;
using Assay.Proof;
using Assay.Tests.Support;

namespace Assay.Tests.Proof.Hunks;

/// <summary>The whole way, with real commits and <c>node --test</c>.</summary>
public sealed class HunksOfNodeTests : IDisposable
{
    private readonly TestRepository repository = TestRepository.Create();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Each_hunk_is_held_by_the_test_that_asked_for_it()
    {
        repository.Write("package.json", """{ "name": "sums", "version": "1.0.0", "type": "module", "scripts": { "test": "node --test" } }""")
            .Write("src/sum.js", "export function sum(a, b) {\r\n  const first = a;\r\n  return first;\r\n}\r\n\r\nexport function half(a) {\r\n  return a;\r\n}\r\n")
            .Write("test/sum.test.js", Test("sum", "sum(1, 0)", "1"));
        repository.Commit("base");
        repository.Write("src/sum.js", """
            import { check } from './check.js';
            export function sum(a, b) {
              check(a);
              const first = a;
              return first + b;
            }

            export function half(a) {
              return a / 2;
            }

            """.ReplaceLineEndings("\r\n"))
            .Write("src/check.js", "export function check(a) {\n  if (typeof a !== 'number') throw new TypeError('no number');\n}\n")
            .Write("src/more.js", """
                export function twice(a) {
                  return a * 2;
                }

                export function never(a) {
                  return a * 3;
                }

                """)
            .Write("test/sum.test.js", Test("sum", "sum(1, 2)", "3"))
            .Write("test/more.test.js", Test("more", "twice(2)", "4", "twice"));
        var commit = repository.Commit("head");

        var (proof, _) = await ProofPipeline.RunAsync(new ProveOptions(repository.Root, null, null, commit, true, TimeSpan.FromMinutes(10)), new Silent(),
            new Surroundings(TextWriter.Null, TextWriter.Null, TimeProvider.System), TestContext.Current.CancellationToken);

        var hunks = proof.Hunks!.Value.Select(hunk => $"{hunk.File}:{HunkLines.Of(hunk.FirstLine, hunk.LastLine)} {hunk.Held} {hunk.By} {hunk.Reason}".Trim()).ToList();
        Assert.Equal(ProofOutcome.Proven, proof.Outcome);
        Assert.Equal(
            [
                "src/check.js:1-3 False  no test fails without it, taken back together with src/sum.js:1, src/sum.js:3",
                "src/more.js:1-4 True test/more.test.js",
                "src/more.js:5-7 False  no test reaches it",
                "src/sum.js:1 False  no test fails without it, taken back together with src/check.js:1-3, src/sum.js:3",
                "src/sum.js:3 False  no test fails without it",
                "src/sum.js:5 True test/sum.test.js > sum(1, 2)",
                "src/sum.js:9 False  no test reaches it",
            ], hunks);
        Assert.StartsWith("Write a test that fails without src/check.js:1-3", proof.NextStep, StringComparison.Ordinal);
    }

    private static string Test(string module, string call, string result, string? name = null) => $$"""
        import test from 'node:test';
        import assert from 'node:assert';
        import { {{name ?? module}} } from '../src/{{module}}.js';
        test('{{call}}', () => assert.equal({{call}}, {{result}}));

        """;

    private sealed class Silent : IProofProgress
    {
        public void Started(string what) { }

        public void Printed(string line) { }
    }
}
