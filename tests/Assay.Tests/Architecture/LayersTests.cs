using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Assay.Tests.Architecture;

/// <summary>ARCHITECTURE.md's table of who may use whom, held against project files and against what the compiler really referenced.</summary>
public sealed class LayersTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Assay.Core"] = [],
        ["Assay.Git"] = ["Assay.Core"],
        ["Assay.Evidence"] = ["Assay.Core"],
        ["Assay.Output"] = ["Assay.Core"],
        ["Assay.Toolchains"] = ["Assay.Core", "Assay.Git", "Assay.Evidence"],
        ["Assay.Proof"] = ["Assay.Core", "Assay.Git", "Assay.Evidence", "Assay.Toolchains"],
        ["Assay.Cli"] = ["Assay.Core", "Assay.Git", "Assay.Evidence", "Assay.Output", "Assay.Toolchains", "Assay.Proof"],
    };

    public static TheoryData<string> Projects => [.. ProjectFiles.Select(file => Path.GetFileNameWithoutExtension(file))];

    /// <summary>All but the executable, which may use every layer.</summary>
    public static TheoryData<string> Libraries => [.. MayUse.Keys.Where(project => project != "Assay.Cli")];

    private static string[] ProjectFiles => Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);

    [Fact]
    public void Every_project_of_src_has_its_place_among_the_layers() =>
        Assert.Equal(MayUse.Keys.Order(), ProjectFiles.Select(file => Path.GetFileNameWithoutExtension(file)).Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_layers_below_it(string project)
    {
        var references = Project(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));

        Assert.Empty(references.Except(MayUse[project]));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Compiled_code_uses_only_layers_below_it(string project)
    {
        using var assembly = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, project + ".dll")));
        var metadata = assembly.GetMetadataReader();
        var used = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToList();

        Assert.Contains("System.Runtime", used);
        Assert.Empty(used.Where(name => name.StartsWith("Assay.", StringComparison.Ordinal)).Except(MayUse[project]));
    }

    [Fact]
    public void The_compiler_refuses_clock_environment_and_files_in_Core()
    {
        var project = Project("Assay.Core");
        var analyzer = Assert.Single(project.Descendants("PackageReference"), package => (string?)package.Attribute("Include") == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
        Assert.Contains(project.Descendants("AdditionalFiles"), file => (string?)file.Attribute("Include") == "BannedSymbols.txt");
        Assert.Null(analyzer.Attribute("Condition"));
        Assert.DoesNotContain("RS0030", project.ToString());

        var banned = File.ReadLines(Path.Combine(Repository.Root, "src/Assay.Core/BannedSymbols.txt")).Select(line => line.Split(';')[0]).ToList();
        string[] expected =
        [
            "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTimeOffset.Now", "P:System.DateTimeOffset.UtcNow", "P:System.TimeProvider.System",
            "M:System.Guid.NewGuid", "T:System.Random", "T:System.Environment", "T:System.IO.File", "T:System.IO.Directory", "T:System.Diagnostics.Process", "T:System.Console",
        ];
        Assert.Empty(expected.Except(banned));
    }

    [Fact]
    public void Warnings_are_errors_in_every_build()
    {
        var properties = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"));

        Assert.Equal("true", Assert.Single(properties.Descendants("TreatWarningsAsErrors")).Value);
        Assert.All(ProjectFiles, file => Assert.DoesNotContain(XDocument.Load(file).Descendants(), element => element.Name.LocalName is "NoWarn" or "TreatWarningsAsErrors" or "WarningsNotAsErrors"));
    }

    private static XDocument Project(string name) => XDocument.Load(Path.Combine(Repository.Root, "src", name, name + ".csproj"));
}
