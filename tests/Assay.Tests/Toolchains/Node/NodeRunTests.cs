using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Toolchains;
using Assay.Toolchains.Commands;
using Assay.Toolchains.Node;

namespace Assay.Tests.Toolchains.Node;

/// <summary>Runs the real tools on small projects in folders of their own.</summary>
public sealed class NodeRunTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nodes_own_runner_leaves_its_results_and_shows_the_catch_that_no_test_reached()
    {
        Assert.SkipUnless(ProgramFinder.Find("node", folder.Path) is not null, "node is not installed");
        folder.Write("r/package.json", """{"type": "module", "scripts": {"test": "node --test"}}""");
        folder.Write("r/ledger.js", "export function post(x) {\n  try {\n    if (x < 0) throw new Error('negative');\n    return x;\n  } catch {\n    return 0;\n  }\n}\n");
        folder.Write("r/test/ledger.test.js", """
            import { describe, it } from "node:test";
            import assert from "node:assert";
            import { post } from "../ledger.js";
            describe("ledger", () => {
              it("posts", () => assert.equal(post(1), 1));
              it("is broken", () => assert.equal(post(1), 2));
              it.skip("is left out", () => {});
            });
            """);

        StepResult result = await Run("node-test");

        Assert.Empty(result.Problems);
        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain(folder.Path, result.Command);
        Assert.Equal(
            [("is broken", TestOutcome.Failed), ("is left out", TestOutcome.Skipped), ("posts", TestOutcome.Passed)],
            Seen("junit.xml").OfType<TestCase>().Select(test => (test.Name.Split(" > ")[^1].Split('.')[^1], test.Outcome)).Order());
        FileCoverage ledger = Assert.Single(Seen("lcov.info").OfType<FileCoverage>(), file => file.Path.EndsWith("ledger.js", StringComparison.Ordinal));
        Assert.Equal([(4, true), (6, false)], ledger.Lines.Where(line => line.Line is 4 or 6).Select(line => (line.Line, line.Covered)));
    }

    [Fact]
    public async Task A_run_that_breaks_without_a_failed_test_is_a_problem()
    {
        Assert.SkipUnless(ProgramFinder.Find("node", folder.Path) is not null, "node is not installed");
        folder.Write("r/package.json", """{"scripts": {"test": "node --no-such-option --test"}}""");

        AssayError problem = Assert.Single((await Run("node-test")).Problems);

        Assert.Equal(CollectionErrors.ToolFailed, problem.Kind);
        Assert.Contains("no-such-option", problem.What);
    }

    [Theory]
    [InlineData("vitest", "node-test", "package.json")]
    [InlineData("jest", "node-test", "package.json")]
    [InlineData("mocha", "node-test", "package.json")]
    [InlineData("", "node-types", "tsconfig.json")]
    [InlineData("", "node-lint", "eslint.config.js")]
    public async Task A_tool_that_is_not_installed_is_named_with_how_to_get_it(string script, string step, string file)
    {
        folder.Write($"r/{file}", "{}");
        folder.Write("r/package.json", $$"""{ "scripts": { "test": "{{script}}" } }""");

        AssayError problem = Assert.Single((await Run(step)).Problems);

        Assert.Equal(CollectionErrors.ToolMissing, problem.Kind);
        Assert.Contains("npm install --save-dev", problem.Step);
    }

    [Fact]
    public async Task A_runner_that_assay_does_not_know_is_said_and_not_passed_over()
    {
        folder.Write("r/package.json", """{"scripts": {"test": "karma start"}}""");

        AssayError problem = Assert.Single((await Run("node-test")).Problems);

        Assert.Equal(CollectionErrors.ToolProducedNothing, problem.Kind);
        Assert.Contains("karma start", problem.What);
    }

    [Fact]
    public async Task TypeScript_from_the_registry_names_the_line_with_the_wrong_type()
    {
        Assert.SkipUnless(ProgramFinder.Find("npm", folder.Path) is not null, "npm is not installed");
        folder.Write("r/package.json", """{"private": true, "devDependencies": {"typescript": "5.9.3"}}""");
        folder.Write("r/tsconfig.json", """{"files": [], "references": [{"path": "app"}]}""");
        folder.Write("r/app/tsconfig.json", """{"compilerOptions": {"strict": true, "types": []}}""");
        folder.Write("r/app/a.ts", "export const one = 1;\nexport const two: number = 'two';\n");

        Assert.Empty((await Run("node-install")).Problems);
        StepResult result = await Run("node-types");

        Assert.Empty(result.Problems);
        Assert.Equal(2, result.ExitCode);
        ToolFinding finding = Assert.Single(Seen("types.sarif").OfType<ToolFinding>());
        Assert.Equal((FindingCategory.Types, "TS2322", "app/a.ts", 2), (finding.Category, finding.Rule, finding.File, finding.Line));
    }

    private async Task<StepResult> Run(string name)
    {
        string root = folder.File("r");
        var tree = FolderTree.OfProject(root);
        var toolchain = new NodeToolchain();
        ToolchainRoot found = Assert.Single(toolchain.Detect(tree, ""));
        var limit = TimeSpan.FromMinutes(3);
        var component = new Component("c", "", null, null, [found], "sha256:0");
        Step step = Assert.Single(toolchain.Steps(new StepContext(root, tree, component, found, new Dictionary<string, string>(), limit)), step => step.Name == name);
        Directory.CreateDirectory(folder.File("step"));
        return await step.Run(new StepRun(folder.File("step"), new CommandRunner(limit)), TestContext.Current.CancellationToken);
    }

    private IReadOnlyList<Observation> Seen(string report) => EvidenceFile.Read(folder.File($"step/{report}"), TestContext.Current.CancellationToken).Observations;
}
