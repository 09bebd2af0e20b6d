using Assay.Core.Changes;
using Assay.Core.Proofs;
using Assay.Tests.Support;

namespace Assay.Tests.Proofs;

public sealed class ProductionHunksTests
{
    private const string After = "// head\nclass A\n{\n    [Guard]\n    int X() => 1; // one\n    /* a\n       b */\n    string Y = \"\"\"\n        // text\n        \"\"\";\n#pragma warning disable\n}\n";

    [Theory]
    [InlineData(1, false)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    [InlineData(7, false)]
    [InlineData(9, true)]
    [InlineData(11, true)]
    public void Comments_are_no_code_and_attributes_texts_and_directives_are(int line, bool isCode)
    {
        var change = Samples.Edit("a.cs", line, [After.Split('\n')[line - 1]]);
        Assert.Equal(isCode, !ProductionHunks.Of([change], _ => true, new FakeTree(("a.cs", After)), null).IsEmpty);
    }

    [Fact]
    public void Blank_lines_are_no_code_in_any_language_and_all_else_is_where_the_language_is_not_known()
    {
        var head = new FakeTree(("a.go", "// x\n\n"), ("a.cs", "\n"));
        Assert.Empty(ProductionHunks.Of([Samples.Edit("a.cs", 1, [""]), Samples.Edit("a.go", 2, [" "])], _ => true, head, null));
        Assert.Equal([("a.go", 1, 1)], ProductionHunks.Of([Samples.Edit("a.go", 1, ["// x"])], _ => true, head, null).Select(hunk => (hunk.File, hunk.FirstLine, hunk.LastLine)));
    }

    [Fact]
    public void Code_that_was_only_removed_is_a_hunk_before_the_line_that_follows()
    {
        var removed = new ChangedFile("a.cs", null, ChangeKind.Modified, [new Hunk(2, ["class B;"], 1, []), new Hunk(4, ["// c"], 2, [])]);
        var hunks = ProductionHunks.Of([removed], _ => true, new FakeTree(("a.cs", "// a\nclass A;\n")), new FakeTree(("a.cs", "// a\nclass B;\nclass A;\n// c\n")));
        Assert.Equal([(2, 1)], hunks.Select(hunk => (hunk.FirstLine, hunk.LastLine)));
    }

    [Fact]
    public void Only_production_code_has_them() =>
        Assert.Empty(ProductionHunks.Of([Samples.Edit("t.cs", 1, ["class T;"])], _ => false, new FakeTree(("t.cs", "class T;\n")), null));
}
