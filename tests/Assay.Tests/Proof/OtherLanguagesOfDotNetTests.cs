using Assay.Core.Proofs;
using Assay.Tests.Support;

namespace Assay.Tests.Proof;

/// <summary>
/// F# and Visual Basic are built and tested like C#. Which of their tests a compile failure belongs to is not read, so that such a red shows nothing, and the reason names the error.
/// </summary>
public sealed class OtherLanguagesOfDotNetTests : IDisposable
{
    private readonly ProvenRepository repository = ProvenRepository.Empty();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void Visual_Basic_is_proven_by_its_assertions_and_a_test_that_does_not_compile_shows_nothing()
    {
        Project("vb", "", "");
        repository.With("App/Adder.vb", "Public Module Adder\n    Public Function Add(a As Integer, b As Integer) As Integer\n        Return a + b\n    End Function\nEnd Module\n")
            .With("Tests/AdderTests.vb", "Imports Xunit\n\nPublic Class AdderTests\n    <Fact>\n    Public Sub Adds()\n        Assert.Equal(3, App.Adder.Add(1, 2))\n    End Sub\nEnd Class\n");
        var proof = Base().With("App/Adder.vb", "Public Module Adder\n    Public Function Add(a As Integer, b As Integer) As Integer\n        If a > 100 Then Return 100\n        Return a + b\n    End Function\nEnd Module\n")
            .With("Tests/StopTests.vb", "Imports Xunit\n\nPublic Class StopTests\n    <Fact>\n    Public Sub Stops()\n        Assert.Equal(100, App.Adder.Add(101, 2))\n    End Sub\nEnd Class\n").Prove();
        Assert.Equal((ProofOutcome.Proven, "StopTests.Stops"), (proof.Outcome, string.Join('.', Assert.Single(proof.Tests).Id.Split('.')[^2..])));

        repository.With("App/Other.vb", "Public Module Other\n    Public Function Half(a As Integer) As Integer\n        Return a \\ 2\n    End Function\nEnd Module\n")
            .With("Tests/OtherTests.vb", "Imports Xunit\n\nPublic Class OtherTests\n    <Fact>\n    Public Sub Halves()\n        Assert.Equal(2, App.Other.Half(4))\n    End Sub\nEnd Class\n").Files.Commit("halves");
        var notRead = repository.ProveRange("HEAD");
        Assert.Equal(ProofOutcome.Inconclusive, notRead.Outcome);
        Assert.Contains("BC30456", notRead.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void FSharp_is_proven_by_its_assertions_and_a_test_that_does_not_compile_shows_nothing()
    {
        Project("fs", """<ItemGroup><Compile Include="Adder.fs" /></ItemGroup>""", """<ItemGroup><Compile Include="AdderTests.fs" /></ItemGroup>""");
        const string test = "module Tests.AdderTests\n\nopen Xunit\n\n[<Fact>]\nlet ``adds two`` () = Assert.Equal(3, App.Adder.add 1 2)\n";
        const string stops = test + "\n[<Fact>]\nlet ``stops at a hundred`` () = Assert.Equal(100, App.Adder.add 101 2)\n";
        const string stopping = "module App.Adder\n\nlet add (a: int) (b: int) =\n    if a > 100 then 100\n    else a + b\n";
        repository.With("App/Adder.fs", "module App.Adder\n\nlet add (a: int) (b: int) = a + b\n").With("Tests/AdderTests.fs", test);
        var proof = Base().With("App/Adder.fs", stopping).With("Tests/AdderTests.fs", stops).Prove();
        Assert.Equal((ProofOutcome.Proven, "Tests.AdderTests.stops at a hundred"), (proof.Outcome, Assert.Single(proof.Tests).Id));

        repository.With("App/Adder.fs", stopping + "\nlet half (a: int) = a / 2\n").With("Tests/AdderTests.fs", stops + "\n[<Fact>]\nlet ``halves`` () = Assert.Equal(2, App.Adder.half 4)\n").Files.Commit("halves");
        var notRead = repository.ProveRange("HEAD");
        Assert.Equal(ProofOutcome.Inconclusive, notRead.Outcome);
        Assert.Contains("FS0039", notRead.Reason, StringComparison.Ordinal);
    }

    private void Project(string language, string sources, string tests) => repository.With(".gitignore", ".assay/\nbin/\nobj/\n")
        .With($"App/App.{language}proj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>{sources}</Project>""")
        .With($"Tests/Tests.{language}proj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              {tests}
              <ItemGroup>
                <ProjectReference Include="../App/App.{language}proj" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
                <PackageReference Include="xunit" Version="2.9.3" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
              </ItemGroup>
            </Project>
            """);

    private ProvenRepository Base()
    {
        repository.Files.Commit("base");
        repository.Files.Branch("change");
        return repository;
    }
}
