using System.Diagnostics;
using Assay.Cli;
using Assay.Cli.Baselines;
using Assay.Cli.Commands;
using Assay.Core.Adoption;
using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Core.Standards;
using Assay.Evidence.Store;
using Assay.Git;
using Assay.Git.Remotes;
using Assay.Toolchains.Components;

namespace Assay.Tests.Support;

/// <summary>
/// A real repository far below the bar: of its three functions a test reaches one. Node's own test runner measures it; the rest of the standard is left out,
/// so that what is owed decides.
/// </summary>
internal sealed class AdoptedRepository : IDisposable
{
    public const string Fees = """
        export function fee(amount) {
          return amount > 100 ? 2 : 1;
        }

        export function refund(amount) {
          const part = amount / 2;
          if (part > 50) {
            return part - 1;
          }
          return part;
        }

        """;

    public const string Legacy = """
        export function legacy(items) {
          let sum = 0;
          for (const item of items) {
            sum += item.price * item.count;
          }
          return sum;
        }

        """;

    private const string Test = """
        import { test } from "node:test";
        import assert from "node:assert";
        import { fee } from "../src/fees.js";

        test("fees", () => {
          assert.equal(fee(10), 1);
          assert.equal(fee(101), 2);
        });

        """;

    private const string Standard = """
        schema: assay/standard/v1
        name: small
        version: 1.0.0
        routing: { standard_from: 5, enterprise_from: 16, sensitive: [] }
        gates:
          - id: tests
            title: Tests
            why: Because.
            criteria:
              - { id: tests_pass, fact: tests.failed, at_most: 0, phase: code_completion, profile: lightweight, by: author, why: Seen., remedy: Mend it. }
              - { id: changed, fact: coverage.changed_lines, at_least: 100 %, phase: code_completion, profile: lightweight, by: author, when_empty: not_applicable, why: Seen., remedy: Test it. }
              - { id: lines, fact: coverage.lines, at_least: 90 %, phase: code_completion, profile: lightweight, by: author, why: Seen., remedy: Test it. }
              - { id: critical, fact: coverage.critical_paths, at_least: 100 %, phase: code_completion, profile: lightweight, by: author, why: Seen., remedy: Test it. }
              - { id: targets_stated, fact: performance.targets_stated, is: true, phase: pre_implementation, profile: lightweight, by: author, why: Seen., remedy: Write it. }
          - id: rules
            title: Rules
            why: Because.
            criteria:
              - { id: rules_kept, fact: rules.loosened, at_most: 0, phase: code_completion, profile: lightweight, by: reviewer, why: Kept., remedy: Keep it. }
        targets:
          performance: { api_p95: 200 ms, web_cls: 0.1 points }
          resources: { memory: 512 MB }
          alerts: [{ id: errors, signal: error_rate, above: 1 %, for: 5 min }]
          deployment:
            canary: [{ traffic: 100 %, for: 60 min }]
            success: { error_rate: { below: 0.5 % }, latency_p95: { below: 200 ms }, business_metric_drop: { at_most: 5 % } }
            rollback: { error_rate: 2 %, latency_p95: 500 ms, business_metric_drop: 10 % }

        """;

    private readonly Clock clock = new();

    private AdoptedRepository()
    {
        Files.Write(".gitignore", ".assay/\n").Write("standard.yaml", Standard)
            .Write("package.json", """{ "name": "fees", "version": "1.0.0", "type": "module", "private": true, "scripts": { "test": "node --test" } }""")
            .Write("assay.yaml", "schema: assay/config/v1\nstandard: standard.yaml\ncomponents:\n  - id: fees\n    path: .\n    critical: [src/fee*.js]\n    tests: [test/**]\nbounds:\n  critical: 10 %\n")
            .Write("src/fees.js", Fees).Write("src/legacy.js", Legacy).Write("test/fees.test.js", Test);
        Files.Commit("fees");
    }

    public TestRepository Files { get; } = TestRepository.Create("shop");

    public string Baseline => File.ReadAllText(Files.FullPath("assay.baseline"));

    /// <summary>The baseline is agreed on main, and a branch is begun.</summary>
    public static AdoptedRepository OnBranch()
    {
        var repository = new AdoptedRepository();
        repository.Adopt();
        repository.Files.Commit("adopts");
        repository.Files.Branch("change");
        return repository;
    }

    /// <summary>Nothing is agreed yet.</summary>
    public static AdoptedRepository Before() => new();

    public AdoptedRepository With(string path, string text)
    {
        Files.Write(path, text);
        return this;
    }

    public AdoptedRepository Edit(string path, string old, string with)
    {
        var text = File.ReadAllText(Files.FullPath(path));
        Assert.Contains(old, text, StringComparison.Ordinal);
        return With(path, text.Replace(old, with, StringComparison.Ordinal));
    }

    /// <summary>Adds a test of an expression behind those that are there.</summary>
    public AdoptedRepository WithTest(string module, string name, string expression)
    {
        var path = $"test/{name}.test.js";
        return With(path, $"import {{ test }} from \"node:test\";\nimport assert from \"node:assert\";\nimport {{ {name} }} from \"../src/{module}.js\";\n\ntest(\"{name}\", () => assert.ok({expression}));\n");
    }

    public AdoptedRepository Later(int days)
    {
        clock.Ahead += TimeSpan.FromDays(days);
        return this;
    }

    /// <summary>Runs the tests with coverage, as they stand, and judges the work tree.</summary>
    public Verdict Check(Phase phase = Phase.CodeCompletion)
    {
        Measure();
        return Judge(phase);
    }

    /// <summary>Judges the work tree by what was measured before.</summary>
    public Verdict Judge(Phase phase = Phase.CodeCompletion) => Run(output => Pipeline.RunAsync(
        Options(phase), Silent(), new Surroundings(output, output, clock), TestContext.Current.CancellationToken)).Result;

    /// <summary>Measures, and runs <c>assay adopt</c>; gives its exit code and what it printed.</summary>
    public (int Exit, string Printed) Adopt(bool plan = false, int days = Terms.LongestDays)
    {
        Measure();
        var until = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(days);
        var (exit, printed) = Run(output => Assay.Cli.Baselines.Adoption.RunAsync(Options(Phase.CodeCompletion) with { Adopting = true, Profile = Profile.Enterprise },
            new AdoptRequest(until, plan), Silent(), new Surroundings(output, output, clock), TestContext.Current.CancellationToken));
        return (exit, printed);
    }

    /// <summary>Judges a clone by nothing but what it brought.</summary>
    public static Verdict JudgeAt(string root) => Run(output => Pipeline.RunAsync(
        new CheckOptions(root, null, null, Phase.CodeCompletion, null, null, [], Collect: false, ShowSources: false, Artifact: null), Silent(), new Surroundings(output, output, TimeProvider.System), TestContext.Current.CancellationToken)).Result;

    public void Dispose() => Files.Dispose();

    /// <summary>Where the coverage report of the last run lies.</summary>
    public string Report => Directory.EnumerateFiles(Files.FullPath(".assay"), "lcov.info", SearchOption.AllDirectories).Single();

    private static (T Result, string Printed) Run<T>(Func<TextWriter, Task<T>> command)
    {
        using var output = new StringWriter();
        return (command(output).GetAwaiter().GetResult(), output.ToString());
    }

    private static Progress Silent() => new(TextWriter.Null, false, quiet: true, verbose: false, TimeProvider.System);

    private CheckOptions Options(Phase phase) => new(Files.Root, null, null, phase, null, null, [], Collect: false, ShowSources: false, Artifact: null);

    private void Measure()
    {
        using var repository = GitRepository.Open(Files.Root);
        var selection = ChangeReader.Select(repository, new ChangeRequest(null, null));
        var (policy, _) = Policies.Load(repository, selection, null, new PinnedStandards(UserCache.Folder, TestContext.Current.CancellationToken));
        var component = ComponentFinder.Find(selection.Head, "", "shop", policy.Configuration).Single().Component;
        var store = new EvidenceStore(Files.Root);
        var started = clock.GetUtcNow().AddSeconds(-1);
        using var folder = store.Begin(component.Id, "node-test");
        var start = new ProcessStartInfo("node",
        [
            "--test", "--experimental-test-coverage", "--test-reporter=lcov", $"--test-reporter-destination={Path.Combine(folder.Path, "lcov.info")}",
            "--test-reporter=junit", $"--test-reporter-destination={Path.Combine(folder.Path, "junit.xml")}",
        ]) { WorkingDirectory = Files.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        foreach (var file in Directory.EnumerateFiles(folder.Path)) File.SetLastWriteTimeUtc(file, clock.GetUtcNow().UtcDateTime);
        store.Commit(folder, new StepRecord(component.Id, "node-test", StepKind.Test, component.Subject, "node --test", "", node.ExitCode, started, clock.GetUtcNow(), false, [], [], "test"));
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + Ahead;
    }
}
