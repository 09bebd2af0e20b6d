using Assay.Core.Changes;
using Assay.Proof.Reasons;

namespace Assay.Tests.Proof.Reasons;

public sealed class IntroducedTests
{
    [Fact]
    public void Names_are_those_of_added_lines_without_comments_and_keywords()
    {
        var introduced = Introduced.By([Edit("src/a.cs", ChangeKind.Modified, "public int Refund(int cents) => cents; // Explained", "/// <summary>Documented</summary>", "namespace Shop.Sales;")]);

        Assert.Equal(["Refund", "Sales", "Shop", "cents"], introduced.Names.Order(StringComparer.Ordinal));
        Assert.Equal(["Sales", "Shop"], introduced.Declared.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_manifest_introduces_no_name_because_it_brings_packages_and_not_code()
    {
        Assert.Empty(Introduced.By([Edit("Directory.Packages.props", ChangeKind.Modified, "<PackageVersion Include=\"Moq\" />"), Edit("package.json", ChangeKind.Modified, "\"sinon\": \"1\"")]).Names);
    }

    [Fact]
    public void Files_are_those_that_were_added_or_came_to_a_new_place()
    {
        Assert.Equal(["a.py", "c.py"], Introduced.By([Edit("a.py", ChangeKind.Added, "x"), Edit("b.py", ChangeKind.Modified, "x"), Edit("c.py", ChangeKind.Renamed, "x")]).Files.Order());
    }

    private static ChangedFile Edit(string path, ChangeKind kind, params string[] added) => new(path, null, kind, [new Hunk(1, [], 1, [.. added])]);
}
