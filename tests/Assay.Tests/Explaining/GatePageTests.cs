using Assay.Core.Explaining;
using Assay.Core.Standards;

namespace Assay.Tests.Explaining;

/// <summary>docs/gates is what the standard says. After an edit of it: ACCEPT=1, and read the difference.</summary>
public sealed class GatePageTests
{
    private static readonly Standard Production = BuiltInStandards.Load("production")!;

    public static TheoryData<string> Pages => ["README", .. Production.Gates.Select(gate => gate.Id)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_of_the_docs_says_what_the_standard_says(string name)
    {
        var path = Path.Combine(Repository.Root, "docs", "gates", $"{name}.md");
        var written = name == "README" ? GatePage.Index(Production) : GatePage.Of(Production.Gates.Single(gate => gate.Id == name), Production);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") is { Length: > 0 }, "ACCEPT=1 is for a person who reads the difference, not for CI.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, written);
        }
        Assert.Equal(written, File.ReadAllText(path));
    }

    [Fact]
    public void There_is_no_page_of_a_gate_that_is_not_there() =>
        Assert.Equal(Pages.Select(page => (string)page.Data).Order(), Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "gates")).Select(Path.GetFileNameWithoutExtension).Order());
}
