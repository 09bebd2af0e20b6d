using Assay.Core.Observations;

namespace Assay.Tests.Toolchains.DotNet;

public class TestedSolutionTests(TestedSolution tested) : IClassFixture<TestedSolution>
{
    private SmallSolution Solution => tested.Solution;

    [Fact]
    public void A_sound_solution_gives_no_problem_although_a_test_fails() =>
        Assert.Empty(Solution.Results.SelectMany(step => step.Value.Problems.Select(problem => $"{step.Key}: {problem.What}")));

    [Fact]
    public void Every_file_in_the_steps_folders_is_evidence_that_can_be_read() =>
        Assert.All(Solution.Files, file => Assert.True(file.Content.Error is null, $"{file.Step}/{file.File}: {file.Content.Error?.What}"));

    [Fact]
    public void Every_project_and_target_framework_has_its_own_compiler_report()
    {
        string[] reports = [.. Solution.Files.Where(file => file.Content.Format == "sarif" && file.Step == "dotnet-build").Select(file => file.File[..file.File.LastIndexOf('-')])];

        Assert.Equal(["Lib-net8.0", "P-net10.0", "V-net10.0", "V-net8.0"], reports);
    }

    [Fact]
    public void Warnings_of_the_compiler_and_findings_of_analyzers_are_shown()
    {
        string[] rules = [.. Solution.Seen<ToolFinding>().Where(finding => finding.File?.EndsWith("Divide.cs", StringComparison.Ordinal) == true).Select(finding => finding.Rule)];

        Assert.Contains("CS8600", rules);
        Assert.Contains("CA1052", rules);
    }

    [Fact]
    public void Passed_and_failed_tests_of_both_kinds_of_runner_are_shown()
    {
        var outcomes = Solution.Seen<TestCase>().Select(test => $"{test.Name} {test.Outcome}").Order().ToArray();

        string[] expected = HasNet8
            ? ["OnPlatform.Runs Passed", "Tests.Fails Failed", "Tests.Fails Failed", "Tests.Passes Passed", "Tests.Passes Passed"]
            : ["OnPlatform.Runs Passed", "Tests.Fails Failed", "Tests.Passes Passed"];
        Assert.Equal(expected, outcomes);
    }

    [Fact]
    public void A_target_framework_without_its_runtime_is_shown_as_not_run()
    {
        Assert.SkipWhen(HasNet8, "the runtime of .NET 8 is installed here");
        Assert.Equal(new TestRunMissing("V net8.0", "runtime Microsoft.NETCore.App 8.0 is not installed"), Assert.Single(Solution.Seen<TestRunMissing>()));
    }

    [Theory]
    [InlineData("V-net10.0")]
    [InlineData("P-net10.0")]
    public void Coverage_shows_the_catch_that_no_test_reaches(string run)
    {
        var report = Solution.Files.Single(file => file.Content.Format == "cobertura" && file.File.StartsWith(run, StringComparison.Ordinal));
        var lines = report.Content.Observations.OfType<FileCoverage>().Single(file => file.Path.EndsWith("Divide.cs", StringComparison.Ordinal))
            .Lines.ToDictionary(line => line.Line, line => line.Covered);

        Assert.True(lines[8]);
        Assert.False(lines[12]);
    }

    [Fact]
    public void The_commands_are_told_as_a_user_would_type_them()
    {
        Assert.Equal("dotnet restore small.slnx", Solution.Results["dotnet-restore"].Command);
        Assert.StartsWith("dotnet build small.slnx", Solution.Results["dotnet-build"].Command);
        Assert.StartsWith("dotnet test small.slnx", Solution.Results["dotnet-test"].Command);
    }

    [Fact]
    public void The_exit_code_of_the_tests_is_kept() => Assert.Equal(1, Solution.Results["dotnet-test"].ExitCode);

    private static bool HasNet8 => Directory.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, ".."))
        && Directory.EnumerateDirectories(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..")).Any(folder => Path.GetFileName(folder).StartsWith("8.", StringComparison.Ordinal));
}
