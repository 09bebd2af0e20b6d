using System.Collections.Immutable;
using Assay.Toolchains.DotNet.Documentation;

namespace Assay.Toolchains.DotNet;

/// <summary>
/// Targets that every project of a build imports without being changed. They are put where MSBuild looks for a user's own extensions, so that they do
/// not stand in the way of any hook that a project uses itself.
/// </summary>
internal sealed class MsBuildExtension : IDisposable
{
    private const string Describe = "EvidenceDescribe";

    private const string Targets =
        """
        <Project>
          <!-- Set when the target runs, not when the project is read: so it holds whatever the project's own files say. -->
          <Target Name="EvidenceErrorLog" BeforeTargets="CoreCompile" DependsOnTargets="EvidenceDescribe" Condition="'$(EvidenceSarif)' != ''">
            <PropertyGroup>
              <ErrorLog>$(EvidenceSarif)/$(EvidenceName).sarif,version=2.1</ErrorLog>
            </PropertyGroup>
          </Target>
          <Target Name="EvidenceDescribe">
            <PropertyGroup>
              <EvidenceName>$(MSBuildProjectName)-$(TargetFramework)-$([MSBuild]::StableStringHash('$(MSBuildProjectFullPath)|$(IntermediateOutputPath)').ToString('x8'))</EvidenceName>
            </PropertyGroup>
            <ItemGroup>
              <EvidenceLine Include="project=$(MSBuildProjectFullPath)" />
              <EvidenceLine Include="framework=$(TargetFramework)" />
              <EvidenceLine Include="identifier=$(TargetFrameworkIdentifier)" />
              <EvidenceLine Include="version=$(TargetFrameworkVersion)" />
              <EvidenceLine Include="target=$(TargetPath)" />
              <EvidenceLine Include="test=$(IsTestProject)" />
              <EvidenceLine Include="platform=$(IsTestingPlatformApplication)" />
              <EvidenceLine Include="platform-runner=$(UseMicrosoftTestingPlatformRunner)" />
              <EvidenceLine Include="package=%(PackageReference.Identity)" />
            </ItemGroup>
            <WriteLinesToFile File="$(EvidenceDescriptions)/$(EvidenceName).project" Lines="@(EvidenceLine)" Overwrite="true" />
          </Target>
        </Project>
        """;

    private const string CrossTargeting =
        """
        <Project>
          <Target Name="EvidenceDescribe" DependsOnTargets="_ComputeTargetFrameworkItems">
            <MSBuild Projects="@(_InnerBuildProjects)" Targets="EvidenceDescribe" />
          </Target>
          <Target Name="EvidenceDocument" DependsOnTargets="_ComputeTargetFrameworkItems">
            <MSBuild Projects="@(_InnerBuildProjects)" Targets="EvidenceDocument" />
          </Target>
        </Project>
        """;

    internal MsBuildExtension()
    {
        Folder = Directory.CreateTempSubdirectory("assay-dotnet-").FullName;
        string imported = Path.Combine(Folder, "Current", "Microsoft.Common.targets", "ImportAfter");
        Directory.CreateDirectory(imported);
        Directory.CreateDirectory(Descriptions);
        File.WriteAllText(Path.Combine(imported, "evidence.targets"), Targets);
        File.WriteAllText(Path.Combine(imported, "documentation.targets"), DocumentationTargets.Text);
        File.WriteAllText(CrossTargetingFile, CrossTargeting);
    }

    /// <summary>A folder of the step's own, gone with it.</summary>
    internal string Folder { get; }

    private string Descriptions => Path.Combine(Folder, "projects");

    private string CrossTargetingFile => Path.Combine(Folder, "cross.targets");

    /// <summary>Gives every project and target framework a SARIF file in the folder.</summary>
    internal ImmutableArray<string> WriteSarif(string folder) => [.. Common, $"-p:EvidenceSarif={folder}"];

    /// <summary>Describes every project and target framework as MSBuild sees them; builds nothing.</summary>
    internal ImmutableArray<string> DescribeOnly() => [$"-t:{Describe}", .. Common, $"-p:CustomAfterMicrosoftCommonCrossTargetingTargets={CrossTargetingFile}"];

    /// <summary>Compiles every project and target framework once more, beside its build, with all that the compiler says of documentation.</summary>
    internal ImmutableArray<string> Document()
    {
        string probe = Path.Combine(Directory.CreateDirectory(Documentation).FullName, DocumentationProbe.FileName);
        File.WriteAllText(probe, DocumentationProbe.Text);
        return [$"-t:{DocumentationTargets.Target}", .. Common, $"-p:EvidenceDocumentation={Documentation}", $"-p:EvidenceProbe={probe}",
            $"-p:CustomAfterMicrosoftCommonCrossTargetingTargets={CrossTargetingFile}"];
    }

    /// <summary>Where <see cref="Document"/> leaves the compilers' reports.</summary>
    internal string Documentation => Path.Combine(Folder, "documentation");

    /// <summary>What the projects said of themselves.</summary>
    internal ImmutableArray<ProjectDescription> Read() =>
        [.. Directory.EnumerateFiles(Descriptions).Order(StringComparer.Ordinal).Select(ProjectDescription.Read)];

    private ImmutableArray<string> Common => [$"-p:MSBuildUserExtensionsPath={Folder}", $"-p:EvidenceDescriptions={Descriptions}"];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
