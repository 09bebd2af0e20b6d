using System.Diagnostics;
using Assay.Core.Sources;

namespace Assay.Tests.Sources;

/// <summary>Whatever stands in a file, there is an outline of it, in time that grows with its size.</summary>
public class HostileSourceTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", "<", ">", "\"", "'", "`", "\"\"\"", "$\"", "$$\"\"\"", "@\"", "${", "f'''", "/*", "*/", "//", "#if A\n", "#else\n", "#endif\n",
        "=>", "->", "=", ":", ";", ",", "\n", "\r", "\r\n", "\t", "\\", "/", "class A ", "enum E ", "function f", "catch ", "if (", "case ", "switch ", "new ", "record R(",
        "def f():\n  ", "except:\n", "@a(", "type X = ", "declare ", "</", "<a ", "/>", "\0", "\uFEFF", "\uD800", "é", "0x", "...", "namespace ", "delegate ", "record", "extension(",
    ];

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public void Every_mutation_of_a_source_has_an_outline_with_a_kind_for_each_line(Language language)
    {
        var random = new Random(20);
        for (var round = 0; round < 1_000; round++)
        {
            var text = Mutate(Samples.Of(language), random);
            var outline = SourceOutline.Of(language, text);
            Assert.True(outline.Lines.Length == CountLines(text), $"round {round}: {text}");
            var spans = outline.Bodies.Concat(outline.Handlers);
            var within = spans.All(span => span.First >= 1 && span.First <= span.Last && span.Last <= outline.Lines.Length);
            Assert.True(within, $"round {round}: {text}");
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void Random_pieces_have_an_outline(Language language)
    {
        var random = new Random(21);
        for (var round = 0; round < 1_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            Assert.Equal(CountLines(text), SourceOutline.Of(language, text).Lines.Length);
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void Long_and_deeply_nested_sources_take_seconds_at_most(Language language)
    {
        foreach (var piece in Pieces)
        {
            var text = string.Concat(Enumerable.Repeat(piece, 25_000));
            var watch = Stopwatch.StartNew();
            SourceOutline.Of(language, text);
            SourceOutline.Of(language, text + string.Concat(Enumerable.Repeat("}\n", 25_000)));
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{piece}: {watch.Elapsed}");
        }

        var line = string.Concat(Enumerable.Repeat("f(a, \"b\"); ", (5 << 20) / 11));
        Assert.Single(SourceOutline.Of(language, line).Lines);
    }

    [Fact]
    public void Branches_that_each_close_and_open_many_braces_take_linear_time()
    {
        var text = "class A { void F() {" + string.Concat(Enumerable.Repeat("\n#if A\n } void F() {\n#elif B\n { {\n#else\n x(); }\n#endif\n", 20_000));
        var watch = Stopwatch.StartNew();
        Assert.Equal(LineKind.Code, SourceOutline.Of(Language.CSharp, text + "\n Work();").KindOf(CountLines(text) + 2));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Fact]
    public void Nothing_is_no_line_and_lines_beyond_the_end_hold_no_code()
    {
        var empty = SourceOutline.Of(Language.CSharp, "");
        Assert.Empty(empty.Lines);
        Assert.Equal(LineKind.NoCode, empty.KindOf(1));
        Assert.Null(empty.BodyOf(0));
        Assert.Equal(LineKind.NoCode, SourceOutline.Of(Language.Python, "x = 1\n").KindOf(2));
    }

    private static string Mutate(string text, Random random)
    {
        for (var times = random.Next(1, 6); times > 0 && text.Length > 2; times--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(20), text.Length - at);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text.Insert(random.Next(text.Length), text.Substring(at, length)),
                _ => text[..at] + (char)random.Next(0x10000) + text[(at + 1)..],
            };
        }

        return text;
    }

    private static int CountLines(string text)
    {
        var unified = text.Replace("\r\n", "\n").Replace('\r', '\n');
        return unified.Count(c => c == '\n') + (unified.Length > 0 && unified[^1] != '\n' ? 1 : 0);
    }
}
