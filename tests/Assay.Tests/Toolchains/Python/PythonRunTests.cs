using System.Diagnostics;
using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Toolchains;
using Assay.Toolchains.Commands;
using Assay.Toolchains.Python;

namespace Assay.Tests.Toolchains.Python;

/// <summary>Runs the real tools of Python on small projects, where they are there.</summary>
public sealed class PythonRunTests : IDisposable
{
    private readonly TempFolder folder = new();

    public PythonRunTests()
    {
        folder.Write("r/pyproject.toml", "[project]\nname = \"ledger\"\n");
        folder.Write("r/ledger.py", "def post(x: int) -> int:\n    try:\n        return 10 // x\n    except ZeroDivisionError:\n        return 0\n");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Pytest_leaves_its_results_and_shows_the_handler_that_no_test_reached()
    {
        Needs("pytest", "coverage");
        folder.Write("r/tests/test_ledger.py", """
            import pytest
            from ledger import post

            @pytest.mark.parametrize("x", [1, 2])
            def test_posts(x):
                assert post(x) > 0

            def test_is_broken():
                assert post(1) == 2

            @pytest.mark.skip(reason="later")
            def test_is_left_out():
                pass
            """);
        folder.Write("r/conftest.py", "import os, sys\nsys.path.insert(0, os.path.dirname(__file__))\n");

        StepResult result = await Run("python-test");

        Assert.Empty(result.Problems);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal([TestOutcome.Failed, TestOutcome.Skipped, TestOutcome.Passed, TestOutcome.Passed],
            Seen("junit.xml").OfType<TestCase>().OrderBy(test => test.Id, StringComparer.Ordinal).Select(test => test.Outcome));
        FileCoverage ledger = Assert.Single(Seen("coverage.xml").OfType<FileCoverage>(), file => file.Path.EndsWith("ledger.py", StringComparison.Ordinal) && !file.Path.Contains("test"));
        Assert.Equal([(3, true), (5, false)], ledger.Lines.Where(line => line.Line is 3 or 5).Select(line => (line.Line, line.Covered)));
    }

    [Fact]
    public async Task Pytest_that_finds_no_test_is_a_problem_and_no_success()
    {
        Needs("pytest", "coverage");
        Assert.Equal(CollectionErrors.ToolProducedNothing, Assert.Single((await Run("python-test")).Problems).Kind);
    }

    [Fact]
    public async Task Mypy_reports_a_wrong_type_and_a_function_without_annotations()
    {
        Needs("mypy");
        folder.Write("r/more.py", "from ledger import post\n\npost('a')\n\n\ndef loose(x):\n    return x\n");

        StepResult result = await Run("python-types");

        Assert.Empty(result.Problems);
        Assert.Equal([("more.py", 3, "arg-type"), ("more.py", 6, "no-untyped-def")],
            Seen("types.sarif").OfType<ToolFinding>().Select(finding => (Path.GetFileName(finding.File!), finding.Line!.Value, finding.Rule)).Order());
        Assert.Equal(FindingCategory.Types, Assert.Single(Seen("types.sarif").OfType<ToolRun>()).Category);
    }

    [Fact]
    public async Task A_source_that_is_no_python_breaks_the_check_of_types_or_is_its_finding()
    {
        Needs("mypy");
        folder.Write("r/broken.py", "def (:\n");
        StepResult result = await Run("python-types");
        Assert.True(!result.Problems.IsEmpty || Seen("types.sarif").OfType<ToolFinding>().Any());
    }

    [Fact]
    public async Task Flake8_reports_at_the_line()
    {
        Needs("flake8");
        Assert.SkipUnless(ProgramFinder.Find("ruff", folder.Path) is null, "ruff is there, and goes first");
        folder.Write("r/more.py", "import os\n");

        StepResult result = await Run("python-lint");

        Assert.Empty(result.Problems);
        ToolFinding finding = Assert.Single(Seen("lint.sarif").OfType<ToolFinding>());
        Assert.Equal(("F401", 1, FindingCategory.Lint), (finding.Rule, finding.Line, finding.Category));
    }

    /// <summary>Catches another linter's own opinions that are held against a project which has agreed on its rules.</summary>
    [Theory]
    [InlineData("pyproject.toml", "[project]\nname = \"ledger\"\n[tool.ruff.lint]\nignore = [\"E501\"]\n")]
    [InlineData("ruff.toml", "line-length = 88\n")]
    public async Task A_project_that_sets_ruff_up_is_linted_by_nothing_else(string file, string text)
    {
        Assert.SkipUnless(ProgramFinder.Find("ruff", folder.Path) is null, "ruff is there, and is used");
        folder.Write("r/" + file, text);

        StepResult result = await Run("python-lint");

        AssayError problem = Assert.Single(result.Problems);
        Assert.Equal(CollectionErrors.ToolMissing, problem.Kind);
        Assert.Contains($"ruff, which {file} sets up", problem.What, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("out/lint.sarif")));
    }

    [Fact]
    public void Production_that_calls_itself_a_test_and_is_imported_is_production()
    {
        var tree = FolderTree.Of(("pyproject.toml", "[project]\n"), ("app/main.py", "from .test_fees import fee\nimport tests.helper\n"), ("app/test_fees.py", "def fee(): pass\n"),
            ("tests/helper.py", "x = 1\n"), ("tests/test_main.py", "import app.main\n"));
        var toolchain = new PythonToolchain();
        var role = toolchain.Roles(tree, Assert.Single(toolchain.Detect(tree, "")));
        Assert.Equal((FileRole.Production, FileRole.Production, FileRole.Test), (role("app/test_fees.py")!.Value, role("tests/helper.py")!.Value, role("tests/test_main.py")!.Value));
    }

    [Theory]
    [InlineData("[project]\nname = \"a\"\n[project.scripts]\na = \"a:main\"\n", ComponentKind.Tool)]
    [InlineData("[project]\nname = \"a\"\ndependencies = [\n  \"fastapi\",\n]\n", ComponentKind.Service)]
    [InlineData("[project]\nname = \"a\"\n", ComponentKind.Library)]
    [InlineData("[project]\nname = \"a\"\n[project.optional-dependencies]\ntest = [\n    \"pytest[all]\",\n    \"tornado>=6.0\",\n]\n[[tool.mypy.overrides]]\nmodule = \"tornado.*\"\n", ComponentKind.Library)]
    [InlineData("[project]\nname = \"a\"\n[project.optional-dependencies]\nserver = [\"tornado>=6.0\"]\n", ComponentKind.Service)]
    [InlineData("[tool.ruff]\nselect = []\n[tool.poetry]\nname = \"a\"\n[tool.poetry.dependencies]\nflask = \"3\"\n", ComponentKind.Service)]
    public void What_a_project_declares_tells_its_kind(string pyproject, ComponentKind kind)
    {
        var tree = FolderTree.Of(("pyproject.toml", pyproject), ("a.py", ""));
        Assert.Equal(kind, new PythonToolchain().KindOf(tree, new ToolchainRoot("python", "", "pyproject.toml")));
    }

    [Fact]
    public void A_manifest_without_a_python_source_is_no_root() =>
        Assert.Empty(new PythonToolchain().Detect(FolderTree.Of(("docs/requirements.txt", "sphinx\n"), ("src/a.ts", "")), ""));

    /// <summary>Skips, saying so, where no Python has a tool.</summary>
    private static void Needs(params string[] modules)
    {
        var programs = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(place => Path.Combine(place, "python3")).Where(File.Exists);
        Assert.SkipUnless(programs.Any(program => modules.All(module => Has(program, module))), $"no python3 on the PATH has {string.Join(" and ", modules)}");

        static bool Has(string program, string module)
        {
            using var look = Process.Start(new ProcessStartInfo(program, ["-c", $"import {module}"]) { RedirectStandardError = true })!;
            look.WaitForExit();
            return look.ExitCode == 0;
        }
    }

    private async Task<StepResult> Run(string name)
    {
        var root = folder.File("r");
        var tree = FolderTree.OnDisk(root);
        var toolchain = new PythonToolchain();
        var found = Assert.Single(toolchain.Detect(tree, ""));
        var component = new Component("r", "", null, null, [found], "sha256:x");
        var step = toolchain.Steps(new StepContext(root, tree, component, found, new Dictionary<string, string>(), TimeSpan.FromMinutes(2))).Single(step => step.Name == name);
        Directory.CreateDirectory(folder.File("out"));
        return await step.Run(new StepRun(folder.File("out"), new CommandRunner(TimeSpan.FromMinutes(2))), TestContext.Current.CancellationToken);
    }

    private IEnumerable<Observation> Seen(string file)
    {
        var read = EvidenceFile.Read(folder.File(Path.Combine("out", file)), TestContext.Current.CancellationToken);
        Assert.True(read.Error is null, read.Error?.What);
        return read.Observations;
    }
}
