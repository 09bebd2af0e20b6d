using Assay.Core.Sources.Lexing;

namespace Assay.Core.Sources;

/// <summary>What a token of a source is.</summary>
public enum SourceTokenKind
{
    Word,
    Number,

    /// <summary>A string, a character, a regular expression, or a piece of a string between two holes.</summary>
    Text,
    Punctuation,

    /// <summary>Start of an expression within a string or within JSX.</summary>
    HoleOpen,
    HoleClose,

    /// <summary><c>if</c>, <c>elif</c>, <c>else</c> or <c>endif</c> of C#'s preprocessor.</summary>
    Directive,

    /// <summary>End of a logical line (Python).</summary>
    LineEnd,

    /// <summary>A line that could not be read, because a string or comment before it never ends.</summary>
    Unknown,
}

/// <summary>A source cut into tokens, so that what stands in strings and comments is never taken for code.</summary>
public sealed class SourceTokens
{
    private readonly string text;
    private readonly Draft draft;

    /// <summary>Never throws: what is no valid source gives the tokens that could be told apart.</summary>
    public SourceTokens(Language language, string text)
    {
        this.text = text;
        var lines = new LineMap(text);
        draft = new Draft(text, lines, SourceOutline.LexerOf(language, text, lines).Run());
    }

    public int Count => draft.Tokens.Count;

    public int LineCount => draft.LineCount;

    public SourceTokenKind KindOf(int token) => draft.Tokens[token].Kind switch
    {
        TokenKind.Word => SourceTokenKind.Word,
        TokenKind.Number => SourceTokenKind.Number,
        TokenKind.Text => SourceTokenKind.Text,
        TokenKind.Punctuation => SourceTokenKind.Punctuation,
        TokenKind.HoleOpen => SourceTokenKind.HoleOpen,
        TokenKind.HoleClose => SourceTokenKind.HoleClose,
        TokenKind.Directive => SourceTokenKind.Directive,
        TokenKind.Newline => SourceTokenKind.LineEnd,
        _ => SourceTokenKind.Unknown,
    };

    public ReadOnlySpan<char> TextOf(int token) => draft.TextOf(token);

    /// <summary>Whether it is this word or this punctuation.</summary>
    public bool Is(int token, string word) => draft.Is(token, word);

    /// <summary>Its first line, 1-based.</summary>
    public int LineOf(int token) => draft.Line(token);

    /// <summary>Its last line: strings run over several.</summary>
    public int LastLineOf(int token) => draft.EndLine(token);

    /// <summary>How far its line is indented; a tab goes on to the next multiple of eight.</summary>
    public int IndentOf(int token) => draft.ColumnOf(token);

    /// <summary>What follows it on its line, comments included.</summary>
    public string RestOfLine(int token)
    {
        var start = Math.Min(text.Length, draft.Tokens[token].Start + draft.Tokens[token].Length);
        var length = text.AsSpan(start).IndexOfAny('\r', '\n');
        return text.Substring(start, length < 0 ? text.Length - start : length);
    }
}
