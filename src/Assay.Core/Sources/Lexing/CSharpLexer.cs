namespace Assay.Core.Sources.Lexing;

internal sealed class CSharpLexer(string text, LineMap lines) : Lexer(text, lines)
{
    protected override bool IsWordStart(char c) => c != '$' && base.IsWordStart(c);

    protected override bool Literal(char c)
    {
        switch (c)
        {
            case '#' when IsFirstOnLine():
                Directive();
                return true;
            case '\'':
                QuotedLine(At, '\'');
                return true;
            case '"' or '$' or '@':
                return StringOrVerbatimName(At);
            default:
                return false;
        }
    }

    protected override void Resume(Nesting nesting) => Piece(nesting, At);

    /// <summary>A colon ends the expression of a hole; what follows is its format.</summary>
    protected override void OnPunctuation(int start)
    {
        if (Text[start] != ':' || At != start + 1 || !Nestings.TryPeek(out var nesting) || nesting.Depth > 0)
        {
            return;
        }

        while (At < Text.Length && Text[At] is not ('}' or '"') && (nesting.Verbatim || !EndsLine(Text[At])))
        {
            At++;
        }
    }

    private bool IsFirstOnLine()
    {
        var i = At - 1;
        while (i >= 0 && Text[i] is ' ' or '\t' or '\uFEFF')
        {
            i--;
        }

        return i < 0 || EndsLine(Text[i]);
    }

    private void Directive()
    {
        var start = At++;
        while (Peek(0) is ' ' or '\t')
        {
            At++;
        }

        var word = At;
        while (char.IsAsciiLetter(Peek(0)))
        {
            At++;
        }

        if (Text.AsSpan(word, At - word) is "if" or "elif" or "else" or "endif")
        {
            Emit(TokenKind.Directive, word, At);
        }

        At = Math.Max(At, start + 1);
        SkipLine();
    }

    private bool StringOrVerbatimName(int start)
    {
        var dollars = 0;
        var verbatim = false;
        var at = start;
        for (; at < Text.Length && Text[at] is '$' or '@'; at++)
        {
            dollars += Text[at] == '$' ? 1 : 0;
            verbatim |= Text[at] == '@';
        }

        if (at == Text.Length || Text[at] != '"')
        {
            if (!verbatim || at == Text.Length || !IsWordStart(Text[at]))
            {
                return false;
            }

            At = at;
            Word(start);
            return true;
        }

        var quotes = RunOf(at, '"');
        var raw = quotes >= 3 && !verbatim;
        var nesting = new Nesting { Quotes = raw ? quotes : 1, Braces = Math.Max(1, raw ? dollars : 1), Verbatim = verbatim || raw };
        At = at + nesting.Quotes;
        if (dollars == 0)
        {
            Plain(nesting, start);
        }
        else
        {
            Nestings.Push(nesting);
            Piece(nesting, start);
        }

        return true;
    }

    private int RunOf(int at, char c)
    {
        var end = at;
        while (end < Text.Length && Text[end] == c)
        {
            end++;
        }

        return end - at;
    }

    private void Plain(Nesting nesting, int start)
    {
        if (!nesting.Verbatim)
        {
            At--;
            QuotedLine(start, '"');
            return;
        }

        while (At < Text.Length)
        {
            var quotes = RunOf(At, '"');
            if (Ends(nesting, quotes))
            {
                Take(TokenKind.Text, start, At + quotes);
                return;
            }

            At += Math.Max(1, quotes);
        }

        Unreadable(start);
    }

    /// <summary>A raw string ends with as many quotes as it began with; in a verbatim one two quotes stand for one.</summary>
    private static bool Ends(Nesting nesting, int quotes) => nesting.Quotes > 1 ? quotes >= nesting.Quotes : quotes % 2 == 1;

    /// <summary>Text of an interpolated string up to its next hole or its end.</summary>
    private void Piece(Nesting nesting, int start)
    {
        while (At < Text.Length)
        {
            var c = Text[At];
            if (c == '"' && nesting.Verbatim)
            {
                var quotes = RunOf(At, '"');
                At += quotes;
                if (Ends(nesting, quotes))
                {
                    break;
                }
            }
            else if (c == '"' || (!nesting.Verbatim && EndsLine(c)))
            {
                At += c == '"' ? 1 : 0;
                break;
            }
            else if (c == '{' && Opens(nesting, RunOf(At, '{')))
            {
                var run = RunOf(At, '{');
                Emit(TokenKind.Text, start, At);
                Take(TokenKind.HoleOpen, At + run - nesting.Braces, At + run);
                nesting.Depth = 0;
                return;
            }
            else
            {
                At += c == '{' ? RunOf(At, '{') : c == '\\' && !nesting.Verbatim ? 2 : 1;
            }
        }

        Nestings.Pop();
        if (At >= Text.Length && Text[^1] != '"')
        {
            Unreadable(start);
        }
        else
        {
            Emit(TokenKind.Text, start, Math.Min(At, Text.Length));
        }
    }

    /// <summary>In an ordinary string two braces stand for one, so an odd number opens a hole; in a raw one as many as there are dollar signs.</summary>
    private static bool Opens(Nesting nesting, int braces) => nesting.Quotes > 1 ? braces >= nesting.Braces : braces % 2 == 1;
}
