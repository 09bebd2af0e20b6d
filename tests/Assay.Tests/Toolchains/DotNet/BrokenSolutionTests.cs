using Assay.Core.Errors;
using Assay.Core.Observations;

namespace Assay.Tests.Toolchains.DotNet;

public class BrokenSolutionTests
{
    private const string Library = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";

    [Fact]
    public async Task A_compile_error_is_a_finding_and_a_solution_without_tests_says_so()
    {
        using var solution = new SmallSolution(("A/A.csproj", Library), ("A/A.cs", "class C { int M() => missing; }"));

        await solution.RunAsync();

        Assert.Empty(solution.Results["dotnet-build"].Problems);
        Assert.Contains(solution.Seen<ToolFinding>(), finding => finding is { Rule: "CS0103", Severity: Severity.Error });
        AssayError problem = Assert.Single(solution.Results["dotnet-test"].Problems);
        Assert.Equal(CollectionErrors.ToolProducedNothing, problem.Kind);
        Assert.Contains("No test project", problem.What);
    }

    [Fact]
    public async Task What_an_earlier_build_left_behind_is_not_tested_in_place_of_what_no_longer_builds()
    {
        using var solution = new SmallSolution(
            ("A/A.csproj", Library.Replace("<PropertyGroup>", "<PropertyGroup><IsTestProject>true</IsTestProject>", StringComparison.Ordinal)),
            ("A/A.cs", "class C { int M() => missing; }"), ("A/bin/Debug/net10.0/A.dll", "of an earlier build"));

        await solution.RunAsync();

        Assert.Equal("The tests of A net10.0 did not run: it was not built.", Assert.Single(solution.Results["dotnet-test"].Problems).What);
    }

    [Fact]
    public async Task A_build_that_fails_for_another_reason_is_a_problem_with_its_cause()
    {
        using var solution = new SmallSolution(
            ("A/A.csproj", Library.Replace("</Project>", """<Target Name="Stop" AfterTargets="CoreCompile"><Error Code="OWN7" Text="the generator is not there" /></Target></Project>""", StringComparison.Ordinal)),
            ("A/A.cs", "class C;"));

        await solution.RunAsync(new Dictionary<string, string> { ["test"] = "echo '{}' > $EVIDENCE_DIR/x.json; exit 4" });

        AssayError problem = Assert.Single(solution.Results["dotnet-build"].Problems);
        Assert.Equal(CollectionErrors.ToolFailed, problem.Kind);
        Assert.Equal("dotnet build ended with 1: OWN7: the generator is not there", problem.What);

        Assert.Equal("x.json", solution.Files.Single(file => file.Step == "dotnet-test").File);
        Assert.Equal(4, solution.Results["dotnet-test"].ExitCode);
        Assert.Equal(CollectionErrors.ToolFailed, Assert.Single(solution.Results["dotnet-test"].Problems).Kind);
    }

    [Fact]
    public async Task A_package_that_is_not_there_is_named()
    {
        using var solution = new SmallSolution(("A/A.csproj", Library.Replace("</Project>",
            """<ItemGroup><PackageReference Include="No.Such.Package.Of.Anyone" Version="1.0.0" /></ItemGroup></Project>""", StringComparison.Ordinal)));

        await solution.RunAsync(new Dictionary<string, string> { ["test"] = "true" });

        AssayError problem = Assert.Single(solution.Results["dotnet-restore"].Problems);
        Assert.Equal(CollectionErrors.ToolFailed, problem.Kind);
        Assert.Contains("No.Such.Package.Of.Anyone", problem.What);
        Assert.NotEmpty(solution.Results["dotnet-build"].Problems);
    }
}
