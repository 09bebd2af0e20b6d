using System.Collections.Immutable;
using System.Xml.Linq;

namespace Assay.Toolchains.DotNet.Trials;

/// <summary>What MSBuild is given to build the tests alone, each for the target frameworks that can run here.</summary>
internal static class TrialTargets
{
    /// <summary>A project that builds the tests and, by their references, what they need.</summary>
    /// <param name="projects">Absolute paths.</param>
    internal static string Entry(IEnumerable<string> projects) => new XElement("Project",
        new XElement("ItemGroup", projects.Select(project => new XElement("Test", new XAttribute("Include", Escape(project))))),
        new XElement("Target", new XAttribute("Name", "Build"),
            new XElement("MSBuild", new XAttribute("Projects", "@(Test)"), new XAttribute("Targets", "Build"), new XAttribute("BuildInParallel", "true")))).ToString();

    /// <summary>
    /// Takes target frameworks that cannot run here out of the tests' builds, and notes them. No other project is touched: by which of its frameworks
    /// a referenced project is used, the project that references it decides.
    /// </summary>
    /// <param name="projects">Absolute paths of the tests.</param>
    internal static string CrossTargeting(IEnumerable<string> projects, InstalledFrameworks frameworks) =>
        $"""
        <Project>
          <PropertyGroup>
            <EvidenceTests>|{new XText(string.Join('|', projects.Select(Escape)))}|</EvidenceTests>
            <EvidenceRuns>|{string.Join('|', frameworks.Run)}|</EvidenceRuns>
            <EvidenceRuns Condition="'$(RollForward)' == 'Major' or '$(RollForward)' == 'LatestMajor'">|{string.Join('|', frameworks.RunOnLaterMajor)}|</EvidenceRuns>
          </PropertyGroup>
          <Target Name="EvidenceRunnable" AfterTargets="_ComputeTargetFrameworkItems" Condition="$(EvidenceTests.Contains('|$(MSBuildProjectFullPath)|'))">
            <ItemGroup>
              <EvidenceFramework Include="@(_TargetFrameworkNormalized)">
                <Short>$([System.String]::Copy('%(Identity)').Split('-')[0].ToLowerInvariant())</Short>
              </EvidenceFramework>
              <EvidenceKept Include="@(EvidenceFramework)" Condition="$(EvidenceRuns.Contains('|%(Short)|'))" />
              <EvidenceLeft Include="@(EvidenceFramework)" Exclude="@(EvidenceKept)" />
              <_InnerBuildProjects Remove="@(_InnerBuildProjects)" />
              <_InnerBuildProjects Include="$(MSBuildProjectFile)" Condition="'@(EvidenceKept)' != ''">
                <AdditionalProperties>TargetFramework=%(EvidenceKept.Identity)</AdditionalProperties>
              </_InnerBuildProjects>
            </ItemGroup>
            <WriteLinesToFile File="$(EvidenceDescriptions)/$(MSBuildProjectName)-$([MSBuild]::StableStringHash('$(MSBuildProjectFullPath)').ToString('x8')).missing" Lines="$(MSBuildProjectFullPath);@(EvidenceLeft)" Overwrite="true" Condition="'@(EvidenceLeft)' != ''" />
          </Target>
        </Project>
        """;

    /// <summary>What was noted: a file for each project that a framework was taken from, with the project in its first line.</summary>
    internal static ImmutableArray<(string Project, string Framework)> Missing(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.missing").Order(StringComparer.Ordinal).Select(File.ReadAllLines)
            .SelectMany(lines => lines.Skip(1).Where(line => line.Length > 0).Select(framework => (lines[0], framework)))];

    /// <summary>Characters that MSBuild reads as its own, learn.microsoft.com/visualstudio/msbuild/msbuild-special-characters.</summary>
    private static string Escape(string path) =>
        string.Concat(path.Select(c => "%$@'();?*".Contains(c, StringComparison.Ordinal) ? $"%{(int)c:X2}" : c.ToString()));
}
