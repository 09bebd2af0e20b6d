using Assay.Core.Documents.Links;

namespace Assay.Tests.Documents;

public class MarkdownLinksTests
{
    [Theory]
    [InlineData("[a](b_(c).md)", "b_(c).md")]
    [InlineData("[a](b\\).md)", "b).md")]
    [InlineData("[a](b.md 'title')", "b.md")]
    [InlineData("[a](x&amp;y.md)", "x&y.md")]
    [InlineData("- item\n\n  [a](b.md)", "b.md")]
    [InlineData("> [a](b.md)", "b.md")]
    [InlineData("`open [a](b.md)", "b.md")]
    public void A_link_is_found(string text, string target) => Assert.Equal(target, Assert.Single(MarkdownLinks.Of(ProseLines.Of(text))).Target);

    [Theory]
    [InlineData("``a ` [a](b.md)``")]
    [InlineData("    [a](b.md)")]
    [InlineData("~~~\n[a](b.md)\n```\n[a](b.md)\n~~~")]
    [InlineData("\\[a\\](b.md)")]
    [InlineData("f[0](x, y)")]
    [InlineData("---\ntitle: '[a](b.md)'\n---\n")]
    [InlineData("[^1]: a note")]
    public void What_is_no_link_is_none(string text) => Assert.Empty(MarkdownLinks.Of(ProseLines.Of(text)));

    [Theory]
    [InlineData("Hello, World!", "hello-world")]
    [InlineData("`snake_case` & _slanted_ words", "snake_case--slanted-words")]
    [InlineData("Überblick über [das](x.md) C#", "überblick-über-das-c")]
    [InlineData("1.2.0 (2026-11-22)", "120-2026-11-22")]
    public void Headings_are_named_as_GitHub_names_them(string heading, string slug) => Assert.Equal(slug, MarkdownAnchors.Slug(heading));

    [Fact]
    public void No_cut_and_no_mutation_throws_or_hangs()
    {
        var good = File.ReadAllText(Path.Combine(Repository.Root, "README.md")) + "\n[a](<b c> \"t\")\n[r]: x\n<img src='y'>\n<!-- c -->\n***\n";
        var random = new Random(2026);
        const string Signs = "[]()<>`~#!\\\"'&-=\n \t*_|:\uD800";
        for (var round = 0; round < 1500; round++)
        {
            var text = good[..random.Next(good.Length)].ToCharArray();
            for (var edit = random.Next(0, 8); edit > 0 && text.Length > 0; edit--) text[random.Next(text.Length)] = Signs[random.Next(Signs.Length)];
            var lines = ProseLines.Of(new string(text));
            Assert.True(MarkdownLinks.Of(lines).All(link => link.Line >= 1 && link.Line <= lines.Length));
            Assert.NotNull(MarkdownAnchors.Of(lines));
        }
    }

    [Theory]
    [InlineData("[](")]
    [InlineData("](a b ")]
    [InlineData("`` ` ")]
    [InlineData("<img ")]
    [InlineData("[a]: ")]
    [InlineData("<!-- ")]
    [InlineData("![[")]
    public void A_pattern_a_hundred_thousand_times_over_is_read_in_time(string piece)
    {
        var lines = ProseLines.Of(string.Concat(Enumerable.Repeat(piece, 20_000)));
        var began = System.Diagnostics.Stopwatch.StartNew();
        MarkdownLinks.Of(lines);
        MarkdownAnchors.Of(lines);
        Assert.InRange(began.Elapsed.TotalSeconds, 0, 20);
    }
}
