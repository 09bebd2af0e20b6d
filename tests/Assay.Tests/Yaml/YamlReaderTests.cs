using Assay.Core.Errors;
using Assay.Core.Yaml;

namespace Assay.Tests.Yaml;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("a: 1\n b: 2\n", 2)]
    [InlineData("a: [1, 2\n", 2)]
    [InlineData("a: \"open\n", 2)]
    [InlineData("a:\n\t- b\n", 2)]
    [InlineData("a: b: c\n", 1)]
    public void Broken_syntax_is_one_error_with_its_place(string text, int line)
    {
        var error = Assert.Single(Read(text));
        Assert.StartsWith("not valid YAML:", error.What, StringComparison.Ordinal);
        Assert.Equal("file.yaml", error.File);
        Assert.InRange(error.Line!.Value, 1, line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    public void An_empty_file_is_said_to_be_empty(string text) => Assert.Equal("the file is empty", Assert.Single(Read(text)).What);

    [Theory]
    [InlineData("a: &x 1\n", "anchor '&x' is not allowed")]
    [InlineData("a: !!str 1\n", "tag 'tag:yaml.org,2002:str' is not allowed")]
    [InlineData("a: !thing 1\n", "tag '!thing' is not allowed")]
    [InlineData("a: 1\n---\nb: 2\n", "a second document begins here")]
    [InlineData("a: 1\nb: 2\na: 3\n", "key 'a' stands twice; first in line 1")]
    [InlineData("a: 1\n? [x]\n: 2\n", "a key must be a single word")]
    [InlineData("- a\n", "thing: expected keys with values, found a list")]
    [InlineData("only text\n", "thing: expected keys with values, found 'only text'")]
    public void What_could_mislead_a_reader_is_refused(string text, string what) => Assert.Equal(what, Assert.Single(Read(text)).What);

    [Theory]
    [InlineData('\0', "control character U+0000 is not allowed")]
    [InlineData('\u001B', "control character U+001B is not allowed")]
    [InlineData('\u202E', "character U+202E, which turns the direction of text, is not allowed")]
    [InlineData('\uFFFD', "the file is not UTF-8")]
    public void Characters_that_hide_or_garble_text_are_refused(char character, string what)
    {
        var error = Assert.Single(Read($"a: 1\nb: x{character}{character}\n"));
        Assert.Equal((what, 2, 5), (error.What, error.Line!.Value, error.Column!.Value));
    }

    [Fact]
    public void Aliases_that_would_grow_without_bound_are_refused()
    {
        var text = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        Assert.Equal(6, Read(text).Count(error => error.What.Contains("not allowed", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nesting_is_read_to_64_levels_and_no_further()
    {
        Assert.Empty(Read("a: " + new string('[', 63) + new string(']', 63)));
        Assert.Equal("nested deeper than 64 levels", Assert.Single(Read("a: " + new string('[', 64) + new string(']', 64))).What);
        Assert.Equal("nested deeper than 64 levels", Assert.Single(Read(string.Concat(Enumerable.Repeat("- ", 100_000)))).What);
    }

    [Fact]
    public void A_file_over_one_megabyte_is_refused_unread()
    {
        Assert.Equal("the file is larger than 1 MB", Assert.Single(Read("a: " + new string('x', YamlReader.LongestText))).What);
    }

    [Fact]
    public void A_flood_of_mistakes_is_cut_and_counted()
    {
        var text = string.Concat(Enumerable.Range(0, 250).Select(i => $"key{i}: 1\n"));
        var errors = Read(text);
        Assert.Equal(101, errors.Length);
        Assert.Equal("150 more mistakes", errors[^1].What);
    }

    [Fact]
    public void Bytes_that_are_no_text_never_throw()
    {
        var random = new Random(4711);
        const string alphabet = "ab:-?[]{}&*!|>'\"%@`#,\n \t0\\\0\u0085\uFEFF\uD800~<";
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            Assert.True(YamlReader.ReadNode(text, Mistakes(out var mistakes)) is not null || !mistakes.None, text);
        }
    }

    private static System.Collections.Immutable.ImmutableArray<AssayError> Read(string text)
    {
        YamlReader.Read(text, new YamlKeys("thing", [], ["a", "b", "c"]), Mistakes(out var mistakes));
        return mistakes.ToImmutable();
    }

    private static YamlMistakes Mistakes(out YamlMistakes mistakes) => mistakes = new YamlMistakes("file.yaml", ConfigurationErrors.ConfigurationInvalid);
}
