namespace Assay.EndToEnd.Support;

/// <summary>
/// The adder with a small standard of its own that asks for tests and nothing else, so that a good change passes on every machine: on main, with a clone of it on a branch, as a runner has it.
/// </summary>
internal sealed class JudgedProject : IDisposable
{
    private const string Standard = """
        schema: assay/standard/v1
        name: small
        version: 1.0.0
        routing:
          standard_from: 5
          enterprise_from: 16
          sensitive: [scripts/**]
        gates:
          - id: tdd
            title: Tests
            why: Because.
            criteria:
              - id: tests_run
                fact: tests.run
                at_least: 1
                phase: code_completion
                profile: lightweight
                by: author
                why: Seen.
                remedy: Test it.
              - id: tests_pass
                fact: tests.failed
                at_most: 0
                phase: code_completion
                profile: lightweight
                by: author
                why: Agreed.
                remedy: Mend it.
        targets:
          performance: { api_p95: 200 ms, web_cls: 0.1 points }
          resources: { memory: 512 MB }
          alerts:
            - { id: errors, signal: error_rate, above: 1 %, for: 5 min }
          deployment:
            canary: [{ traffic: 100 %, for: 60 min }]
            success: { error_rate: { below: 0.5 % }, latency_p95: { below: 200 ms }, business_metric_drop: { at_most: 5 % } }
            rollback: { error_rate: 2 %, latency_p95: 500 ms, business_metric_drop: 10 % }

        """;

    private const string Configuration = """
        schema: assay/config/v1
        standard: standard.yaml
        components:
          - id: adder
            path: .

        """;

    private readonly Repository _origin;

    private JudgedProject(Repository origin, string clone) => (_origin, Root) = (origin, clone);

    /// <summary>The clean clone.</summary>
    public string Root { get; }

    public string Head => Git("rev-parse", "HEAD").Trim();

    /// <param name="broken">Whether the change breaks a test.</param>
    public static JudgedProject Create(bool broken = false)
    {
        var origin = NodeProject.Create();
        origin.Write("standard.yaml", Standard);
        origin.Write("assay.yaml", Configuration);
        origin.Commit("a standard");
        origin.Git("checkout", "-q", "-b", "feature");
        origin.Write("src/subtract.js", "export function subtract(a, b) {\n  return a - b;\n}\n");
        origin.Write("test/subtract.test.js", $$"""
            import { test } from "node:test";
            import assert from "node:assert";
            import { subtract } from "../src/subtract.js";

            test("subtracts", () => assert.equal(subtract(3, 2), {{(broken ? 2 : 1)}}));

            """);
        origin.Commit("subtracts");
        origin.Git("checkout", "-q", "main");
        var clone = Directory.CreateTempSubdirectory("assay-e2e-clone-").FullName;
        Repository.RunGit(clone, "clone", "-q", "--branch", "feature", origin.Root, ".");
        Repository.RunGit(clone, "config", "user.name", "developer");
        Repository.RunGit(clone, "config", "user.email", "developer@example.org");
        return new JudgedProject(origin, clone);
    }

    public string Git(params string[] arguments) => Repository.RunGit(Root, arguments);

    public AssayRun Assay(params string[] arguments) => AssayProcess.Run(Root, arguments);

    public void Dispose()
    {
        _origin.Dispose();
        Repository.Delete(Root);
    }
}
