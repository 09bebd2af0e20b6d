using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Evidence.CycloneDx;
using Assay.Tests.Evidence.CycloneDx;
using Assay.Tests.Support;

namespace Assay.Tests.Measuring.Security;

public sealed class SbomFactsTests
{
    private const string Project = """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Example.Json" Version="4.1.0" /></ItemGroup></Project>""";

    [Fact]
    [Shows("sbom", Status.Pass)]
    public void A_bill_of_what_the_manifests_declare_passes()
    {
        var finding = new Lab().File("App.csproj", Project).Report("bom.json", CycloneDxWriterTests.Written(new BillPackage("NuGet", "Example.Json", "4.1.0")), StepKind.Sbom).Of("sbom");
        Assert.Equal(Status.Pass, finding.Status);
    }

    [Fact]
    [Shows("sbom", Status.Missing)]
    public void Declared_packages_without_a_bill_are_missing()
    {
        var finding = new Lab().File("App.csproj", Project).Of("sbom");
        Assert.Equal(Status.Missing, finding.Status);
        Assert.Contains("App.csproj declares some of NuGet", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bill_that_leaves_out_an_ecosystem_is_missing()
    {
        var partly = new Lab().File("App.csproj", Project).File("go.mod", "module x\nrequire example.org/y v1.0.0\n")
            .Report("bom.json", CycloneDxWriterTests.Written(new BillPackage("NuGet", "Example.Json", "4.1.0")), StepKind.Sbom).Of("sbom");
        Assert.Equal((Status.Missing, "go.mod declares packages of Go, and the bill of materials has none"), (partly.Status, partly.Reason));
    }

    [Theory]
    [InlineData("App.csproj", """<Project Sdk="Microsoft.NET.Sdk"></Project>""")]
    [InlineData("package.json", """{ "name": "x", "dependencies": {} }""")]
    [InlineData("pyproject.toml", "[project]\nname = \"x\"\ndependencies = []\n")]
    [InlineData("requirements.txt", "# none\n\n")]
    [InlineData("go.mod", "module x\n")]
    public void Manifests_that_declare_nothing_leave_nothing_to_list(string path, string text) => Assert.Equal(Status.NotApplicable, new Lab().File(path, text).Of("sbom").Status);

    [Theory]
    [InlineData("App.csproj", Project)]
    [InlineData("App.fsproj", "<Project />")]
    [InlineData("package.json", """{ "devDependencies": { "x": "1" } }""")]
    [InlineData("package.json", "{ broken")]
    [InlineData("pyproject.toml", "[project]\ndependencies = [\n  \"x\"\n]\n")]
    [InlineData("pyproject.toml", "[tool.poetry.dependencies]\npython = \"^3\"\n")]
    [InlineData("requirements.txt", "x==1\n")]
    [InlineData("pom.xml", "<project><dependencies><dependency/></dependencies></project>")]
    public void Manifests_that_declare_something_or_cannot_be_read_need_a_bill(string path, string text) => Assert.Equal(Status.Missing, new Lab().File(path, text).Of("sbom").Status);

    [Fact]
    public void Sources_without_any_manifest_do_not_say_that_they_need_nothing() => Assert.Equal(Status.Missing, new Lab().File("main.c", "int main() {}").Of("sbom").Status);

    [Fact]
    public void What_a_props_file_above_gives_to_the_projects_is_declared_too() =>
        Assert.Equal(Status.Missing, new Lab().File("App.csproj", "<Project />").File("Directory.Build.props", Project).Of("sbom").Status);

    /// <summary>Loophole: packages that come in by a way that Assay does not read are no packages.</summary>
    [Theory]
    [InlineData("pyproject.toml", "[project]\nname = \"x\"\ndynamic = [\"dependencies\"]\n")]
    [InlineData("setup.py", "from setuptools import setup\nsetup()\n")]
    [InlineData("dev-requirements.txt", "x==1\n")]
    [InlineData("requirements/base.txt", "x==1\n")]
    [InlineData("reqs/base.txt", "x==1\n")]
    [InlineData("environment.yml", "dependencies: [numpy]\n")]
    [InlineData("deno.json", """{ "imports": { "x": "npm:x@1" } }""")]
    [InlineData("pubspec.yaml", "name: x\n")]
    [InlineData("conanfile.txt", "[requires]\n")]
    [InlineData("Package.swift", "let package = Package()\n")]
    [InlineData("mix.exs", "defmodule X do end\n")]
    [InlineData("gradle/libs.versions.toml", "[libraries]\n")]
    [InlineData("templates/web/package.json", """{ "dependencies": { "x": "1" } }""")]
    [InlineData("dist/package.json", """{ "dependencies": { "x": "1" } }""")]
    [InlineData("Other.csproj", """<Project Sdk="Microsoft.NET.Sdk"><Import Project="more.xml" /></Project>""")]
    [InlineData("Other.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><Reference Include="X"><HintPath>x.dll</HintPath></Reference></ItemGroup></Project>""")]
    [InlineData("Other.csproj", """<Project Sdk="Some.Sdk/1.0.0" />""")]
    [InlineData("tool.cs", "#!/usr/bin/env dotnet\n#:package X@1.0.0\nreturn;\n")]
    public void A_manifest_that_is_empty_does_not_speak_for_others(string path, string text)
    {
        var lab = new Lab().File("App.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""").File(path, text);
        Assert.Equal(Status.Missing, lab.Of("sbom").Status);
        Assert.Equal(Status.Missing, lab.Of("vulnerabilities_critical").Status);
    }

    /// <summary>Loophole: a bill written by hand.</summary>
    [Theory]
    [InlineData(StepKind.Sbom)]
    [InlineData(null)]
    public void A_bill_without_purls_lists_nothing(StepKind? step)
    {
        const string Bill = """{ "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{ "type": "library", "name": "Example.Json", "version": "4.1.0" }] }""";
        Assert.Equal(Status.Missing, new Lab().File("App.csproj", Project).Report("bom.json", Bill, step).Of("sbom").Status);
    }

    /// <summary>Loophole: a bill of something else, or of one lock file where there are several.</summary>
    [Theory]
    [InlineData("package.json", """{ "dependencies": { "left": "1" } }""", "npm")]
    [InlineData("App.csproj", Project, "NuGet")]
    [InlineData("pyproject.toml", "[project]\ndependencies = [\n  \"left[extra]>=1\",\n]\n", "PyPI")]
    [InlineData("Pipfile", "[packages]\nleft = \"*\"\n", "PyPI")]
    [InlineData("dev-requirements.txt", "left==1\n", "PyPI")]
    public void A_bill_lists_what_each_manifest_names(string path, string text, string ecosystem)
    {
        var finding = new Lab().File(path, text).Report("bom.json", CycloneDxWriterTests.Written(new BillPackage(ecosystem, "other", "1")), StepKind.Sbom).Of("sbom");
        Assert.Equal(Status.Missing, finding.Status);
        Assert.StartsWith(path + " declares ", finding.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("package.json", """{ "dependencies": { "near": "file:../near", "same": "npm:other@1" } }""", "npm")]
    [InlineData("App.csproj", """<Project><ItemGroup Condition="false"><PackageReference Include="X" /></ItemGroup><ItemGroup><PackageReference Include="OTHER" /></ItemGroup></Project>""", "NuGet")]
    [InlineData("pyproject.toml", "[project]\ndependencies = [\"Other>=1\", \"win; sys_platform == 'win32'\"]\n", "PyPI")]
    public void A_bill_may_do_without_what_depends_on_the_place(string path, string text, string ecosystem) =>
        Assert.Equal(Status.Pass, new Lab().File(path, text).Report("bom.json", CycloneDxWriterTests.Written(new BillPackage(ecosystem, "other", "1")), StepKind.Sbom).Of("sbom").Status);
}
