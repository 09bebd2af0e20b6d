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
}
