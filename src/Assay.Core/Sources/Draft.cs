using Assay.Core.Sources.Lexing;

namespace Assay.Core.Sources;

/// <summary>An outline in the making: the tokens, and what is known of the lines so far.</summary>
internal sealed class Draft(string text, LineMap map, List<Token> tokens)
{
    private readonly LineKind[] kinds = new LineKind[map.Count];

    private int[]? matches;

    public List<Token> Tokens { get; } = tokens;

    public List<LineSpan> Bodies { get; } = [];

    public List<LineSpan> Handlers { get; } = [];

    public int LineCount => map.Count;

    public ReadOnlySpan<char> TextOf(int token) => text.AsSpan(Tokens[token].Start, Tokens[token].Length);

    public bool Is(int token, string word) =>
        token >= 0 && token < Tokens.Count && Tokens[token].Kind is TokenKind.Word or TokenKind.Punctuation && TextOf(token).SequenceEqual(word);

    public bool IsWord(int token) => token >= 0 && token < Tokens.Count && Tokens[token].Kind == TokenKind.Word;

    public int Line(int token) => Tokens[token].Line;

    /// <summary>The line on which a token ends; strings run over several lines.</summary>
    public int EndLine(int token) => map.LineAt(Tokens[token].Start + Math.Max(0, Tokens[token].Length - 1));

    /// <summary>The closing bracket that belongs to an opening one, or -1; found for all of them at once.</summary>
    public int Match(int open) => (matches ??= Brackets.Match(this))[open];

    /// <summary>How far a token's line is indented; a tab goes on to the next multiple of eight, as in Python.</summary>
    public int ColumnOf(int token)
    {
        var column = 0;
        for (var i = map.StartOf(Line(token)); i < Tokens[token].Start && text[i] is ' ' or '\t' or '\f' or '\uFEFF'; i++)
        {
            column = text[i] switch { '\t' => (column / 8 * 8) + 8, '\f' => 0, '\uFEFF' => column, _ => column + 1 };
        }

        return column;
    }

    /// <summary>A line keeps the strongest kind that any of its tokens gave it.</summary>
    public void Raise(int line, LineKind kind)
    {
        if (line <= kinds.Length && kinds[line - 1] < kind)
        {
            kinds[line - 1] = kind;
        }
    }

    /// <summary>Marks a token as part of a statement; punctuation and text that merely go on are no code.</summary>
    public void Mark(int token, LineKind kind, bool opens)
    {
        var counts = Tokens[token].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Unknown
            || (Tokens[token].Kind == TokenKind.Punctuation && opens && kind == LineKind.Code)
            || (Tokens[token].Kind == TokenKind.Text && (opens || Is(token - 1, "=>") || Is(token - 1, "->")));
        if (counts)
        {
            Raise(Line(token), kind);
        }
    }

    public SourceOutline Finish()
    {
        var bodies = Bodies.Distinct().OrderBy(body => body.First).ThenByDescending(body => body.Last);
        var handlers = Handlers.Distinct().OrderBy(handler => handler.First).ThenByDescending(handler => handler.Last);
        return new SourceOutline([.. kinds], [.. bodies], [.. handlers]);
    }
}
