namespace Assay.Core.Sources.Lexing;

/// <summary>Python: also tells where a logical line ends (brackets and a backslash carry it over line ends).</summary>
internal sealed class PythonLexer(string text, LineMap lines) : Lexer(text, lines)
{
    private int depth;

    protected override bool IsWordStart(char c) => c != '$' && base.IsWordStart(c);

    protected override bool Comment(char c)
    {
        if (c != '#')
        {
            return false;
        }

        SkipLine();
        return true;
    }

    protected override void Step(char c)
    {
        if (c == '\\' && (EndsLine(Peek(1)) || At + 1 == Text.Length))
        {
            At += Peek(1) == '\r' && Peek(2) == '\n' ? 3 : 2;
        }
        else if (EndsLine(c))
        {
            EndLine();
        }
        else if (c == '.' && Peek(1) == '.' && Peek(2) == '.')
        {
            Take(TokenKind.Number, At, At + 3);
        }
        else
        {
            base.Step(c);
        }
    }

    protected override bool Literal(char c)
    {
        var quote = At;
        while (quote < Text.Length && quote - At < 3 && Text[quote] is 'r' or 'R' or 'b' or 'B' or 'u' or 'U' or 'f' or 'F' or 't' or 'T')
        {
            quote++;
        }

        if (quote >= Text.Length || quote - At > 2 || Text[quote] is not ('"' or '\''))
        {
            return false;
        }

        var start = At;
        var triple = quote + 2 < Text.Length && Text[quote + 1] == Text[quote] && Text[quote + 2] == Text[quote];
        var formatted = Text.AsSpan(start, quote - start).IndexOfAny("fFtT") >= 0;
        At = quote + (triple ? 3 : 1);
        var nesting = new Nesting { Quote = Text[quote], Quotes = triple ? 3 : 1, Braces = 1, Verbatim = !formatted };
        Nestings.Push(nesting);
        Piece(nesting, start);
        return true;
    }

    protected override void Resume(Nesting nesting) => Piece(nesting, At);

    /// <summary>A colon ends the expression of a hole; what follows is its format, which may hold holes itself.</summary>
    protected override void OnPunctuation(int start)
    {
        var c = Text[start];
        if (Nestings.TryPeek(out var nesting))
        {
            if (c == ':' && nesting.Depth == 0)
            {
                SkipFormat(nesting);
            }
        }
        else
        {
            depth = Math.Max(0, depth + (c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0));
        }
    }

    private void SkipFormat(Nesting nesting)
    {
        for (var inner = 0; At < Text.Length && Text[At] != nesting.Quote && !EndsLine(Text[At]); At++)
        {
            if (Text[At] == '}' && inner-- == 0)
            {
                return;
            }

            inner += Text[At] == '{' ? 1 : 0;
            if (inner > 0 && Text[At] is '"' or '\'' && Text.IndexOf(Text[At], At + 1) is >= 0 and var close)
            {
                At = Text.AsSpan(At, close - At).IndexOfAny('\r', '\n') < 0 ? close : At;
            }
        }
    }

    private void EndLine()
    {
        var start = At;
        At += Peek(0) == '\r' && Peek(1) == '\n' ? 2 : 1;
        if (Nestings.TryPeek(out var nesting))
        {
            if (nesting.Quotes > 1 || nesting.Depth > 0)
            {
                return;
            }

            Nestings.Clear();
        }

        if (depth > 0 && NextLineBeginsStatement())
        {
            depth = 0;
        }

        if (depth == 0 && Tokens.Count > 0 && Tokens[^1].Kind != TokenKind.Newline)
        {
            Emit(TokenKind.Newline, start, start);
        }
    }

    /// <summary>These words cannot begin a line within brackets, so a bracket before them was never closed.</summary>
    private bool NextLineBeginsStatement()
    {
        var start = At;
        while (start < Text.Length && Text[start] is ' ' or '\t')
        {
            start++;
        }

        var end = start;
        while (end < Text.Length && end - start < 8 && char.IsAsciiLetter(Text[end]))
        {
            end++;
        }

        return Text.AsSpan(start, end - start) is "def" or "class" or "import" or "return" or "raise" or "try" or "while" or "with" or "del" or "pass"
            && end < Text.Length && (char.IsWhiteSpace(Text[end]) || Text[end] == ':');
    }

    private void Piece(Nesting nesting, int start)
    {
        while (At < Text.Length)
        {
            var c = Text[At];
            if (c == nesting.Quote && (nesting.Quotes == 1 || (Peek(1) == c && Peek(2) == c)))
            {
                Nestings.Pop();
                Take(TokenKind.Text, start, At + nesting.Quotes);
                return;
            }

            if (EndsLine(c) && nesting.Quotes == 1)
            {
                Nestings.Pop();
                Emit(TokenKind.Text, start, At);
                return;
            }

            if (c == '{' && !nesting.Verbatim && Peek(1) != '{')
            {
                Emit(TokenKind.Text, start, At);
                Take(TokenKind.HoleOpen, At, At + 1);
                nesting.Depth = 0;
                return;
            }

            At += c == '\\' && Peek(1) == '\r' && Peek(2) == '\n' ? 3 : c == '\\' || (c == '{' && !nesting.Verbatim) ? 2 : 1;
        }

        Nestings.Pop();
        Unreadable(Math.Min(start, Text.Length - 1));
    }
}
