namespace Assay.Tests.Proof.Hunks;

public sealed class RemovalTests
{
    [Fact]
    public void A_bracket_left_without_its_partner_needs_no_run()
    {
        using var lab = new HunkLab(("src/A.cs", "class A\n{\n    int X()\n    {\n        return 1;\n    }\n}\n",
            "class A\n{\n    int X()\n    {\n        if (Y)\n        {\n        return 1;\n        }\n        return 2;\n    }\n}\n"));
        Assert.Contains("bracket", lab.Without(0).Broken, StringComparison.Ordinal);
        Assert.Null(lab.Without([.. lab.Pieces.Select(piece => piece.Index)]).Broken);
    }

    [Fact]
    public void A_script_that_uses_what_is_no_more_declared_cannot_run()
    {
        using var lab = new HunkLab(("src/a.js", "export function a(x) {\n  return x;\n}\n", "function check(x) {\n  if (!x) throw x;\n}\nexport function a(x) {\n  check(x);\n  return x;\n}\n"));
        Assert.Equal("check is used and no more declared", lab.Without(0).Broken);
        Assert.Null(lab.Without(1).Broken);
        Assert.Null(lab.Without(0, 1).Broken);
    }

    [Fact]
    public void What_production_no_longer_names_has_vanished()
    {
        using var lab = new HunkLab(("src/a.js", "export const a = 1;\n", "export const a = 1;\n// sums numbers\nexport function sum(x) {\n  return x + a;\n}\n"));
        var removal = lab.Without(0);
        Assert.Contains("sums", removal.Vanished);
        Assert.DoesNotContain("a", removal.Vanished);
        Assert.Equal(["sum"], removal.Missing);
    }

    /// <summary>Catches an export that seems to be there still because a parameter elsewhere has its name.</summary>
    [Fact]
    public void An_export_is_missing_also_where_its_name_is_used_for_something_else()
    {
        using var lab = new HunkLab(("src/a.js", "export function show(cents) {\n  return cents;\n}\n", "export function show(cents) {\n  return cents;\n}\nexport function cents(text) {\n  return Number(text);\n}\n"));
        Assert.Equal(["cents"], lab.Without(0).Missing);
    }

    [Fact]
    public void A_module_that_goes_is_missing_by_its_name()
    {
        using var lab = new HunkLab(("keep", "x", "x"), ("src/parse.js", null, "export default 1;\n"));
        Assert.Equal(["parse"], lab.Without(0).Missing);
    }
}
