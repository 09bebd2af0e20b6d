using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.Check;

/// <summary>Well-made small repositories of other shapes are judged for what they show.</summary>
public sealed class RepositoryShapesTests
{
    [Fact]
    public void A_package_in_a_subfolder_is_covered_by_its_own_report()
    {
        using var repository = NodeProject.Create("web/");
        var run = repository.Assay("check", "--profile", "standard", "--format", "json");
        Assert.Equal(("pass", "pass"), (run.Status("coverage_lines"), run.Status("tests_pass")));
    }

    [Fact]
    public void A_program_and_its_tests_need_no_solution()
    {
        using var repository = Repository.Create();
        repository.Write(".gitignore", "bin/\nobj/\n");
        repository.Write("App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup></Project>""");
        repository.Write("App/Adder.cs", "namespace App;\n\npublic static class Adder\n{\n    public static int Add(int a, int b)\n    {\n        return a + b;\n    }\n}\n");
        repository.Write("Tests/Tests.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../App/App.csproj" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
                <PackageReference Include="xunit" Version="2.9.3" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
              </ItemGroup>
            </Project>
            """);
        repository.Write("Tests/AdderTests.cs", "namespace Tests;\n\npublic class AdderTests\n{\n    [Xunit.Fact]\n    public void Adds() => Xunit.Assert.Equal(3, App.Adder.Add(1, 2));\n}\n");
        repository.Commit("an adder");
        var run = repository.Assay("check", "--profile", "lightweight", "--format", "json");
        Assert.True(run.Status("tests_pass") == "pass", run.ToString());
        Assert.Equal("pass", run.Status("build_errors"));
    }

    [Fact]
    public void Commands_of_assay_yaml_run_where_no_toolchain_is_known_and_name_what_an_unknown_tool_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "runs a POSIX shell");
        using var repository = Repository.Create();
        const string sarif = """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"shelltypes"}},"results":[]}]}""";
        repository.Write("types.sh", $"cat > \"$EVIDENCE_DIR/types.sarif\" <<'X'\n{sarif}\nX\n");
        repository.Write("test.sh", "echo '<testsuites tests=\"1\"><testsuite name=\"s\" tests=\"1\"><testcase classname=\"a\" name=\"b\"/></testsuite></testsuites>' > \"$EVIDENCE_DIR/junit.xml\"\n");
        repository.Write("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - id: scripts\n    path: .\n    commands:\n      test: sh test.sh\n      types: sh types.sh\n");
        repository.Commit("scripts");
        var run = repository.Assay("check", "--profile", "lightweight", "--format", "json");
        Assert.Equal(("pass", "pass", "missing"), (run.Status("tests_pass"), run.Status("types_clean"), run.Status("lint_clean")));
    }

    [Fact]
    public void What_somebody_added_stays_when_the_rest_is_collected_anew()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "runs a POSIX shell");
        using var repository = NodeProject.Create();
        repository.Write("lint.sh", "echo '{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"own\"}},\"results\":[]}]}' > \"$EVIDENCE_DIR/lint.sarif\"\n");
        repository.Commit("a linter");
        Assert.Equal(0, repository.Assay("evidence", "add", "--kind", "lint", "--", "sh", "lint.sh").ExitCode);
        Assert.Equal("pass", repository.Assay("check", "--profile", "lightweight", "--format", "json").Status("lint_clean"));
    }

    [Fact]
    public void The_first_critical_paths_need_not_have_been_there_before()
    {
        using var repository = NodeProject.Create();
        repository.Git("checkout", "-q", "-b", "change");
        repository.Write("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - id: adder\n    path: .\n    critical: [src/**]\n");
        repository.Commit("critical paths");
        var run = repository.Assay("check", "--profile", "enterprise", "--format", "json");
        Assert.Equal(("pass", "pass"), (run.Status("coverage_critical_paths"), run.Status("rules_kept")));
    }
}
