using System.Text.Json;
using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.Prove;

/// <summary>A check after a proof of the same content runs no test again, and says the same as one that ran them.</summary>
public sealed class GreenReusedTests
{
    private const string NotRun = "as assay prove ran it";

    /// <summary>Catches a proof that calls or counts a test otherwise than a check, measures other lines, or is not found by it.</summary>
    [Theory]
    [InlineData("node")]
    [InlineData("dotnet")]
    [InlineData("python")]
    public void What_a_proof_left_tells_what_running_the_tests_tells(string toolchain)
    {
        using var project = Project(toolchain);
        var proven = project.Assay("prove");
        Assert.True(proven.ExitCode == 0, proven.ToString());

        var reusing = Check(project);
        Assert.Contains(NotRun, reusing.Error, StringComparison.Ordinal);
        Assert.Equal("pass", reusing.Status("tests_pass"));
        Assert.Contains(reusing.Json.GetProperty("evidence").EnumerateArray(), item =>
            item.GetProperty("trust").GetString() == "recorded" && item.GetProperty("producedBy").GetString()!.Contains("assay prove: ", StringComparison.Ordinal));
        Directory.Delete(Path.Combine(project.Repository.Root, ".assay"), recursive: true);
        var running = Check(project);
        Assert.DoesNotContain(NotRun, running.Error, StringComparison.Ordinal);
        Assert.Equal(Facts(running), Facts(reusing));
        Assert.Contains(Facts(running), fact => fact.StartsWith("coverage.changed_lines 100", StringComparison.Ordinal));
    }

    /// <summary>Catches a green of other content, or of other surroundings, that stands in for tests that would fail now.</summary>
    [Fact]
    public void Another_content_or_another_environment_is_tested_again()
    {
        using var project = ProofProject.Proven();
        Assert.Equal(0, project.Assay("prove").ExitCode);
        Assert.Contains(NotRun, Check(project).Error, StringComparison.Ordinal);

        project.Variables["FEATURE_FLAG"] = "1";
        Assert.DoesNotContain(NotRun, Check(project).Error, StringComparison.Ordinal);

        Assert.Equal(0, project.Assay("prove").ExitCode);
        project.Repository.Replace("src/subtract.js", "a - b", "a + b");
        var edited = Check(project);
        Assert.DoesNotContain(NotRun, edited.Error, StringComparison.Ordinal);
        Assert.Equal("fail", edited.Status("tests_pass"));
    }

    /// <summary>Catches failures that stay in the way after their cause outside of the content is gone.</summary>
    [Fact]
    public void Tests_that_failed_at_head_run_again()
    {
        using var project = ProofProject.Proven();
        project.Repository.Write("test/outside.test.js", "import { test } from \"node:test\";\nimport { readFileSync } from \"node:fs\";\ntest(\"is set up\", () => readFileSync(process.env.XDG_CACHE_HOME + \"/ready\"));\n");
        Assert.Equal(1, project.Assay("prove").ExitCode);
        var check = Check(project);
        Assert.DoesNotContain(NotRun, check.Error, StringComparison.Ordinal);
        Assert.Equal("fail", check.Status("tests_pass"));
    }

    /// <summary>Catches a green that stands although the same tests failed since, at a proof that a check would have had to believe.</summary>
    [Fact]
    public void A_later_proof_whose_tests_fail_leaves_nothing_to_reuse()
    {
        using var project = ProofProject.Proven();
        project.Repository.Write("CHANGELOG.md", "## 1.0.0\n");
        project.Repository.Write("test/changelog.test.js", "import { test } from \"node:test\";\nimport assert from \"node:assert\";\nimport { readFileSync } from \"node:fs\";\ntest(\"names the version\", () => assert.match(readFileSync(\"CHANGELOG.md\", \"utf8\"), /1\\.0\\.0/));\n");
        Assert.Equal(0, project.Assay("prove").ExitCode);
        Assert.Contains(NotRun, Check(project).Error, StringComparison.Ordinal);

        project.Repository.Write("CHANGELOG.md", "## 2.0.0\n");
        Runs(project, "fail"); // no source changed, and yet other words decide
        project.Repository.Write("CHANGELOG.md", "## 1.0.0\n");
        Assert.Equal(0, project.Assay("prove").ExitCode);
        project.Repository.Write("CHANGELOG.md", "## 2.0.0\n");
        Assert.Equal(1, project.Assay("prove").ExitCode);
        Runs(project, "fail");
    }

    /// <summary>Catches a test that passed once and failed when the proof ran it again.</summary>
    [Fact]
    public void What_the_proof_itself_saw_failing_is_not_kept()
    {
        using var project = ProofProject.Proven();
        var count = Path.Combine(Path.GetDirectoryName(project.Variables["TMPDIR"])!, "count");
        project.Repository.Replace("src/add.js", "a > 100", "a >= 100");
        project.Repository.Write("test/sometimes.test.js", $$"""
            import { test } from "node:test";
            import assert from "node:assert";
            import { existsSync, writeFileSync } from "node:fs";
            import { add } from "../src/add.js";
            test("sometimes", () => {
              const first = !existsSync({{JsonSerializer.Serialize(count)}});
              if (add(100, 1) === 100) writeFileSync({{JsonSerializer.Serialize(count)}}, "x");
              assert.ok(first && add(100, 1) === 100);
            });

            """);
        project.Assay("prove");
        Runs(project, "fail");
    }

    /// <summary>Catches a green of files that no tree holds: they may have changed since.</summary>
    [Theory]
    [InlineData("submodule")]
    [InlineData("link")]
    public void Where_tests_may_read_what_no_tree_holds_they_run_again(string what)
    {
        using var project = ProofProject.Proven();
        var beside = Path.GetDirectoryName(project.Variables["TMPDIR"])!;
        if (what == "link") File.CreateSymbolicLink(project.Repository.FullPath("shared"), beside);
        else
        {
            using var other = Repository.Create();
            other.Write("k.js", "export const k = 1;\n");
            other.Commit("k");
            project.Repository.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.Root, "vendor/k");
        }
        project.Repository.Commit(what);
        project.Assay("prove");
        Runs(project, "pass");
    }

    /// <summary>Catches a green that came with a restored cache of CI, which somebody else may have written, in a run that others rely on.</summary>
    [Fact]
    public void Only_what_a_proof_on_this_machine_wrote_is_reused()
    {
        using var project = ProofProject.Proven();
        Assert.Equal(0, project.Assay("prove").ExitCode);
        Directory.Delete(Path.Combine(project.Variables["XDG_CACHE_HOME"], "assay"), recursive: true);
        Runs(project, "pass");

        Directory.Delete(Path.Combine(project.Repository.Root, ".assay"), recursive: true);
        Assert.Equal(0, project.Assay("prove").ExitCode);
        var store = Path.Combine(project.Repository.Root, ".assay", "evidence");
        var record = Directory.EnumerateDirectories(store, "node-test", SearchOption.AllDirectories).Single() + "/record.json";
        File.WriteAllText(record, File.ReadAllText(record).Replace("node --test", "node  --test", StringComparison.Ordinal));
        Runs(project, "pass");
    }

    /// <summary>Catches reports that are kept otherwise than they were written.</summary>
    [Fact]
    public void A_report_in_another_encoding_is_kept_as_it_is()
    {
        using var project = ProofProject.Proven();
        project.Repository.Write("report.mjs", """
            import { spawnSync } from "node:child_process";
            import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
            const folder = process.env.EVIDENCE_DIR;
            const run = spawnSync(process.execPath, ["--test", "--test-reporter=junit", `--test-reporter-destination=${folder}/junit.xml`], { stdio: "inherit" });
            const lines = [1, 2].map(line => `<line number="${line}" hits="1"/>`).join("");
            const xml = `<?xml version="1.0" encoding="utf-16"?><coverage line-rate="1" version="1" timestamp="1"><sources><source>${process.cwd()}</source></sources><packages><package name="p"><classes><class name="s" filename="src/subtract.js"><lines>${lines}</lines></class></classes></package></packages></coverage>`;
            writeFileSync(`${folder}/cobertura.xml`, Buffer.from("\uFEFF" + xml, "utf16le"));
            process.exit(run.status);

            """);
        project.Repository.Write("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - id: adder\n    path: .\n    commands:\n      test: node report.mjs\n");
        project.Repository.Commit("a report of its own");
        project.Assay("prove");
        var reusing = Check(project);
        Assert.Contains(NotRun, reusing.Error, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(project.Repository.Root, ".assay"), recursive: true);
        Assert.Equal(Facts(Check(project)), Facts(reusing));
    }

    /// <summary>Catches a test that writes the record of its own passing into the user's folder while a proof runs it.</summary>
    [Fact]
    public void A_record_that_a_test_wrote_during_the_proof_counts_for_nothing()
    {
        using var project = ProofProject.Proven();
        Assert.Equal(0, project.Assay("prove").ExitCode);
        var store = Path.Combine(project.Repository.Root, ".assay", "evidence");
        var real = Directory.EnumerateDirectories(store, "node-test", SearchOption.AllDirectories).Single();
        var copied = Path.Combine(Path.GetDirectoryName(project.Variables["TMPDIR"])!, "copied");
        Assert.Equal(0, Shell.Run("cp", "-R", real, copied));
        project.Repository.Write("test/forges.test.js", $$"""
            import { test } from "node:test";
            import assert from "node:assert";
            import { cpSync, rmSync, readFileSync, writeFileSync } from "node:fs";
            test("forges", () => {
              rmSync({{JsonSerializer.Serialize(real)}}, { recursive: true, force: true });
              cpSync({{JsonSerializer.Serialize(copied)}}, {{JsonSerializer.Serialize(real)}}, { recursive: true });
              const record = {{JsonSerializer.Serialize(real)}} + "/record.json";
              const proof = JSON.parse(readFileSync(record + "/../../proof/record.json"));
              writeFileSync(record, readFileSync(record, "utf8").replace(/"subject": "[^"]*"/, `"subject": "${proof.subject}"`));
              assert.fail("and fails");
            });

            """);
        Assert.Equal(1, project.Assay("prove").ExitCode);
        var check = Check(project);
        Assert.DoesNotContain(NotRun, check.Error, StringComparison.Ordinal);
        Assert.Equal("fail", check.Status("tests_pass"));
    }

    private static void Runs(ProofProject project, string testsPass)
    {
        var check = Check(project);
        Assert.DoesNotContain(NotRun, check.Error, StringComparison.Ordinal);
        Assert.Equal(testsPass, check.Status("tests_pass"));
    }

    private static AssayRun Check(ProofProject project) => project.Assay("check", "--profile", "lightweight", "--format", "json");

    private static string[] Facts(AssayRun run) =>
    [
        .. from fact in run.Json.GetProperty("facts").EnumerateArray()
           let name = fact.GetProperty("name").GetString()!
           where name.StartsWith("tests.", StringComparison.Ordinal) || name.StartsWith("coverage.", StringComparison.Ordinal) || name.StartsWith("acceptance.", StringComparison.Ordinal)
           select $"{name} {fact.GetProperty("value")} {fact.GetProperty("locations")}",
    ];

    private static bool HasPytest() => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Any(folder => Shell.Run(Path.Combine(folder, "python3"), "-c", "import pytest, coverage") == 0);

    private static ProofProject Project(string toolchain)
    {
        if (toolchain == "node") return ProofProject.Proven();
        Assert.SkipUnless(toolchain != "python" || HasPytest(), "no python3 on the PATH has pytest and coverage.py");
        var project = ProofProject.OnBranch();
        var repository = project.Repository;
        repository.Git("rm", "-q", "-r", ".");
        repository.Write(".gitignore", ".assay/\nbin/\nobj/\n__pycache__/\n");
        if (toolchain == "python")
        {
            repository.Write("pyproject.toml", "[project]\nname = \"adder\"\nversion = \"1.0.0\"\n[tool.pytest.ini_options]\npythonpath = [\"src\"]\n");
            repository.Write("src/adder.py", "def add(a, b):\n    return a + b\n");
            repository.Write("tests/test_adder.py", "import pytest\nfrom adder import add\n\n\n@pytest.mark.parametrize('a', [1, 2])\ndef test_adds(a):\n    assert add(a, 1) == a + 1\n");
        }
        else
        {
            repository.Write("App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
            repository.Write("App/Adder.cs", "namespace App;\n\npublic static class Adder\n{\n    public static int Add(int a, int b) => a + b;\n}\n");
            repository.Write("Tests/Tests.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="../App/App.csproj" />
                    <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
                    <PackageReference Include="xunit" Version="2.9.3" />
                    <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
                  </ItemGroup>
                </Project>
                """);
            repository.Write("Tests/AdderTests.cs", "namespace Tests;\n\npublic class AdderTests\n{\n    [Xunit.Theory, Xunit.InlineData(1), Xunit.InlineData(2)]\n    public void Adds(int a) => Xunit.Assert.Equal(a + 1, App.Adder.Add(a, 1));\n}\n");
        }
        repository.Commit("an adder");
        repository.Git("branch", "-f", "main");
        if (toolchain == "python")
        {
            repository.Write("src/adder.py", "def add(a, b):\n    return a + b\n\n\ndef subtract(a, b):\n    if a < b:\n        return 0\n    return a - b\n");
            repository.Write("tests/test_subtract.py", "import adder\n\n\ndef test_subtracts():\n    assert adder.subtract(3, 2) == 1\n    assert adder.subtract(2, 3) == 0\n");
        }
        else
        {
            repository.Write("App/Adder.cs", "namespace App;\n\npublic static class Adder\n{\n    public static int Add(int a, int b) => a + b;\n\n    public static int Subtract(int a, int b)\n    {\n        if (a < b) return 0;\n        return a - b;\n    }\n}\n");
            repository.Write("Tests/SubtractTests.cs", "namespace Tests;\n\npublic class SubtractTests\n{\n    [Xunit.Theory, Xunit.InlineData(3, 2, 1), Xunit.InlineData(2, 3, 0)]\n    public void Subtracts(int a, int b, int left) => Xunit.Assert.Equal(left, App.Adder.Subtract(a, b));\n}\n");
        }
        repository.Commit("subtracts");
        return project;
    }
}
