namespace Assay.Core.Sources.Lexing;

/// <summary>JavaScript and TypeScript, JSX included.</summary>
internal sealed class ScriptLexer(string text, LineMap lines) : Lexer(text, lines)
{
    private readonly OperandTracker operands = new();
    private readonly Jsx jsx = new(text);

    protected override bool IsWordStart(char c) => c == '#' || base.IsWordStart(c);

    protected override void Step(char c)
    {
        if (c == '#' && Peek(1) == '!' && At == 0)
        {
            SkipLine();
            return;
        }

        var before = Tokens.Count;
        base.Step(c);
        for (var i = before; i < Tokens.Count; i++)
        {
            operands.Take(Tokens[i].Kind, Text.AsSpan(Tokens[i].Start, Tokens[i].Length));
        }
    }

    protected override bool Literal(char c)
    {
        switch (c)
        {
            case '"' or '\'':
                QuotedLine(At, c);
                return true;
            case '`':
                Nestings.Push(new Nesting { Quote = '`' });
                At++;
                Template(At - 1);
                return true;
            case '/' when !operands.AfterOperand && RegexEnd() is var end and > 0:
                Take(TokenKind.Text, At, end);
                return true;
            case '<' when !operands.AfterOperand && jsx.MayOpen(At):
                Nestings.Push(new Nesting { IsJsx = true });
                Markup(Nestings.Peek(), inTag: true, resumed: false);
                return true;
            default:
                return false;
        }
    }

    protected override void Resume(Nesting nesting)
    {
        if (nesting.IsJsx)
        {
            Markup(nesting, nesting.InTag, resumed: true);
        }
        else
        {
            Template(At);
        }
    }

    private void Template(int start)
    {
        while (At < Text.Length && Text[At] != '`')
        {
            if (Text[At] == '$' && Peek(1) == '{')
            {
                Emit(TokenKind.Text, start, At);
                Take(TokenKind.HoleOpen, At, At + 2);
                Nestings.Peek().Depth = 0;
                return;
            }

            At += Text[At] == '\\' ? 2 : 1;
        }

        Nestings.Pop();
        if (At >= Text.Length)
        {
            Unreadable(Math.Min(start, Text.Length - 1));
        }
        else
        {
            Take(TokenKind.Text, start, At + 1);
        }
    }

    /// <summary>Where a regular expression that begins here ends, flags included; 0 if no slash closes it on this line, for then it is a division.</summary>
    private int RegexEnd()
    {
        var inClass = false;
        for (var i = At + 1; i < Text.Length && !EndsLine(Text[i]); i++)
        {
            switch (Text[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '/' when !inClass:
                    for (i++; i < Text.Length && char.IsAsciiLetter(Text[i]);)
                    {
                        i++;
                    }

                    return i;
            }
        }

        return 0;
    }

    private void Markup(Nesting nesting, bool inTag, bool resumed)
    {
        while (true)
        {
            var next = inTag ? Tag(nesting, resumed) : Children(nesting);
            if (next == JsxState.Hole)
            {
                Take(TokenKind.HoleOpen, At, At + 1);
                nesting.Depth = 0;
                return;
            }

            if (next == JsxState.End)
            {
                Nestings.Pop();
                return;
            }

            inTag = next == JsxState.Tag;
            resumed = false;
        }
    }

    /// <summary>Text between tags counts as code like a number does, so that markup which never ends hides nothing.</summary>
    private JsxState Children(Nesting nesting)
    {
        nesting.InTag = false;
        while (At < Text.Length && char.IsWhiteSpace(Text[At]))
        {
            At++;
        }

        var start = At;
        while (At < Text.Length && Text[At] is not ('<' or '{') && !EndsLine(Text[At]))
        {
            At++;
        }

        if (At > start)
        {
            Emit(TokenKind.Number, start, At);
        }

        return At >= Text.Length ? JsxState.End : Text[At] switch { '<' => JsxState.Tag, '{' => JsxState.Hole, _ => JsxState.Children };
    }

    private JsxState Tag(Nesting nesting, bool resumed)
    {
        if (!resumed)
        {
            OpenTag(nesting);
        }

        nesting.InTag = true;
        while (At < Text.Length)
        {
            var c = Text[At];
            switch (c)
            {
                case '{':
                    return JsxState.Hole;
                case '>':
                    return CloseTag(nesting, selfClosed: false);
                case '/' when Peek(1) == '>':
                    At++;
                    return CloseTag(nesting, selfClosed: true);
                case '"' or '\'':
                    var end = Text.IndexOf(c, At + 1);
                    Take(TokenKind.Text, At, end < 0 ? Text.Length : end + 1);
                    break;
                case '=' or '-' or ':' or '.':
                    At++;
                    break;
                default:
                    if (char.IsWhiteSpace(c))
                    {
                        At++;
                    }
                    else if (IsWordStart(c))
                    {
                        Word(At);
                    }
                    else if (!Comment(c))
                    {
                        return JsxState.End;
                    }

                    break;
            }
        }

        return JsxState.End;
    }

    private void OpenTag(Nesting nesting)
    {
        var start = At++;
        nesting.Closing = Peek(0) == '/';
        At += nesting.Closing ? 1 : 0;
        var name = At;
        while (At < Text.Length && (IsWordPart(Text[At]) || Text[At] is '.' or '-' or ':'))
        {
            At++;
        }

        nesting.Name = Text[name..At];
        Emit(nesting.Closing ? TokenKind.Punctuation : TokenKind.Word, start + 1, Math.Max(At, start + 1));
    }

    private JsxState CloseTag(Nesting nesting, bool selfClosed)
    {
        At++;
        if (!nesting.Closing && !selfClosed && nesting.Elements == 0 && !jsx.ClosesAfter(nesting.Name, At))
        {
            return JsxState.End;
        }

        nesting.Elements += selfClosed ? 0 : nesting.Closing ? -1 : 1;
        if (nesting.Elements > 0)
        {
            return JsxState.Children;
        }

        Emit(TokenKind.Text, At - 1, At);
        return JsxState.End;
    }

    private enum JsxState
    {
        Tag,
        Children,
        Hole,
        End,
    }
}
