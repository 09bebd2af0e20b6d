using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Toolchains;
using Assay.Toolchains.Node;

namespace Assay.Tests.Toolchains.Node.Testing;

/// <summary>Each of the four runners on small real projects, as the phases of a proof run them.</summary>
public sealed class NodeTestStepTests(InstalledRunners runners) : IClassFixture<InstalledRunners>, IDisposable
{
    private static readonly Trial All = new(Coverage: false, []);

    private readonly TempFolder folder = new();

    public static TheoryData<string> Runners => ["vitest", "jest", "mocha", "node"];

    public void Dispose()
    {
        if (Directory.Exists(folder.File("r/node_modules"))) Directory.Delete(folder.File("r/node_modules"));
        folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Runners))]
    public async Task A_file_that_does_not_load_is_a_failed_case_of_its_name_beside_the_results_of_the_others(string runner)
    {
        var file = Project(runner);
        folder.Write($"r/{Test(runner, "broken")}", Head(runner) + (runner == "jest" ? "const { gone } = require('../nowhere');\n" : "import { gone } from '../nowhere.mjs';\n") + "it('never runs', () => gone());\n");
        folder.Write($"r/{Test(runner, "syntax")}", Head(runner) + "it('never ends', () => {\n");

        var run = await Run(All);

        Assert.Null(run.Problem);
        var broken = Assert.Single(run.Tests, test => test.Name == Test(runner, "broken"));
        Assert.Equal((TestOutcome.Failed, Test(runner, "broken")), (broken.Outcome, broken.File));
        Assert.Contains("nowhere", broken.Message);
        Assert.Equal(TestOutcome.Failed, Assert.Single(run.Tests, test => test.Name == Test(runner, "syntax")).Outcome);
        Assert.Equal(
            [("sum (of two) > adds 1 + 1?", TestOutcome.Passed), ("sum (of two) > adds 2 + 1?", TestOutcome.Passed), ("sum (of two) > is wrong", TestOutcome.Failed),
                ("sum (of two) > later", TestOutcome.Skipped), ("sum (of two) > twice", TestOutcome.Passed), ("sum (of two) > twice", TestOutcome.Passed)],
            run.Tests.Where(test => test.File == file).Select(test => (test.Name, test.Outcome)).Order());
        Assert.DoesNotContain(run.Tests, test => $"{test.Id}{test.File}{test.Message}{test.Trace}".Contains(folder.Path));
    }

    [Theory]
    [MemberData(nameof(Runners))]
    public async Task Only_the_tests_that_are_asked_for_run_whatever_characters_their_titles_hold(string runner)
    {
        var file = Project(runner);
        var asked = new TestCase($"{file} > sum (of two) > adds 1 + 1?", "sum (of two) > adds 1 + 1?", TestOutcome.Passed, File: file);

        var run = await Run(new Trial(false, [asked]));

        Assert.Null(run.Problem);
        Assert.Equal([(asked.Id, TestOutcome.Passed)], run.Tests.Select(test => (test.Id, test.Outcome)));
    }

    [Theory]
    [MemberData(nameof(Runners))]
    public async Task Tests_that_are_nowhere_are_a_problem_and_no_empty_success(string runner)
    {
        var file = Project(runner);

        var run = await Run(new Trial(false, [new TestCase("x", "sum (of two) > no such title", TestOutcome.Passed, File: file)]));

        Assert.Equal((CollectionErrors.ToolProducedNothing, StepKind.Test), (run.Problem!.Kind, run.Broke!.Value));
        Assert.Contains("none of the 1 tests", run.Problem.What);
    }

    [Theory]
    [MemberData(nameof(Runners))]
    public async Task A_test_that_hangs_is_stopped_at_the_limit_and_shows_nothing(string runner)
    {
        Project(runner);
        folder.Write($"r/{Test(runner, "sum")}", Head(runner) + "it('hangs', () => { for (;;) {} });\n");

        Assert.Equal(CollectionErrors.ToolTimedOut, (await Run(All, TimeSpan.FromSeconds(4))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Runners))]
    public async Task A_run_without_any_test_is_a_problem(string runner)
    {
        Project(runner);
        File.Delete(folder.File($"r/{Test(runner, "sum")}"));

        Assert.NotNull((await Run(All)).Problem);
    }

    [Theory]
    [MemberData(nameof(Runners))]
    public async Task Coverage_changes_no_name_and_names_files_as_they_lie_on_the_machine(string runner)
    {
        Assert.SkipWhen(runner is "vitest" or "mocha", "its coverage is another package");
        Project(runner);

        var plain = await Run(All);
        var covered = await Run(All with { Coverage = true });

        Assert.Equal(plain.Tests.Select(test => (test.Id, test.File)).Order(), covered.Tests.Select(test => (test.Id, test.File)).Order());
        Assert.Empty(plain.Seen.OfType<FileCoverage>());
        Assert.Contains(covered.Seen.OfType<FileCoverage>(), seen => seen.Path == folder.File(runner == "jest" ? "r/sum.js" : "r/sum.mjs"));
    }

    [Fact]
    public async Task A_file_with_spaces_and_letters_of_other_alphabets_keeps_its_name()
    {
        Project("node");
        folder.Write("r/test/größe und maß.test.mjs", Head("node") + "it('misst', () => {});\n");

        var test = Assert.Single((await Run(All)).Tests, test => test.Name.EndsWith("misst", StringComparison.Ordinal));

        Assert.Equal(("misst", "test/größe und maß.test.mjs"), (test.Name, test.File));
        Assert.Equal(["misst"], (await Run(new Trial(false, [test]))).Tests.Select(only => only.Name));
    }

    private Task<TrialRun> Run(Trial trial, TimeSpan? limit = null) => TrialRun.InAsync(new NodeToolchain(), folder.File("r"), trial, limit);

    /// <summary>A project with one file of tests, whose path it returns.</summary>
    private string Project(string runner)
    {
        Assert.SkipWhen(runners.Packages is null, "npm is not installed");
        var sum = runner == "jest" ? "exports.sum = (a, b) => a + b;\n" : "export const sum = (a, b) => a + b;\n";
        folder.Write("r/package.json", $$"""{ "scripts": { "test": "{{(runner == "node" ? "node --test" : runner)}}" } }""");
        folder.Write($"r/{(runner == "jest" ? "sum.js" : "sum.mjs")}", sum);
        if (runner == "mocha") folder.Write("r/.mocharc.json", """{"spec": "test/*.mjs", "bail": true}""");
        var file = Test(runner, "sum");
        folder.Write($"r/{file}", Head(runner) + (runner == "jest" ? "const { sum } = require('../sum');\n" : "import { sum } from '../sum.mjs';\n") + """
            import_assert
            describe("sum (of two)", () => {
              for (const n of [1, 2]) it(`adds ${n} + 1?`, () => assert.equal(sum(n, 1), n + 1));
              it("twice", () => {});
              it("twice", () => {});
              it("is wrong", () => assert.equal(sum(1, 1), 3));
              it.skip("later", () => {});
            });
            """.Replace("import_assert", runner == "jest" ? "const assert = require('node:assert');" : "import assert from 'node:assert';"));
        if (!Directory.Exists(folder.File("r/node_modules"))) Directory.CreateSymbolicLink(folder.File("r/node_modules"), runners.Packages!);
        return file;
    }

    private static string Test(string runner, string name) => $"test/{name}.test.{(runner == "jest" ? "js" : "mjs")}";

    private static string Head(string runner) => runner switch
    {
        "vitest" => "import { describe, it } from 'vitest';\n",
        "node" => "import { describe, it } from 'node:test';\n",
        _ => "",
    };
}
