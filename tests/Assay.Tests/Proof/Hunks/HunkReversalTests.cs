using System.Text;

namespace Assay.Tests.Proof.Hunks;

public sealed class HunkReversalTests
{
    [Theory]
    [InlineData("a\nb\nc\n", "A\nb\nC\nd\n")]
    [InlineData("a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\nd\r\n")]
    [InlineData("a\nb\n", "a\nb")]
    [InlineData("a\nb", "a\nb\nc\n")]
    [InlineData("a\nb\nc", "c")]
    [InlineData("a\r\nb\nc\r\n", "x\na\r\nb\nc\n")]
    [InlineData("", "a\nb")]
    [InlineData("a", "")]
    public void All_pieces_taken_back_give_the_file_as_it_was(string before, string after)
    {
        using var lab = new HunkLab(("src/a.txt", before, after));
        Assert.Equal(before, lab.TextWithout("src/a.txt", [.. lab.Pieces.Select(piece => piece.Index)]));
    }

    [Fact]
    public void One_piece_taken_back_leaves_the_others()
    {
        using var lab = new HunkLab(("src/a.txt", "a\r\nb\r\nc\r\nd", "A\r\nb\r\nd\r\ne"));
        Assert.Equal("a\r\nb\r\nd\r\ne", lab.TextWithout("src/a.txt", 0));
        Assert.Equal("A\r\nb\r\nc\r\nd", lab.TextWithout("src/a.txt", 1));
    }

    [Fact]
    public void Removed_lines_come_back_where_they_stood()
    {
        using var lab = new HunkLab(("src/a.js", "one();\ntwo();\nthree();\n", "one();\nthree();\n"));
        Assert.Equal("src/a.js:before 2", Assert.Single(lab.Pieces).Place);
        Assert.Equal("one();\ntwo();\nthree();\n", lab.TextWithout("src/a.js", 0));
    }

    [Fact]
    public void A_new_file_goes_and_a_deleted_one_comes_back()
    {
        using var lab = new HunkLab(("src/new.js", null, "one();\n"), ("src/old.js", "two();\nthree();", null));
        Assert.Null(lab.TextWithout("src/new.js", 0));
        Assert.Equal("two();\nthree();", lab.TextWithout("src/old.js", 1));
    }

    [Fact]
    public void A_renamed_file_keeps_its_new_name()
    {
        var lines = string.Concat(Enumerable.Range(0, 30).Select(line => $"call({line});\n"));
        using var lab = new HunkLab(("src/old.js", lines, null), ("src/new.js", null, lines.Replace("call(7)", "call(8)", StringComparison.Ordinal)));
        Assert.Equal("src/new.js:8", Assert.Single(lab.Pieces).Place);
        Assert.Equal(lines, lab.TextWithout("src/new.js", 0));
    }

    [Fact]
    public void Bytes_that_are_no_text_stay_as_they_are()
    {
        using var lab = new HunkLab(("src/ä b.js", "// é\none();\ntwo();\n", "// é\none();\nthree();\n"));
        Assert.Equal("// é\none();\ntwo();\n"u8.ToArray(), lab.Without(0).Edits["src/ä b.js"]);
        Assert.Equal("src/ä b.js", Assert.Single(lab.Sources).File.Path);
        Assert.Equal(3, Encoding.UTF8.GetString(lab.Without(0).Edits["src/ä b.js"]!).Count(c => c == '\n'));
    }
}
