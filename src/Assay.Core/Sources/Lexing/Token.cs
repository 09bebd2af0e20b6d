namespace Assay.Core.Sources.Lexing;

internal enum TokenKind : byte
{
    Word,
    Number,

    /// <summary>A string, a character, a regular expression, or a piece of a string between two holes.</summary>
    Text,
    Punctuation,

    /// <summary>Start of an expression within a string or within JSX.</summary>
    HoleOpen,
    HoleClose,

    /// <summary><c>#if</c>, <c>#elif</c>, <c>#else</c> or <c>#endif</c>.</summary>
    Directive,

    /// <summary>End of a logical line (Python).</summary>
    Newline,

    /// <summary>A line that could not be read, because a string or comment before it never ends.</summary>
    Unknown,
}

internal readonly record struct Token(TokenKind Kind, int Start, int Length, int Line);
