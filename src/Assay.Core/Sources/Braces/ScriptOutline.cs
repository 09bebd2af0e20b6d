using Assay.Core.Sources.Lexing;

namespace Assay.Core.Sources.Braces;

/// <summary>JavaScript and TypeScript.</summary>
internal sealed class ScriptOutline(Draft draft, bool typed) : BraceOutline(draft)
{
    private bool InStatements => Top.Kind is FrameKind.File or FrameKind.Namespace or FrameKind.Body or FrameKind.Block;

    private ScriptLines Lines => new(Draft);

    /// <summary>A line end ends the statement where nothing says that it goes on.</summary>
    protected override void Before(int token)
    {
        if ((InStatements || Top.Kind == FrameKind.Type) && !Top.Segment.IsEmpty && !Top.Segment.Control
            && token > Top.Segment.Start && Lines.Separates(token, Top.Kind == FrameKind.Type))
        {
            Flush(token - 1);
        }
    }

    protected override int Annotation(int token)
    {
        if (!Draft.Is(token, "@") || !Draft.IsWord(token + 1))
        {
            return -1;
        }

        var end = token + 1;
        while (Draft.Is(end + 1, ".") && Draft.IsWord(end + 2))
        {
            end += 2;
        }

        end = Draft.Is(end + 1, "(") && Draft.Match(end + 1) is >= 0 and var close ? close : end;
        var runs = false;
        for (var i = token; i <= end; i++)
        {
            runs |= Draft.Is(i, "=>") || Draft.Is(i, "function");
        }

        for (var i = token; i <= end; i++)
        {
            Draft.Mark(i, runs ? LineKind.Code : LineKind.Declaration, opens: false);
        }

        return end;
    }

    protected override void Word(int word)
    {
        ref var segment = ref Top.Segment;
        var text = Draft.TextOf(word);
        if (Draft.Is(word - 1, ".") || Draft.Is(word - 1, "?.") || Draft.Is(word + 1, ":"))
        {
            segment.PastHead = true;
            return;
        }

        if (InStatements && segment.Start == word)
        {
            if (text is "else" or "do" or "finally" or "try")
            {
                segment = Segment.Empty;
                segment.Words = -1;
                return;
            }

            segment.Control = text is "if" or "for" or "while" or "switch" or "with" && (Draft.Is(word + 1, "(") || Draft.Is(word + 1, "await"));
        }

        if (text is "function" || (text is "class" && segment.Type == TypeWord.None))
        {
            segment.AtHead = !segment.PastHead && InStatements;
            segment.Function |= text is "function";
            segment.Type = text is "class" ? TypeWord.Type : segment.Type;
        }
        else if (typed && !segment.PastHead && segment.Type is TypeWord.None or TypeWord.ErasedExpression)
        {
            segment.Type = Typed(text, word, segment.Type);
            segment.AtHead |= segment.Type != TypeWord.None;
        }

        segment.PastHead |= !(text is "export" or "default" or "declare" or "async" or "abstract" or "const");
    }

    protected override void Punctuation(int token)
    {
        ref var segment = ref Top.Segment;
        segment.PastHead |= segment.Start >= 0;
        if (!Draft.Is(token, ":"))
        {
            return;
        }

        segment.Colon |= !segment.Parens;
        var start = segment.Start;
        if (InStatements && (Draft.Is(start, "case") || Draft.Is(start, "default") || (start == token - 1 && Draft.IsWord(start))))
        {
            Flush(token);
        }
    }

    protected override FrameKind Opens(int brace, out bool continues)
    {
        var segment = Top.Segment;
        continues = true;
        if (Top.Kind == FrameKind.TypeLiteral || segment.Type is TypeWord.Erased or TypeWord.ErasedExpression)
        {
            continues = segment.Type != TypeWord.Erased || Lines.ExpectsType(brace);
            return FrameKind.TypeLiteral;
        }

        if (Draft.Is(brace - 1, "=>"))
        {
            return Handling(FrameKind.Body);
        }

        if (Lines.ExpectsType(brace) && !(InStatements && segment.Start == brace))
        {
            return FrameKind.Expression;
        }

        if (segment.Type != TypeWord.None && !(segment.Assign >= 0 && segment.AtHead))
        {
            continues = !segment.AtHead;
            return segment.Type switch { TypeWord.Enum => FrameKind.Enum, TypeWord.Namespace => FrameKind.Namespace, _ => FrameKind.Type };
        }

        if (segment.Function && segment.Parens)
        {
            continues = !segment.AtHead;
            return Handling(FrameKind.Body);
        }

        return Top.Kind switch
        {
            FrameKind.Expression when segment is { Parens: true, Colon: false, Assign: < 0 } => FrameKind.Body,
            FrameKind.Type when segment.Assign < 0 => Member(brace, segment, out continues),
            _ when InStatements => Statement(brace, segment, ref continues),
            _ => FrameKind.Expression,
        };
    }

    protected override LineKind KindOf(in Segment segment, int last, out int codeFrom)
    {
        codeFrom = int.MaxValue;
        switch (Top.Kind)
        {
            case FrameKind.TypeLiteral:
                return LineKind.Declaration;
            case FrameKind.Enum:
                return segment.Parens ? LineKind.Code : LineKind.Declaration;
            case FrameKind.Type:
                codeFrom = Computed(segment.Start, last);
                return segment is { Assign: >= 0, Calls: true } ? LineKind.Code : LineKind.Declaration;
        }

        if (Lines.IsImport(segment.Start))
        {
            return LineKind.NoCode;
        }

        var declares = segment.Type switch
        {
            TypeWord.None => segment is { Function: true, AtHead: true },
            TypeWord.Type => segment is { AtHead: true, Parens: false },
            _ => true,
        };
        if (declares && segment.Function) codeFrom = Computed(segment.Start, last);
        return declares ? LineKind.Declaration : LineKind.Code;
    }

    /// <summary>Where the first value of a field or a parameter begins that takes more than a name or a literal; no place where none does.</summary>
    private int Computed(int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (Draft.Is(i, "=") && IsComputed(i + 1, last)) return i;
        }
        return int.MaxValue;
    }

    private bool IsComputed(int first, int last)
    {
        var depth = 0;
        for (var i = first; i <= last; i++)
        {
            var text = Draft.TextOf(i);
            if (text is "?" or "??" or "&&" or "||" or "*" or "/" or "%" or "+" or "++" or "--" or "=>" or "=" or "new" or "await" || (text is "-" && i > first)) return true;
            if (text is "(" && i > first && Draft.IsWord(i - 1)) return true;
            if (text is "(" or "[" or "{") depth++;
            else if (text is ")" or "]" or "}" && --depth < 0) return false;
            else if (text is "," or ";" && depth == 0) return false;
        }
        return false;
    }

    protected override void Leaving(int closing)
    {
        var arrow = Top.Segment.Arrow;
        if (Top.IsCatchCall && arrow >= 0 && arrow + 1 < closing && !Draft.Is(arrow + 1, "{"))
        {
            Draft.Handlers.Add(new LineSpan(Draft.Line(arrow + 1), Draft.EndLine(closing - 1)));
            Top.Segment.Arrow = -1;
        }
    }

    protected override void Finish()
    {
        if (Count > 0)
        {
            Draft.Bodies.Add(new LineSpan(1, Draft.LineCount));
        }
    }

    private TypeWord Typed(ReadOnlySpan<char> text, int word, TypeWord before)
    {
        var named = Draft.IsWord(word + 1);
        var found = text switch
        {
            "interface" when named => TypeWord.Erased,
            "type" when named && (Draft.Is(word + 2, "=") || Draft.Is(word + 2, "<")) => TypeWord.ErasedExpression,
            "declare" when named => TypeWord.ErasedExpression,
            "enum" when named => TypeWord.Enum,
            "namespace" or "module" when named || (word + 1 < Count && Draft.Tokens[word + 1].Kind == TokenKind.Text) => TypeWord.Namespace,
            "class" or "global" => TypeWord.Type,
            _ => TypeWord.None,
        };
        if (before == TypeWord.ErasedExpression)
        {
            return found is TypeWord.None or TypeWord.ErasedExpression ? before : TypeWord.Erased;
        }

        return text is "global" ? TypeWord.None : found;
    }

    private FrameKind Handling(FrameKind kind)
    {
        if (Top.IsCatchCall)
        {
            NextIsHandler();
        }

        return kind;
    }

    private FrameKind Member(int brace, in Segment segment, out bool continues)
    {
        continues = false;
        if (segment.Parens || Draft.Is(brace - 1, "static") || segment.Start == brace)
        {
            return FrameKind.Body;
        }

        continues = true;
        return FrameKind.Expression;
    }

    private FrameKind Statement(int brace, in Segment segment, ref bool continues)
    {
        var handler = Draft.Is(segment.Start, "catch");
        if (handler)
        {
            NextIsHandler();
        }

        if (handler || segment.Start == brace)
        {
            continues = false;
            return FrameKind.Block;
        }

        return FrameKind.Expression;
    }
}
