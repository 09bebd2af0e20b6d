using System.Security.Cryptography;
using System.Text;
using Assay.Core.Sources;

namespace Assay.Core.Adoption;

/// <summary>A function with its signature.</summary>
/// <param name="Tokens">Digest over the tokens of its lines: what only moved, or was indented anew, has the same.</param>
/// <param name="Lines">Its lines that hold tokens, 1-based, ascending.</param>
/// <param name="Whole">It is all that the file holds; its first line may open a function, or be any other.</param>
internal sealed record SourceUnit(string Symbol, int First, int Last, string Tokens, int[] Lines, bool Whole);

/// <summary>A source cut into lines and functions that are told apart by their tokens, whatever the blanks and comments between them.</summary>
internal sealed class SourceUnits
{
    private const int LongestSymbol = 100;
    private const int LongestSignature = 8;

    private readonly string[] lines;
    private readonly string?[] tokens;

    private SourceUnits(string[] lines, string?[] tokens, SourceOutline? outline)
    {
        (this.lines, this.tokens) = (lines, tokens);
        Units = outline is null ? [] : [.. outline.Bodies.Select(Unit).OfType<SourceUnit>()];
    }

    /// <summary>Outer before inner.</summary>
    public IReadOnlyList<SourceUnit> Units { get; }

    public int LineCount => lines.Length;

    public static SourceUnits Of(string path, string text)
    {
        var lines = text.Replace("\r\n", "\n").Split('\n');
        if (Languages.OfPath(path) is not { } language)
            return new(lines, [.. lines.Select(line => line.AsSpan().Trim().IsEmpty ? null : string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))], null);
        var source = new SourceTokens(language, text);
        var drafts = new StringBuilder?[lines.Length];
        for (var token = 0; token < source.Count; token++)
        {
            if (source.KindOf(token) == SourceTokenKind.LineEnd || source.LineOf(token) > lines.Length) continue;
            (drafts[source.LineOf(token) - 1] ??= new()).Append(source.TextOf(token)).Append('\u001f');
        }
        return new(lines, [.. drafts.Select(draft => draft?.ToString())], SourceOutline.Of(language, text));
    }

    /// <summary>Digest over the tokens of some lines; empty where they hold none.</summary>
    public string ContentOf(int first, int last)
    {
        var text = new StringBuilder();
        for (var line = Math.Max(1, first); line <= Math.Min(last, lines.Length); line++) text.Append(tokens[line - 1]);
        return text.Length == 0 ? "" : Digest(text.ToString());
    }

    /// <summary>The outermost function around a line, by the first line of its signature; empty outside of one.</summary>
    public string SymbolOf(int line)
    {
        var around = Units.Where(unit => unit.First <= line && line <= unit.Last).ToList();
        return (around.Find(unit => !unit.Whole) ?? around.Find(unit => unit.Symbol.Contains('(') && (unit.Symbol.EndsWith('{') || unit.Symbol.EndsWith(':'))))?.Symbol ?? "";
    }

    private SourceUnit? Unit(LineSpan body)
    {
        if (body.Last > lines.Length) return null;
        var first = body.First;
        while (first > 1 && body.First - first < LongestSignature && GoesBack(first)) first--;
        var firstHeld = Array.FindIndex(tokens, token => token is not null) + 1;
        var lastHeld = Array.FindLastIndex(tokens, token => token is not null) + 1;
        int[] held = [.. Enumerable.Range(first, body.Last - first + 1).Where(line => tokens[line - 1] is not null)];
        if (held.Length == 0) return null;
        var signature = string.Join(' ', lines[first - 1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new(signature.Length > LongestSymbol ? signature[..LongestSymbol] : signature, first, body.Last, Digest(string.Join('\n', held.Select(line => tokens[line - 1]))), held, Whole: first <= firstHeld && body.Last >= lastHeld);
    }

    /// <summary>A body that begins with its brace, or in the middle of an expression, has its signature before it; so has one of Python.</summary>
    private bool GoesBack(int line)
    {
        if (tokens[line - 2] is not { } before) return false;
        var here = tokens[line - 1] ?? "";
        var ends = before.TrimEnd('\u001f');
        if (ends.EndsWith(';') || ends.EndsWith('{') || ends.EndsWith('}') || ends.EndsWith(']')) return false;
        return here.StartsWith('{') || here.StartsWith('(') || here.StartsWith("=>", StringComparison.Ordinal) || here.StartsWith("where", StringComparison.Ordinal)
            || ends.EndsWith("=>", StringComparison.Ordinal) || ends.EndsWith(',') || ends.EndsWith('(') || ends.EndsWith(':');
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
}
