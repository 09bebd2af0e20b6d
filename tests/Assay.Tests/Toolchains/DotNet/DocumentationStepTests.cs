using Assay.Core.Errors;
using Assay.Core.Observations;

namespace Assay.Tests.Toolchains.DotNet;

public sealed class DocumentationStepTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <NoWarn>$(NoWarn);CS1591;CS1572;CS1573</NoWarn><GenerateDocumentationFile>false</GenerateDocumentationFile></PropertyGroup>
        </Project>
        """;

    [Fact]
    public async Task Gaps_are_found_whatever_the_project_does_to_hide_them_and_its_own_build_stays_clean()
    {
        using var solution = new SmallSolution(
            ("Library/Library.csproj", Project),
            (".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CS1591.severity = none\n"),
            (".globalconfig", "is_global = true\ndotnet_diagnostic.CS1591.severity = none\n"),
            ("Library/Ledger.cs", """
                #pragma warning disable CS1591
                namespace Bank;
                public class Ledger
                {
                    /// <summary>Posts an amount.</summary>
                    /// <param name="sum">Not there.</param>
                    public int Post(int amount) => amount;
                    /// <summary></summary>
                    public int Empty => 0;
                }
                internal class Hidden { public int Value; }
                """),
            ("Library/Made.g.cs", "public class Made;\n"));

        await solution.RunAsync();

        var docs = solution.Results["dotnet-docs"];
        Assert.Empty(docs.Problems);
        Assert.True(docs.Probed);
        var findings = solution.Seen<ToolFinding>().Where(finding => finding.Category == FindingCategory.Documentation).ToList();
        Assert.Equal([("CS1591", 3), ("CS1572", 6), ("CS1573", 7), ("empty", 8)],
            findings.Where(finding => finding.File == "Library/Ledger.cs").Select(finding => (finding.Rule, finding.Line!.Value)).Distinct().OrderBy(finding => finding.Item2));
        Assert.DoesNotContain(solution.Seen<ToolFinding>(), finding => finding.Category != FindingCategory.Documentation && finding.Rule.StartsWith("CS15", StringComparison.Ordinal));
        Assert.Empty(solution.Results["dotnet-build"].Problems);
    }

    [Fact]
    public async Task A_program_that_offers_nothing_has_no_gap_and_the_compiler_is_shown_to_have_looked()
    {
        using var solution = new SmallSolution(
            ("App/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup></Project>"),
            ("App/Program.cs", "System.Console.WriteLine();\n"));

        await solution.RunAsync();

        Assert.True(solution.Results["dotnet-docs"].Probed);
        Assert.Single(solution.Seen<ToolRun>(), run => run.Category == FindingCategory.Documentation);
        Assert.DoesNotContain(solution.Seen<ToolFinding>(), finding => finding.Category == FindingCategory.Documentation);
    }

    [Fact]
    public async Task A_target_that_quietens_the_compiler_is_found_out()
    {
        using var solution = new SmallSolution(
            ("Library/Library.csproj", Project),
            ("Directory.Build.targets", """
                <Project>
                  <Target Name="Quiet" AfterTargets="EvidenceDocumentSettings"><PropertyGroup><NoWarn>CS1591</NoWarn></PropertyGroup></Target>
                </Project>
                """),
            ("Library/Ledger.cs", "public class Ledger;\n"));

        await solution.RunAsync();

        Assert.Equal(CollectionErrors.ProbeFailed, Assert.Single(solution.Results["dotnet-docs"].Problems).Kind);
    }
}
