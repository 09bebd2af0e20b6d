namespace Assay.Tests.Proof.Hunks;

public sealed class HunkSplitterTests
{
    private const string TwoFunctions = """
        import { readFileSync } from 'node:fs';

        /** Reads. */
        export function read(path) {
          return readFileSync(path, 'utf8');
        }

        export const LIMIT = Math.max(3, 4);

        export async function write(path) {
          return path.map((one) => {
            return one + 1;
          });
        }

        """;

    [Fact]
    public void Each_hunk_is_a_piece_with_its_lines_at_head()
    {
        using var lab = new HunkLab(("src/a.js", "let a = 1;\nlet b = 2;\nlet c = 3;\nlet d = 4;\n", "let a = 7;\nlet b = 2;\nlet d = 4;\nlet e = 5;\n"));
        Assert.Equal(["src/a.js:1", "src/a.js:before 3", "src/a.js:4"], lab.Pieces.Select(piece => piece.Place));
        Assert.All(lab.Pieces, piece => Assert.True(piece.Counts));
    }

    [Fact]
    public void Comments_blank_lines_and_usings_ask_for_no_test()
    {
        using var lab = new HunkLab(
            ("src/A.cs", "class A\n{\n    int X() => 1;\n}\n", "using System.Text;\n\nclass A\n{\n    // one\n    int X() => 1;\n\n}\n"),
            ("src/B.cs", "using One;\nclass B;\n", "using Two;\nclass B;\n"));
        Assert.Equal([("src/A.cs:1-2", false), ("src/A.cs:5", false), ("src/A.cs:7", false), ("src/B.cs:1", true)], lab.Pieces.Select(piece => (piece.Place, piece.Counts)));
    }

    [Fact]
    public void The_functions_of_a_new_file_are_pieces_and_show_every_line_of_it()
    {
        using var lab = new HunkLab(("keep", "x", "x"), ("src/a.js", null, TwoFunctions));
        Assert.Equal(["src/a.js:1-6", "src/a.js:7-9", "src/a.js:10-14"], lab.Pieces.Select(piece => piece.Place));
        var first = lab.TextWithout("src/a.js", 0)!;
        Assert.DoesNotContain("function read", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Reads.", first, StringComparison.Ordinal);
        Assert.Contains("async function write", first, StringComparison.Ordinal);
        var last = lab.TextWithout("src/a.js", 2)!;
        Assert.Contains("function read", last, StringComparison.Ordinal);
        Assert.DoesNotContain("write", last, StringComparison.Ordinal);
        Assert.DoesNotContain("return one", last, StringComparison.Ordinal);
    }

    [Fact]
    public void Methods_of_a_new_class_go_one_by_one_and_leave_the_class()
    {
        using var lab = new HunkLab(("keep", "x", "x"), ("src/A.cs", null, """
            namespace N;

            /// <summary>A.</summary>
            public static class A
            {
                /// <summary>One.</summary>
                [Pure]
                public static int One(int x)
                {
                    return x + 1;
                }

                public static int Two(int x) =>
                    x + 2;
            }

            """));
        Assert.Equal(["src/A.cs:1-12", "src/A.cs:13-15"], lab.Pieces.Select(piece => piece.Place));
        Assert.Equal("""
            namespace N;

            /// <summary>A.</summary>
            public static class A
            {

                public static int Two(int x) =>
                    x + 2;
            }

            """, lab.TextWithout("src/A.cs", 0));
        Assert.Null(lab.TextWithout("src/A.cs", 0, 1));
    }

    [Fact]
    public void Functions_of_Python_go_with_their_decorators()
    {
        using var lab = new HunkLab(("keep", "x", "x"), ("src/a.py", null, "class A:\n    def one(self):\n        return 1\n\n    @property\n    def two(self):\n        return 2\n\n\ndef three():\n    return 3\n"));
        Assert.Equal(3, lab.Pieces.Length);
        Assert.Equal("class A:\n    def one(self):\n        return 1\n\n\n\ndef three():\n    return 3\n", lab.TextWithout("src/a.py", 1));
    }

    [Fact]
    public void A_text_without_known_lines_is_one_piece()
    {
        using var lab = new HunkLab(("keep", "x", "x"), ("src/prompt.txt", null, "Be kind.\n\nBe brief.\n"));
        Assert.Equal(("src/prompt.txt:1-3", true), Assert.Single(lab.Pieces.Select(piece => (piece.Place, piece.Counts))));
    }
}
