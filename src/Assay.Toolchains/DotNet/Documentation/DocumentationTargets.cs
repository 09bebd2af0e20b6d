namespace Assay.Toolchains.DotNet.Documentation;

/// <summary>
/// One more compilation of a project, whose assembly nobody keeps, in which the compiler looks at documentation whatever the project says: no warning is left out by
/// <c>NoWarn</c>, rule set, editorconfig or response file, and what a pragma suppresses stands in the report as suppressed. The project's own build stays as it is.
/// </summary>
internal static class DocumentationTargets
{
    internal const string Target = "EvidenceDocument";

    internal const string Text =
        """
        <Project>
          <Target Name="EvidenceDocumentBegin">
            <PropertyGroup><EvidenceDocumenting>true</EvidenceDocumenting></PropertyGroup>
          </Target>
          <Target Name="EvidenceDocument" DependsOnTargets="EvidenceDocumentBegin;EvidenceDescribe;PrepareForBuild;ResolveReferences;PrepareResources;ResolveKeySource;Compile" />
          <!-- Set when the target runs, right before the compiler: so it holds whatever the project's own files say. -->
          <Target Name="EvidenceDocumentSettings" BeforeTargets="CoreCompile" Condition="'$(EvidenceDocumenting)' == 'true'">
            <PropertyGroup>
              <EvidenceOutput>$(EvidenceDocumentation)/$(EvidenceName)</EvidenceOutput>
              <ErrorLog>$(EvidenceOutput).sarif,version=2.1</ErrorLog>
              <NoWarn></NoWarn>
              <WarningLevel>9999</WarningLevel>
              <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
              <WarningsAsErrors></WarningsAsErrors>
              <WarningsNotAsErrors></WarningsNotAsErrors>
              <ResolvedCodeAnalysisRuleSet></ResolvedCodeAnalysisRuleSet>
              <CompilerResponseFile></CompilerResponseFile>
              <PathMap></PathMap>
              <PdbFile></PdbFile>
              <DebugSymbols>false</DebugSymbols>
              <DebugType>none</DebugType>
              <SourceLink></SourceLink>
              <SkipCompilerExecution>false</SkipCompilerExecution>
              <CompilerGeneratedFilesOutputPath></CompilerGeneratedFilesOutputPath>
              <TargetsTriggeredByCompilation></TargetsTriggeredByCompilation>
              <_SkipAnalyzers>true</_SkipAnalyzers>
            </PropertyGroup>
            <ItemGroup>
              <Compile Include="$(EvidenceProbe)" />
              <DocFileItem Remove="@(DocFileItem)" />
              <DocFileItem Include="$(EvidenceOutput).xml" />
              <IntermediateAssembly Remove="@(IntermediateAssembly)" />
              <IntermediateAssembly Include="$(EvidenceOutput).dll" />
              <IntermediateRefAssembly Remove="@(IntermediateRefAssembly)" />
              <_DebugSymbolsIntermediatePath Remove="@(_DebugSymbolsIntermediatePath)" />
              <EvidenceConfig Include="@(EditorConfigFiles)" Condition="'%(FullPath)' == '$([System.IO.Path]::GetFullPath(`$(GeneratedMSBuildEditorConfigFile)`))' Or '%(Identity)' == '$(GeneratedMSBuildEditorConfigFile)'" />
              <EditorConfigFiles Remove="@(EditorConfigFiles)" />
              <EditorConfigFiles Include="@(EvidenceConfig)" />
            </ItemGroup>
          </Target>
        </Project>
        """;
}
