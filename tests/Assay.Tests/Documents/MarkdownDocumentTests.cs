using Assay.Core.Documents;

namespace Assay.Tests.Documents;

public sealed class MarkdownDocumentTests
{
    private const string Whole = """
        ---
        status: accepted
        approved_on: 2026-11-20
        tags: [a]
        ---
        Before all.

        # A title with `code` and [a link](x.md)

        Intro.

        ## Context ##
        Why.
        <!-- a comment
        # not a heading -->
        ### Within
        More.

        ```sh
        # a comment of the shell
        ```

        Decision
        --------
        What.

        ## Empty
        <!-- fill in -->
        """;

    [Fact]
    public void A_document_is_cut_into_front_matter_and_sections()
    {
        var document = MarkdownDocument.Parse(Whole);
        Assert.Equal([KeyValuePair.Create("approved_on", "2026-11-20"), KeyValuePair.Create("status", "accepted")], document.FrontMatter);
        Assert.Equal("Before all.", document.Before);
        Assert.Equal([("A title with code and a link", 1, 8), ("Context", 2, 12), ("Within", 3, 16), ("Decision", 2, 23), ("Empty", 2, 27)],
            document.Sections.Select(section => (section.Heading, section.Level, section.Line)));
        Assert.Equal("Why.\n\n\nMore.\n\n# a comment of the shell", document.Section("context")!.Text);
        Assert.Equal("What.", document.Section("Decision")!.Text);
        Assert.Equal("", document.Section("Empty")!.Text);
    }

    [Theory]
    [InlineData("#no heading", "")]
    [InlineData("    # code", "")]
    [InlineData("# a #", "a")]
    [InlineData("#", "")]
    [InlineData("####### seven", "")]
    [InlineData("# a#", "a#")]
    [InlineData("## **Bold**", "Bold")]
    [InlineData("## 3. Scale", "3. Scale")]
    [InlineData("a\n===", "a")]
    [InlineData("- a\n---", "")]
    [InlineData("~~~\n# a\n~~~", "")]
    [InlineData("````\n```\n# a\n````", "")]
    [InlineData("\uFEFF# a\r\nb", "a")]
    public void Headings_are_those_of_commonmark(string text, string heading) =>
        Assert.Equal(heading, string.Join('|', MarkdownDocument.Parse(text).Sections.Select(section => section.Heading)));

    [Fact]
    public void A_number_before_a_heading_does_not_matter() => Assert.NotNull(MarkdownDocument.Parse("## 3. Scale\nMuch.").Section("scale"));

    [Theory]
    [InlineData("---\na: [\n---\n# x", "not valid YAML")]
    [InlineData("---\n- a\n---\n# x", "holds no keys")]
    public void Front_matter_that_cannot_be_read_says_why(string text, string why)
    {
        var document = MarkdownDocument.Parse(text);
        Assert.Contains(why, document.FrontMatterMistake, StringComparison.Ordinal);
        Assert.Single(document.Sections);
    }

    [Fact]
    public void Front_matter_that_never_ends_is_text() => Assert.Empty(MarkdownDocument.Parse("---\nstatus: accepted\n").FrontMatter);

    [Fact]
    public void Whatever_the_text_is_there_is_a_result()
    {
        for (var length = 0; length <= Whole.Length; length++) Assert.NotNull(MarkdownDocument.Parse(Whole[..length]));
        var random = new Random(2026);
        for (var round = 0; round < 2000; round++)
        {
            var text = Whole.ToCharArray();
            for (var edit = 0; edit < 5; edit++) text[random.Next(text.Length)] = Whole[random.Next(Whole.Length)];
            Assert.NotNull(MarkdownDocument.Parse(new string(text)));
        }
    }
}
