using System.Diagnostics;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Toolchains;
using Assay.Toolchains.Python;

namespace Assay.Tests.Toolchains.Python;

/// <summary>pytest on small real projects, as the phases of a proof run it.</summary>
public sealed class PythonTestStepTests : IDisposable
{
    private static readonly Trial All = new(Coverage: false, []);

    private readonly TempFolder folder = new();

    public PythonTestStepTests()
    {
        Assert.SkipUnless(HasPytest(), "no python3 on the PATH has pytest");
        folder.Write("r/pyproject.toml", "[project]\nname = \"ledger\"\n[tool.pytest.ini_options]\npythonpath = [\".\"]\naddopts = \"-x\"\n");
        folder.Write("r/ledger.py", "def post(x):\n    return 10 // x\n");
        folder.Write("r/tests/test_ledger.py", """
            import pytest
            from ledger import post

            def test_is_wrong():
                assert post(1) == 2

            class TestPost:
                @pytest.mark.parametrize("x", [1, "a [b] > c", "ü::x"])
                def test_takes(self, x):
                    assert x
            """);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_that_cannot_be_collected_is_a_failed_case_of_its_name_beside_the_results_of_the_others()
    {
        folder.Write("r/tests/test_gone.py", "from ledger import gone\n\ndef test_x():\n    gone()\n");
        folder.Write("r/tests/test_syntax.py", "def test_x(:\n");

        var run = await Run(All);

        Assert.Null(run.Problem);
        var gone = Assert.Single(run.Tests, test => test.Name == "tests/test_gone.py");
        Assert.Equal((TestOutcome.Failed, "tests/test_gone.py"), (gone.Outcome, gone.File));
        Assert.Contains("cannot import name 'gone'", Report(run));
        Assert.Equal(TestOutcome.Failed, Assert.Single(run.Tests, test => test.Name == "tests/test_syntax.py").Outcome);
        Assert.Equal((3, 1), (run.Tests.Count(test => test.Outcome == TestOutcome.Passed), run.Tests.Count(test => test.Name == "tests.test_ledger.test_is_wrong")));
        Assert.All(run.Tests, test => Assert.StartsWith("tests/", test.File));
        Assert.DoesNotContain(folder.Path, Report(run));

        static string Report(TrialRun run) => string.Join('\n', run.Tests.Select(test => $"{test.Id} {test.File} {test.Message} {test.Trace}"));
    }

    [Theory]
    [InlineData("tests.test_ledger.TestPost.test_takes[1]")]
    [InlineData("tests.test_ledger.TestPost.test_takes[a [b] > c]")]
    [InlineData(@"tests.test_ledger.TestPost.test_takes[\xfc::x]")]
    public async Task Only_the_cases_that_are_asked_for_run(string id)
    {
        var asked = Assert.Single((await Run(All)).Tests, test => test.Id == id);

        var run = await Run(new Trial(false, [asked]));

        Assert.Null(run.Problem);
        Assert.Equal([(id, TestOutcome.Passed)], run.Tests.Select(test => (test.Id, test.Outcome)));
    }

    [Fact]
    public async Task Tests_that_are_nowhere_are_a_problem()
    {
        var run = await Run(new Trial(false, [new TestCase("tests.test_ledger.test_none", "tests.test_ledger.test_none", TestOutcome.Passed, File: "tests/test_ledger.py")]));
        Assert.Equal(CollectionErrors.ToolProducedNothing, run.Problem!.Kind);
    }

    [Fact]
    public async Task A_run_without_any_test_is_a_problem()
    {
        File.Delete(folder.File("r/tests/test_ledger.py"));
        Assert.Equal(CollectionErrors.ToolProducedNothing, (await Run(All)).Problem!.Kind);
    }

    [Fact]
    public async Task A_test_that_hangs_is_stopped_at_the_limit()
    {
        folder.Write("r/tests/test_ledger.py", "def test_hangs():\n    while True:\n        pass\n");
        Assert.Equal(CollectionErrors.ToolTimedOut, (await Run(All, TimeSpan.FromSeconds(4))).Problem!.Kind);
    }

    [Fact]
    public async Task Tests_that_import_an_installed_package_in_place_of_the_folders_own_show_nothing()
    {
        folder.Write("elsewhere/ledger.py", "def post(x):\n    return 10\n");
        folder.Write("r/conftest.py", $"import sys\nsys.path.insert(0, '{folder.File("elsewhere")}')\n");

        var problem = (await Run(All)).Problem!;

        Assert.Contains("ledger from", problem.What);
    }

    private Task<TrialRun> Run(Trial trial, TimeSpan? limit = null) => TrialRun.InAsync(new PythonToolchain(), folder.File("r"), trial, limit);

    private static bool HasPytest() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(place => Path.Combine(place, "python3")).Where(File.Exists).Any(program =>
        {
            using var look = Process.Start(new ProcessStartInfo(program, ["-c", "import pytest"]) { RedirectStandardError = true })!;
            look.WaitForExit();
            return look.ExitCode == 0;
        });
}
