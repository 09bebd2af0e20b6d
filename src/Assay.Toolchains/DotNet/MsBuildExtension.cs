using System.Collections.Immutable;
using System.Reflection;
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
              <EvidenceLine Include="output=$(OutputType)" />
              <EvidenceLine Include="settings=$(RunSettingsFilePath)" />
              <EvidenceLine Include="settings=$(VSTestSetting)" />
              <EvidenceLine Include="own-run=$(VSTestCLIRunSettings)$(VSTestTestCaseFilter)$(VSTestBlame)" />
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
          <Target Name="EvidenceAnalyse" DependsOnTargets="_ComputeTargetFrameworkItems">
            <MSBuild Projects="@(_InnerBuildProjects)" Targets="EvidenceAnalyse" />
          </Target>
        </Project>
        """;

    internal MsBuildExtension(StepRun? run = null)
    {
        const string prefix = "assay-dotnet-";
        Folder = (run?.NewTemporary(prefix) ?? Directory.CreateTempSubdirectory(prefix)).FullName;
        string imported = Path.Combine(Folder, "Current", "Microsoft.Common.targets", "ImportAfter");
        Directory.CreateDirectory(imported);
        Directory.CreateDirectory(Descriptions);
        File.WriteAllText(Path.Combine(imported, "evidence.targets"), Targets);
        File.WriteAllText(Path.Combine(imported, "documentation.targets"), DocumentationTargets.Text);
        File.WriteAllText(Path.Combine(imported, "evidence.analysis.targets"), Analysis);
        File.WriteAllText(CrossTargetingFile, CrossTargeting);
        foreach (string file in Directory.EnumerateFiles(imported))
        {
            File.SetLastWriteTimeUtc(file, Written);
        }
    }

    /// <summary>Files that a project imports are inputs of its compiler: newer than what it built, they would have it compiled anew.</summary>
    private static readonly DateTime Written = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>A folder of the step's own, gone with it.</summary>
    internal string Folder { get; }

    /// <summary>Where projects describe themselves.</summary>
    internal string Descriptions => Path.Combine(Folder, "projects");

    private string CrossTargetingFile => Path.Combine(Folder, "cross.targets");

    /// <summary>Gives every project and target framework a SARIF file in the folder.</summary>
    internal ImmutableArray<string> WriteSarif(string folder) => [.. Common, $"-p:EvidenceSarif={folder}"];

    /// <summary>Gives the targets to projects of several target frameworks.</summary>
    /// <param name="crossTargeting">Text of an MSBuild file.</param>
    internal ImmutableArray<string> ForTests(string crossTargeting)
    {
        string file = Path.Combine(Folder, "tests.targets");
        File.WriteAllText(file, crossTargeting);
        File.SetLastWriteTimeUtc(file, Written);
        return [$"-p:CustomAfterMicrosoftCommonCrossTargetingTargets={file}"];
    }

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

    /// <summary>Compiles every project and target framework for its security analyzers alone, and leaves a SARIF file of each in the folder.</summary>
    /// <param name="rules">Absolute path of the analyzers' configuration.</param>
    internal ImmutableArray<string> Analyse(string folder, string rules) =>
        ["-t:EvidenceAnalyse", .. Common, $"-p:EvidenceAnalysis={folder}", $"-p:EvidenceRules={rules}", $"-p:CustomAfterMicrosoftCommonCrossTargetingTargets={CrossTargetingFile}"];

    /// <summary>How security analysis compiles.</summary>
    internal static string Analysis { get; } = Embedded("Analysis/analysis.targets");

    /// <summary>Forgets what projects said of themselves until now.</summary>
    internal void Forget()
    {
        foreach (string file in Directory.GetFiles(Descriptions))
        {
            File.Delete(file);
        }
    }

    /// <summary>What the projects said of themselves.</summary>
    internal ImmutableArray<ProjectDescription> Read() =>
        [.. Directory.EnumerateFiles(Descriptions, "*.project").Order(StringComparer.Ordinal).Select(ProjectDescription.Read)];

    private ImmutableArray<string> Common => [$"-p:MSBuildUserExtensionsPath={Folder}", $"-p:EvidenceDescriptions={Descriptions}"];

    private static string Embedded(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
