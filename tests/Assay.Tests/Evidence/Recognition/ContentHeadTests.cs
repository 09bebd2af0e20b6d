using System.Text;
using Assay.Evidence;

namespace Assay.Tests.Evidence.Recognition;

public sealed class ContentHeadTests
{
    private static ContentHead Of(string text) => ContentHead.Of(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void An_empty_file_is_told_from_every_other() => Assert.Equal(ContentShape.Empty, ContentHead.Of([]).Shape);

    [Theory]
    [InlineData("\0\u0001\u0002PNG")]
    [InlineData("text with a \0 in it")]
    public void Control_characters_make_it_binary(string content) => Assert.Equal(ContentShape.Binary, Of(content).Shape);

    [Theory]
    [InlineData("{\"schema\": \"assay/proof/v1\", \"a\": 1}", "assay/proof/v1")]
    [InlineData("{\"a\": {\"schema\": \"x\"}, \"b\": \"assay/proof/v1\"}", null)]
    [InlineData("{\"schema\": 5, \"b\": \"x\"}", null)]
    [InlineData("{\"schema\": {\"a\": \"x\"}}", null)]
    [InlineData("[{\"schema\": \"x\"}]", null)]
    public void What_json_says_its_schema_is_is_the_text_of_its_top_level_alone(string text, string? schema) => Assert.Equal(schema, Of(text).Schema);

    [Fact]
    public void The_root_of_xml_is_found_behind_declaration_comments_and_document_type()
    {
        var head = Of("\n<?xml version=\"1.0\"?>\n<!-- <fake/> -->\n<!DOCTYPE r SYSTEM \"http://example.org/>.dtd\">\n<x:r xmlns:x='urn:n' line-rate='1'><a/>");
        Assert.Equal((ContentShape.Xml, "r", "urn:n"), (head.Shape, head.RootElement, head.RootNamespace));
        Assert.Contains("line-rate", head.RootKeys);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_root_of_xml_is_found_in_any_unicode_encoding_with_its_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.Equal("r", ContentHead.Of([.. encoding.GetPreamble(), .. encoding.GetBytes("<?xml version='1.0'?><r/>")]).RootElement);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void The_root_of_utf_16_is_found_without_a_mark(string name) =>
        Assert.Equal("r", ContentHead.Of(Encoding.GetEncoding(name).GetBytes("<?xml version='1.0' encoding='utf-16'?><r/>")).RootElement);

    [Theory]
    [InlineData("<r a='1")]
    [InlineData("<!DOCTYPE r [ <!ENTITY a 'b'> ]><r/>")]
    [InlineData("<!-- never closed")]
    [InlineData("<?xml version='1.0'?>")]
    public void Xml_without_a_whole_and_harmless_beginning_has_no_root(string content)
    {
        var head = Of(content);
        Assert.Equal((ContentShape.Xml, null), (head.Shape, head.RootElement));
    }

    [Fact]
    public void The_keys_of_json_are_those_of_its_top_level_even_when_the_file_goes_on()
    {
        var head = Of("{\"version\": \"2.1.0\", // a comment\n \"runs\": [{\"tool\": 1}], \"open\": {\"inner\": [1, 2");
        Assert.Equal(ContentShape.Json, head.Shape);
        Assert.Equal(["open", "runs", "version"], head.RootKeys.Order());
    }

    [Theory]
    [InlineData("[{\"a\": 1}]")]
    [InlineData("{ not json")]
    public void Json_without_an_object_at_its_top_has_no_keys(string content)
    {
        var head = Of(content);
        Assert.Equal(ContentShape.Json, head.Shape);
        Assert.Empty(head.RootKeys);
    }

    [Fact]
    public void Json_nested_ten_thousand_deep_is_recognised_and_does_not_throw() =>
        Assert.Equal(["runs"], Of("{\"runs\":" + new string('[', 10_000)).RootKeys);

    [Fact]
    public void The_keys_of_yaml_are_those_without_indent()
    {
        var head = Of("# requirements\nrequirements:\n  - id: R1\nschema: 1\nhttp://no\n");
        Assert.Equal(ContentShape.Text, head.Shape);
        Assert.Equal(["requirements", "schema"], head.RootKeys.Order());
    }

    [Fact]
    public void Only_the_first_64_KB_are_looked_at()
    {
        using var endless = new MemoryStream(Encoding.UTF8.GetBytes("a: 1\n" + new string('x', 200_000)));
        Assert.Equal(ContentHead.Length, ContentHead.Of(endless).Text.Length);
    }
}
