namespace Assay.Core.Sources.Lexing;

/// <summary>Cuts a text into tokens in one pass, without recursion; comments and blanks give none.</summary>
internal abstract class Lexer(string text, LineMap lines)
{
    private int line = 1;

    protected string Text { get; } = text;

    protected int At { get; set; }

    protected List<Token> Tokens { get; } = [];

    protected Stack<Nesting> Nestings { get; } = new();

    public List<Token> Run()
    {
        while (At < Text.Length)
        {
            Step(Text[At]);
        }

        return Tokens;
    }

    protected virtual void Step(char c)
    {
        if (char.IsWhiteSpace(c) || c is '\uFEFF' or '\0')
        {
            At++;
        }
        else if (!Comment(c) && !Literal(c))
        {
            if (IsWordStart(c))
            {
                Word(At);
            }
            else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
            {
                Number();
            }
            else
            {
                Punctuation(c);
            }
        }
    }

    /// <summary>Reads a literal that begins here, if one does.</summary>
    protected abstract bool Literal(char c);

    /// <summary>Goes on with the text around a hole that was just closed.</summary>
    protected virtual void Resume(Nesting nesting) => Nestings.Pop();

    protected char Peek(int ahead) => At + ahead < Text.Length ? Text[At + ahead] : '\0';

    protected virtual bool IsWordStart(char c) => char.IsLetter(c) || c is '_' or '$' || char.IsSurrogate(c);

    protected bool IsWordPart(char c) => IsWordStart(c) || char.IsDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    protected static bool EndsLine(char c) => c is '\n' or '\r';

    protected void Emit(TokenKind kind, int start, int end)
    {
        while (line < lines.Count && lines.StartOf(line + 1) <= start)
        {
            line++;
        }

        Tokens.Add(new Token(kind, start, end - start, line));
    }

    protected void Word(int start)
    {
        At = Math.Max(At, start + 1);
        while (At < Text.Length && IsWordPart(Text[At]))
        {
            At++;
        }

        Emit(TokenKind.Word, start, At);
    }

    protected void Number()
    {
        var start = At++;
        while (At < Text.Length && (char.IsLetterOrDigit(Text[At]) || Text[At] == '_' || (Text[At] == '.' && char.IsLetterOrDigit(Peek(1)))))
        {
            At++;
        }

        Emit(TokenKind.Number, start, At);
    }

    protected virtual bool Comment(char c)
    {
        if (c != '/' || Peek(1) is not ('/' or '*'))
        {
            return false;
        }

        if (Peek(1) == '/')
        {
            SkipLine();
            return true;
        }

        var end = Text.IndexOf("*/", At + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            Unreadable(At);
        }
        else
        {
            At = end + 2;
        }

        return true;
    }

    /// <summary>To the end of a comment: C# and JavaScript end it at Unicode's line ends too, and what follows there runs.</summary>
    protected void SkipLine()
    {
        while (At < Text.Length && !EndsLine(Text[At]) && Text[At] is not ('\u0085' or '\u2028' or '\u2029'))
        {
            At++;
        }
    }

    /// <summary>The token is complete up to <paramref name="end"/>; reading goes on there.</summary>
    protected void Take(TokenKind kind, int start, int end)
    {
        At = Math.Min(end, Text.Length);
        Emit(kind, start, At);
    }

    /// <summary>A literal or comment never ends, so nothing behind it can be trusted: each line that is not blank may hold code.</summary>
    protected void Unreadable(int start)
    {
        Emit(TokenKind.Unknown, start, start + 1);
        for (At = start; At < Text.Length;)
        {
            SkipLine();
            while (At < Text.Length && char.IsWhiteSpace(Text[At]))
            {
                At++;
            }

            if (At < Text.Length)
            {
                Emit(TokenKind.Unknown, At, At + 1);
            }
        }
    }

    /// <summary>Text up to its quote on the same line; a backslash escapes, and carries the text over a line end. Without its quote the text ends with the line.</summary>
    protected void QuotedLine(int start, char quote)
    {
        At++;
        while (At < Text.Length && Text[At] != quote && !EndsLine(Text[At]))
        {
            At += Text[At] == '\\' ? Text[At] == '\\' && Peek(1) == '\r' && Peek(2) == '\n' ? 3 : 2 : 1;
        }

        Take(TokenKind.Text, start, At < Text.Length && Text[At] == quote ? At + 1 : At);
    }

    private void Punctuation(char c)
    {
        var start = At;
        if (Nestings.TryPeek(out var nesting))
        {
            if (c == '}' && nesting.Depth == 0)
            {
                Take(TokenKind.HoleClose, start, start + nesting.Braces);
                Resume(nesting);
                return;
            }

            nesting.Depth = Math.Max(0, nesting.Depth + (c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0));
        }

        At += Operators.LengthAt(Text, At);
        Emit(TokenKind.Punctuation, start, At);
        OnPunctuation(start);
    }

    protected virtual void OnPunctuation(int start)
    {
    }
}
