using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.Check;

/// <summary>Ways in which a small change tries not to be looked at. None of them turns a criterion green.</summary>
public sealed class DodgingTests
{
    [Fact]
    public void Code_in_a_folder_named_fixtures_that_production_imports_has_to_be_covered()
    {
        using var repository = NodeProject.Create();
        repository.Write("src/fixtures/fee.js", "export function fee(amount) {\n  return amount / 100;\n}\n");
        repository.Write("src/pay.js", "import { fee } from \"./fixtures/fee.js\";\nexport const pay = fee;\n");
        var run = Check(repository);
        Assert.Equal("fail", run.Status("coverage_changed_lines"));
        Assert.Contains(run.Finding("coverage_changed_lines").GetProperty("locations").EnumerateArray(),
            place => place.GetProperty("file").GetString() == "src/fixtures/fee.js");
    }

    [Fact]
    public void A_second_run_of_the_test_script_that_fails_fails()
    {
        using var repository = NodeProject.Create();
        repository.Write("package.json", """
            { "name": "adder", "version": "1.0.0", "type": "module", "exports": "./src/add.js",
              "scripts": { "test": "node --test test/add.test.js && node --test test/slow.js" } }
            """);
        repository.Write("test/slow.js", "import { test } from \"node:test\";\ntest(\"slow\", () => { throw new Error(\"no\"); });\n");
        repository.Commit("two runs");
        repository.Write("src/note.js", "// nothing\n");
        Assert.Equal("fail", Check(repository).Status("tests_pass"));
    }

    [Fact]
    public void A_file_that_the_change_calls_generated_is_named_and_fails_rules_kept()
    {
        using var repository = NodeProject.Create();
        repository.Write("dist/fee.js", "export function fee(amount) {\n  return amount / 100;\n}\n");
        var run = Check(repository);
        Assert.Equal("fail", run.Status("rules_kept"));
        Assert.Contains(run.Weakened, what => what.Contains("generated", StringComparison.Ordinal));
    }

    [Fact]
    public void A_standard_named_on_the_command_line_holds_as_it_was_at_base_too()
    {
        using var repository = NodeProject.Create();
        repository.Write("standards/ours.yaml", Standard(failed: 0));
        repository.Write("test/red.test.js", "import { test } from \"node:test\";\ntest(\"red\", () => { throw new Error(\"no\"); });\n");
        repository.Commit("our standard");
        repository.Write("standards/ours.yaml", Standard(failed: 9));
        Assert.Equal("fail", Check(repository, "--standard", repository.FullPath("standards/ours.yaml")).Status("tests_pass"));
    }

    /// <summary>A run that was killed left the reports of some steps, each of them in order.</summary>
    [Fact]
    public void What_an_interrupted_run_left_does_not_count_later()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends a POSIX signal");
        using var repository = NodeProject.Create();
        repository.Write("package.json", """
            { "name": "adder", "version": "1.0.0", "type": "module", "exports": "./src/add.js",
              "scripts": { "test": "node --test test/add.test.js && node --test test/slow.js" } }
            """);
        repository.Write("test/slow.js", """
            import { test } from "node:test";
            import { writeFileSync } from "node:fs";
            test("slow", async () => { writeFileSync("node_modules.pid", "x"); await new Promise(done => setTimeout(done, 60000)); throw new Error("no"); });
            """);
        repository.Write(".gitignore", "node_modules/\n.assay/\n*.pid\n");
        repository.Commit("two runs");
        repository.Write("src/note.js", "// nothing\n");

        using var check = AssayProcess.Start(repository.Root, new Dictionary<string, string>(), "check");
        Assert.True(SpinWait.SpinUntil(() => File.Exists(repository.FullPath("node_modules.pid")), TimeSpan.FromSeconds(60)), "the second run did not begin");
        Shell.Interrupt(check);
        Assert.True(check.WaitForExit(TimeSpan.FromSeconds(30)));

        Assert.Equal("error", Check(repository, "--no-collect").Status("tests_pass"));
    }

    [Fact]
    public void What_lies_beside_the_declared_components_is_searched_for_secrets_and_code_there_is_named()
    {
        using var repository = NodeProject.Create();
        repository.Write("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - id: adder\n    path: src\n");
        repository.Commit("one component");
        repository.Write("tools/fee.js", "export function fee(amount) {\n  return amount / 100;\n}\n");
        repository.Write(".env", string.Join('_', "AWS", "SECRET", "ACCESS", "KEY") + "=\"" + string.Concat(Enumerable.Repeat("Zq7", 13)) + "x\"\n");
        var run = Check(repository);
        Assert.Equal(("fail", "fail"), (run.Status("secrets"), run.Status("rules_kept")));
        Assert.Contains(run.Weakened, what => what.Contains("no component", StringComparison.Ordinal));
    }

    private static AssayRun Check(Repository repository, params string[] arguments) => repository.Assay(["check", "--format", "json", .. arguments]);

    private static string Standard(int failed) =>
        File.ReadAllText(Path.Combine(AssayProcess.RepositoryRoot, "standards", "production.yaml"))
            .Replace("fact: tests.failed\n        at_most: 0", $"fact: tests.failed\n        at_most: {failed}", StringComparison.Ordinal);
}
