using Assay.Core.Sources.Lexing;

namespace Assay.Core.Sources.Braces;

/// <summary>Reads the tokens of a brace language once, statement by statement; the rules of each language say what a brace opens and what a statement is.</summary>
internal abstract class BraceOutline(Draft draft)
{
    /// <summary>For each opening brace of a frame with own statements its closing one, so that the statement around can skip it.</summary>
    private readonly int[] skip = new int[draft.Tokens.Count];
    private readonly Conditionals conditionals = new();
    private bool pendingHandler;

    protected Draft Draft { get; } = draft;

    protected Frame Top { get; set; } = new(FrameKind.File, null, -1);

    protected int Count => Draft.Tokens.Count;

    public void Run()
    {
        for (var i = 0; i < Count; i++)
        {
            i = Take(i);
        }

        while (Top.Parent is not null)
        {
            Close(Count - 1);
        }

        Flush(Count - 1);
        Finish();
    }

    protected abstract FrameKind Opens(int brace, out bool continues);

    protected abstract void Word(int word);

    /// <summary>The kind of a segment's tokens; from <paramref name="codeFrom"/> on they are code whatever the kind.</summary>
    protected abstract LineKind KindOf(in Segment segment, int last, out int codeFrom);

    /// <summary>The last token of an annotation that begins here, or -1; it is then classified already.</summary>
    protected virtual int Annotation(int token) => -1;

    protected virtual void Before(int token)
    {
    }

    protected virtual void Punctuation(int token)
    {
    }

    protected virtual void Finish()
    {
    }

    protected virtual void Leaving(int closing)
    {
    }

    protected void Flush(int last)
    {
        ref var segment = ref Top.Segment;
        if (segment.IsEmpty)
        {
            return;
        }

        var kind = KindOf(segment, last, out var codeFrom);
        for (var i = segment.Start; i <= last; i++)
        {
            if (skip[i] > 0)
            {
                i = skip[i];
                continue;
            }

            Draft.Mark(i, i >= codeFrom ? LineKind.Code : kind, opens: i == segment.Start);
        }

        segment = Segment.Empty;
    }

    protected void AddBody(int first, int last) => Draft.Bodies.Add(new LineSpan(Draft.Line(first), Draft.EndLine(Math.Max(first, last))));

    private int Take(int i)
    {
        var kind = Draft.Tokens[i].Kind;
        if (kind == TokenKind.Unknown)
        {
            Draft.Raise(Draft.Line(i), LineKind.Code);
            return i;
        }

        if (kind == TokenKind.Directive)
        {
            Directive(i);
            return i;
        }

        Before(i);
        if (Annotation(i) is >= 0 and var end)
        {
            return Math.Max(i, end);
        }

        var closes = kind == TokenKind.HoleClose || (kind == TokenKind.Punctuation && Draft.TextOf(i) is "}" or ")" or "]" or ";" or ",");
        if (Top.Segment.IsEmpty && !closes)
        {
            Top.Segment.Start = i;
        }

        switch (kind)
        {
            case TokenKind.Word:
                Word(i);
                Top.Segment.Words++;
                break;
            case TokenKind.HoleOpen:
                Push(FrameKind.Hole, i, false);
                break;
            case TokenKind.HoleClose:
                CloseInner(FrameKind.Hole, i);
                break;
            case TokenKind.Punctuation:
                Mark(i);
                break;
        }

        return i;
    }

    private void Mark(int i)
    {
        ref var segment = ref Top.Segment;
        switch (Draft.TextOf(i))
        {
            case "{":
                var opened = Opens(i, out var continues);
                if (!continues && opened < FrameKind.Expression)
                {
                    Flush(i - 1);
                }

                Push(opened, i, continues);
                break;
            case "}":
                CloseBrace(i);
                break;
            case "(":
                Push(FrameKind.Parentheses, i, false);
                break;
            case "[":
                Push(FrameKind.Brackets, i, false);
                break;
            case ")":
                Leaving(i);
                CloseInner(FrameKind.Parentheses, i);
                break;
            case "]":
                CloseInner(FrameKind.Brackets, i);
                break;
            case ";":
                if (Top.Owns)
                {
                    Flush(i);
                }

                Punctuation(i);
                break;
            case ",":
                Comma(i);
                break;
            case "=":
                if (segment.Arrow < 0 && segment.Assign < 0)
                {
                    segment.Assign = i;
                }

                break;
            case "=>" or "->":
                segment.Calls |= segment.Assign >= 0;
                if (segment.Assign < 0 || !Top.Owns)
                {
                    segment.Arrow = i;
                }

                Punctuation(i);
                break;
            case "<":
                segment.Angles++;
                break;
            case ">":
                segment.Angles = Math.Max(0, segment.Angles - 1);
                break;
            default:
                Punctuation(i);
                break;
        }
    }

    private void Comma(int i)
    {
        if (Top.Kind == FrameKind.Enum)
        {
            Flush(i);
        }
        else if (!Top.Owns)
        {
            Leaving(i);
            var generic = Top.Segment is { Angles: > 0 } and ({ New: true } or { Function: true } or { Parens: false, Colon: false });
            if (!generic || Top.Kind == FrameKind.Brackets)
            {
                Top.Segment = Segment.Empty;
            }
        }
    }

    private void Push(FrameKind kind, int open, bool continues)
    {
        if (!Top.Segment.IsEmpty)
        {
            Top.Segment.Calls |= Top.Segment.Assign >= 0;
            Top.Segment.Angles = kind == FrameKind.Parentheses ? 0 : Top.Segment.Angles;
        }

        Top = new Frame(kind, Top, open)
        {
            Continues = continues,
            IsHandler = pendingHandler,
            IsCatchCall = kind == FrameKind.Parentheses && Draft.Is(open - 1, "catch") && (Draft.Is(open - 2, ".") || Draft.Is(open - 2, "?.")),
        };
        pendingHandler = false;
    }

    protected void NextIsHandler() => pendingHandler = true;

    private void CloseBrace(int i)
    {
        if (!Top.InBraces)
        {
            Flush(i - 1);
            return;
        }

        while (Top.Kind is FrameKind.Parentheses or FrameKind.Brackets or FrameKind.Hole)
        {
            Top = Top.Parent!;
        }

        Close(i);
    }

    private void CloseInner(FrameKind kind, int i)
    {
        if (Top.Kind != kind)
        {
            return;
        }

        var closed = Top;
        Top = Top.Parent!;
        if (kind == FrameKind.Parentheses && Top.Owns)
        {
            AfterParentheses(closed, i);
        }
        else if (kind == FrameKind.Parentheses)
        {
            Top.Segment.Parens = true;
        }
    }

    protected virtual void AfterParentheses(Frame closed, int closing)
    {
        if (Top.Segment.Control)
        {
            Flush(closing);
        }
        else
        {
            Top.Segment.Parens = true;
        }
    }

    private void Close(int i)
    {
        var frame = Top;
        if (frame.Owns)
        {
            Flush(i - 1);
            skip[frame.Open] = i;
        }

        Top = frame.Parent!;
        if (frame.Kind == FrameKind.Body)
        {
            frame.BodyIndex = Put(Draft.Bodies, frame.BodyIndex, new LineSpan(Draft.Line(frame.Open), Draft.Line(i)));
        }

        if (frame.IsHandler)
        {
            frame.HandlerIndex = Put(Draft.Handlers, frame.HandlerIndex, Inside(frame.Open, i));
        }

        if (frame.Continues)
        {
            Forget(frame);
        }
        else if (frame.Owns)
        {
            Top.Segment = Segment.Empty;
            Closed(frame, i);
        }
    }

    /// <summary>The word that announced a lambda's or a class's braces must not announce the next ones too; a type or an object announces nothing.</summary>
    private void Forget(Frame frame)
    {
        if (frame.Owns && frame.Kind != FrameKind.TypeLiteral)
        {
            Top.Segment.Function = false;
            Top.Segment.New = false;
            Top.Segment.Switch = false;
            Top.Segment.Type = TypeWord.None;
        }
    }

    protected virtual void Closed(Frame frame, int closing)
    {
    }

    private static int Put(List<LineSpan> spans, int index, LineSpan span)
    {
        if (index < 0)
        {
            spans.Add(span);
            return spans.Count - 1;
        }

        spans[index] = span;
        return index;
    }

    /// <summary>What stands between the braces; the braces' own lines where nothing does.</summary>
    private LineSpan Inside(int open, int close) =>
        close > open + 1
            ? new LineSpan(Draft.Line(open + 1), Draft.EndLine(close - 1))
            : new LineSpan(Draft.Line(open), Draft.Line(close));

    private void Directive(int i)
    {
        switch (Draft.TextOf(i))
        {
            case "if":
                conditionals.Enter(Top, i);
                break;
            case "endif":
                conditionals.Leave();
                break;
            default:
                if (conditionals.Current is { } start)
                {
                    Abandon(start, i);
                }

                break;
        }
    }

    /// <summary>The next branch begins where the first one did: what this one left open is closed here, and what it closed is open again.</summary>
    private void Abandon(Frame start, int i)
    {
        var segment = conditionals.Segment;
        while (Top != start && Top.Parent is not null && Top.Open >= conditionals.OpenedFrom)
        {
            Close(i - 1);
        }

        if (Top.Owns)
        {
            Flush(i - 1);
        }

        Top = start;
        segment.Start = segment.IsEmpty ? -1 : i + 1 < Count ? i + 1 : -1;
        Top.Segment = segment;
    }
}
