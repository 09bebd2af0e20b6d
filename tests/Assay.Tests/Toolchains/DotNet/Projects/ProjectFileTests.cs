using Assay.Toolchains.DotNet.Projects;

namespace Assay.Tests.Toolchains.DotNet.Projects;

/// <summary>What a project's text tells of its tests. A test project that a proof overlooks would be one whose failures nobody sees.</summary>
public class ProjectFileTests
{
    private const string Xunit = """<Project><ItemGroup><PackageReference Include="xunit" /><PackageReference Include="Microsoft.NET.Test.Sdk" /></ItemGroup></Project>""";

    [Theory]
    [InlineData("../Shared.targets")]
    [InlineData("..\\Shared.targets")]
    [InlineData("$(MSBuildThisFileDirectory)../Shared.targets")]
    public void A_project_that_imports_its_test_packages_is_a_test(string import)
    {
        var project = Read(("T/T.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><Import Project=\"{import}\" /></Project>"), ("Shared.targets", Xunit));

        Assert.True(TestProjects.IsRunnable(project) && project.TellsAll);
    }

    [Fact]
    public void Files_above_that_import_others_are_followed_and_a_circle_ends()
    {
        var project = Read(("T/T.csproj", """<Project Sdk="Microsoft.NET.Sdk" />"""), ("Directory.Build.props", """<Project><Import Project="eng/a.props" /></Project>"""),
            ("eng/a.props", """<Project><Import Project="a.props" /><Import Project="b.props" /></Project>"""), ("eng/b.props", Xunit));

        Assert.True(TestProjects.IsRunnable(project));
    }

    [Theory]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk"><Import Project="$(Shared)/tests.targets" /></Project>""", "<Project />")]
    [InlineData("""<Project Sdk="Our.Tests.Sdk/1.0.0" />""", "<Project />")]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk" />""", """<Project><ItemGroup Condition="$(MSBuildProjectName.Contains('Specs')) and '$(MSBuildProjectExtension)' == '.csproj'"><PackageReference Include="xunit" /></ItemGroup></Project>""")]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk" />""", """<Project><PropertyGroup Condition="Exists('tests.txt')"><IsTestProject>true</IsTestProject></PropertyGroup></Project>""")]
    public void Where_its_text_does_not_tell_MSBuild_is_to_be_asked(string project, string above) =>
        Assert.False(Read(("T/T.csproj", project), ("Directory.Build.targets", above)).TellsAll);

    [Theory]
    [InlineData("""<ItemGroup Condition="'$(IsTestProject)' == 'true'"><PackageReference Include="xunit" /></ItemGroup>""")]
    [InlineData("""<ItemGroup Condition="$(MSBuildProjectName.EndsWith('.Tests'))"><PackageReference Include="xunit" /></ItemGroup>""")]
    [InlineData("""<ItemGroup Condition="'$(CI)' == 'true'"><PackageReference Include="Microsoft.SourceLink.GitHub" /></ItemGroup>""")]
    [InlineData("""<Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />""")]
    public void What_shared_files_usually_say_leaves_nothing_open(string above) =>
        Assert.True(Read(("T/T.csproj", """<Project Sdk="Microsoft.NET.Sdk" />"""), ("Directory.Build.props", $"<Project>{above}</Project>")).TellsAll);

    private static ProjectFile Read(params (string, string)[] files) => ProjectFile.Read(FolderTree.Of(files), "T/T.csproj");
}
