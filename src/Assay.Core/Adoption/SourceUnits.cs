using System.Security.Cryptography;
using System.Text;
using Assay.Core.Sources;

namespace Assay.Core.Adoption;

/// <summary>A function with its signature.</summary>
/// <param name="Text">Its lines without what lays them out: what only moved, or was indented anew, has the same.</param>
/// <param name="Lines">Its lines that are not blank, 1-based, ascending.</param>
/// <param name="Whole">It is all that the file holds; its first line may open a function, or be any other.</param>
internal sealed record SourceUnit(string Symbol, int First, int Last, string Text, int[] Lines, bool Whole);

/// <summary>A source cut into lines and functions that are told apart by what stands on their lines, whatever indents them.</summary>
internal sealed class SourceUnits
{
    private const int LongestSymbol = 100;
    private const int LongestSignature = 8;

    private readonly string[] lines;
    private readonly string?[] texts;
    private readonly bool indented;

    private SourceUnits(string[] lines, string?[] texts, SourceOutline? outline, bool indented)
    {
        (this.lines, this.texts, this.indented) = (lines, texts, indented);
        Units = outline is null ? [] : [.. outline.Bodies.Select(Unit).OfType<SourceUnit>()];
    }

    /// <summary>Outer before inner; none of a language without an outline.</summary>
    public IReadOnlyList<SourceUnit> Units { get; }

    /// <param name="text">Its lines end with LF or CR LF, see <see cref="SourceTexts"/>.</param>
    public static SourceUnits Of(string path, string text)
    {
        var lines = text.Replace("\r\n", "\n").Split('\n');
        if (Languages.OfPath(path) is not { } language) return new(lines, [.. lines.Select(line => Collapsed(line, quotes: true))], null, indented: false);
        var within = WithinText(new SourceTokens(language, text), lines.Length);
        return new(lines, [.. lines.Select((line, n) => within[n] ? line : Collapsed(line, line.AsSpan().ContainsAny("\"'`/")))], SourceOutline.Of(language, text), language == Language.Python);
    }

    /// <summary>What stands on some lines, without what lays them out.</summary>
    public string TextOf(int first, int last) => string.Join('\n', Enumerable.Range(first, Math.Max(0, Math.Min(last, lines.Length) - first + 1)).Select(line => texts[line - 1]).OfType<string>());

    /// <summary>Twelve hexadecimal digits over <see cref="TextOf"/>; empty where nothing stands there.</summary>
    public string ContentOf(int first, int last) =>
        TextOf(first, last) is { Length: > 0 } text ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6)) : "";

    /// <summary>The outermost function around a line, by the first line of its signature; empty outside of one.</summary>
    public string SymbolOf(int line)
    {
        var around = Units.Where(unit => unit.First <= line && line <= unit.Last).ToList();
        return (around.Find(unit => !unit.Whole) ?? around.Find(unit => unit.Symbol.Contains('(') && (unit.Symbol.EndsWith('{') || unit.Symbol.EndsWith(':'))))?.Symbol ?? "";
    }

    /// <summary>Lines that begin within a string: their blanks are part of it.</summary>
    private static bool[] WithinText(SourceTokens source, int count)
    {
        var within = new bool[count];
        for (var token = 0; token < source.Count; token++)
        {
            for (var line = source.LineOf(token) + 1; line <= Math.Min(source.LastLineOf(token), count); line++) within[line - 1] = true;
        }
        return within;
    }

    /// <summary>Null for a blank line; blanks between words count where the line may hold a text.</summary>
    private static string? Collapsed(string line, bool quotes)
    {
        var trimmed = line.Trim(' ', '\t');
        return trimmed.Length == 0 ? null : quotes ? trimmed : string.Join(' ', trimmed.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    private SourceUnit? Unit(LineSpan body)
    {
        if (body.Last > lines.Length) return null;
        var first = body.First;
        while (first > 1 && body.First - first < LongestSignature && GoesBack(first)) first--;
        int[] held = [.. Enumerable.Range(first, body.Last - first + 1).Where(line => texts[line - 1] is not null)];
        if (held.Length == 0) return null;
        var symbol = lines[first - 1].Trim();
        var whole = first <= Array.FindIndex(texts, text => text is not null) + 1 && body.Last >= Array.FindLastIndex(texts, text => text is not null) + 1;
        return new(symbol.Length > LongestSymbol ? symbol[..LongestSymbol] : symbol, first, body.Last,
            string.Join('\n', held.Select(line => indented ? $"{Depth(line) - Depth(held[0])} {texts[line - 1]}" : texts[line - 1])), held, whole);
    }

    /// <summary>A body that begins with its brace, or in the middle of an expression, has its signature before it; so has one of Python.</summary>
    private bool GoesBack(int line)
    {
        if (texts[line - 2] is not { } before) return false;
        var here = texts[line - 1] ?? "";
        if (indented && here.Split(' ', '(')[0] is "def" or "async" or "class") return false;
        if (before.EndsWith(';') || before.EndsWith('{') || before.EndsWith('}') || before.EndsWith(']')) return false;
        return here.StartsWith('{') || here.StartsWith('(') || here.StartsWith(')') || here.StartsWith("=>", StringComparison.Ordinal) || here.StartsWith("where ", StringComparison.Ordinal)
            || before.EndsWith("=>", StringComparison.Ordinal) || before.EndsWith(',') || before.EndsWith('(') || before.EndsWith(':');
    }

    /// <summary>How far a line is indented, where that says which block it belongs to; a tab is counted as Python counts it.</summary>
    private int Depth(int line)
    {
        var column = 0;
        foreach (var sign in lines[line - 1].TakeWhile(sign => sign is ' ' or '\t')) column = sign == '\t' ? (column / 8 * 8) + 8 : column + 1;
        return column;
    }
}
