using Assay.Core.Sources.Lexing;

namespace Assay.Core.Sources.Braces;

internal sealed class CSharpOutline(Draft draft) : StaticOutline(draft)
{
    private int firstStatement = -1;
    private int lastStatement = -1;

    protected override bool InStatements => Top.HoldsStatements || Top.Kind == FrameKind.File;

    private bool InMembers => Top.Kind is FrameKind.Type or FrameKind.Namespace or FrameKind.File or FrameKind.Enum or FrameKind.Accessors;

    protected override bool IsControl(ReadOnlySpan<char> word) =>
        word is "if" or "for" or "foreach" or "while" or "switch" or "lock" or "fixed" or "using";

    protected override TypeWord TypeOf(ReadOnlySpan<char> text, int word) => text switch
    {
        "class" or "struct" or "interface" => TypeWord.Type,
        "record" when Draft.IsWord(word + 1) && !(Draft.TextOf(word + 1) is "in" or "is" or "as" or "switch" or "with" or "and" or "or") => TypeWord.Type,
        "enum" => TypeWord.Enum,
        "namespace" => TypeWord.Namespace,
        _ => TypeWord.None,
    };

    protected override void Flags(ref Segment segment, ReadOnlySpan<char> text, int word)
    {
        base.Flags(ref segment, text, word);
        segment.Function |= text is "delegate";
        segment.Pattern |= text is "is" or "case";
        segment.Where |= text is "where" && segment.Assign < 0;
        segment.Constant |= text is "const";
        segment.Parens |= text is "operator";
        if (text is "base" or "this" && Draft.Is(word - 1, ":") && segment.Parens)
        {
            segment.Computed = word;
        }
    }

    /// <summary>Attributes stand before declarations; their arguments are constants.</summary>
    protected override int Annotation(int token)
    {
        if (!InMembers || !Top.Segment.IsEmpty || !Draft.Is(token, "["))
        {
            return -1;
        }

        var end = Draft.Match(token);
        return Top.Kind == FrameKind.File && !AttributeAtFileLevel(end) ? -1 : end;
    }

    protected override void AfterParentheses(Frame closed, int closing)
    {
        var before = closed.Open - 1;
        var tuple = !Top.Segment.Control && InMembers && Top.Segment.Assign < 0 && Top.Segment.Arrow < 0 && IsTupleType(closed, before);
        if (tuple)
        {
            return;
        }

        base.AfterParentheses(closed, closing);
        if (Draft.Is(before, "operator"))
        {
            return;
        }

        if (Top.Segment.Type == TypeWord.Type && Draft.Is(closing + 1, ":"))
        {
            Top.Segment.Colon = true;
        }
        else if (Top.Segment is { Type: TypeWord.Type, Colon: true, Computed: < 0 })
        {
            Top.Segment.Computed = before;
        }
    }

    protected override FrameKind Opens(int brace, out bool continues)
    {
        var segment = Top.Segment;
        continues = true;
        var afterParentheses = Draft.Is(brace - 1, ")");
        if (Draft.Is(brace - 1, "=>") || Draft.Is(brace - 1, "delegate") || (segment.Function && afterParentheses && segment.Type == TypeWord.None))
        {
            return FrameKind.Body;
        }

        if (!Top.Owns || (Draft.Is(brace - 1, "switch") && Draft.IsWord(brace - 1)))
        {
            return FrameKind.Expression;
        }

        if (segment.Assign >= 0 || segment.Arrow >= 0)
        {
            return FrameKind.Expression;
        }

        continues = false;
        switch (segment.Type)
        {
            case TypeWord.Enum:
                return FrameKind.Enum;
            case TypeWord.Type when !Top.HoldsStatements:
                return FrameKind.Type;
            case TypeWord.Namespace:
                return FrameKind.Namespace;
        }

        if (Top.Kind == FrameKind.Accessors)
        {
            return FrameKind.Body;
        }

        return InStatements ? InStatement(brace, segment, afterParentheses, ref continues) : InType(brace, segment);
    }

    protected override LineKind KindOf(in Segment segment, int last, out int codeFrom)
    {
        codeFrom = segment.Computed >= 0 ? segment.Computed : int.MaxValue;
        var kind = Top.Kind switch
        {
            FrameKind.File => AtFileLevel(segment, last),
            FrameKind.Namespace => Draft.Is(segment.Start, "using") || segment.Type == TypeWord.Namespace ? LineKind.NoCode : LineKind.Declaration,
            FrameKind.Type or FrameKind.Accessors => FieldOr(segment),
            FrameKind.Enum => LineKind.Declaration,
            _ => IsFunctionHeader(segment, last) ? LineKind.Declaration : LineKind.Code,
        };
        var member = Top.Kind is FrameKind.Type or FrameKind.Accessors || IsFunctionHeader(segment, last);
        if (member && segment is { Arrow: >= 0, Assign: < 0 } && segment.Arrow < last)
        {
            codeFrom = segment.Arrow;
            var first = segment.Arrow + 1;
            if (!Draft.Is(first, "{"))
            {
                AddBody(first, last);
            }
        }

        return kind;
    }

    protected override void Closed(Frame frame, int closing)
    {
        if (frame.Kind == FrameKind.Block && Top.Kind == FrameKind.File)
        {
            lastStatement = closing;
        }

        if (frame.Kind == FrameKind.Accessors && Draft.Is(closing + 1, "="))
        {
            Top.Segment.Start = closing + 1;
        }
    }

    protected override void Finish()
    {
        if (firstStatement >= 0)
        {
            AddBody(firstStatement, lastStatement);
        }
    }

    private FrameKind InType(int brace, in Segment segment)
    {
        if (IsFresh(brace) || segment.Parens)
        {
            return Draft.Is(segment.Start, "extension") ? FrameKind.Type : FrameKind.Body;
        }

        return FrameKind.Accessors;
    }

    private FrameKind InStatement(int brace, in Segment segment, bool afterParentheses, ref bool continues)
    {
        var only = segment.Start == brace - 1;
        if (Draft.Is(segment.Start, "catch"))
        {
            NextIsHandler();
            return FrameKind.Block;
        }

        if (IsFresh(brace) || (only && Draft.TextOf(brace - 1) is "unsafe" or "checked" or "unchecked"))
        {
            return FrameKind.Block;
        }

        if ((afterParentheses || segment.Where) && IsFunctionHeader(segment, brace))
        {
            return FrameKind.Body;
        }

        continues = true;
        return FrameKind.Expression;
    }

    /// <summary>A type and a name before a parameter list, which no call has.</summary>
    private bool IsFunctionHeader(in Segment segment, int last)
    {
        if (!InStatements || segment is not { Parens: true, New: false, Pattern: false, Assign: < 0, Words: > 1, Control: false })
        {
            return false;
        }

        var ends = segment.Arrow >= 0 || Draft.Is(last, "{") || Draft.Is(last + 1, "{");
        return ends && !(Draft.TextOf(segment.Start) is "return" or "throw" or "yield" or "await" or "case" or "catch" or "goto" or "if" or "while");
    }

    private LineKind AtFileLevel(in Segment segment, int last)
    {
        var start = segment.Start;
        var imports = Draft.Is(start, "using") && !segment.Control && (segment.Assign < 0 || Draft.Is(start + 2, "=") || Draft.Is(start + 1, "unsafe"));
        if (imports || Draft.Is(start, "global") || Draft.Is(start, "extern") || segment.Type == TypeWord.Namespace || start > last)
        {
            return LineKind.NoCode;
        }

        var delegates = segment is { Function: true, Assign: < 0, Parens: true } && !Draft.Is(start + 1, "(");
        if (segment.Type != TypeWord.None || delegates)
        {
            return LineKind.Declaration;
        }

        firstStatement = firstStatement < 0 ? start : firstStatement;
        lastStatement = last;
        return IsFunctionHeader(segment, last) ? LineKind.Declaration : LineKind.Code;
    }

    private bool IsTupleType(Frame closed, int before) =>
        closed.Open == Top.Segment.Start
        || !(Draft.IsWord(before) || Draft.Is(before, ">") || Top.Segment.Parens)
        || (Draft.IsWord(before) && Draft.TextOf(before) is "public" or "private" or "protected" or "internal" or "static" or "readonly" or "virtual"
            or "override" or "abstract" or "sealed" or "new" or "required" or "ref" or "partial" or "async" or "unsafe" or "extern" or "volatile" or "event");

    /// <summary>A statement can begin with a bracket too (a collection); an attribute is followed by a declaration.</summary>
    private bool AttributeAtFileLevel(int end) =>
        end >= 0 && end + 1 < Count && (Draft.IsWord(end + 1) || Draft.Is(end + 1, "[") || Draft.Tokens[end + 1].Kind == TokenKind.Directive);
}
