namespace Assay.Core.Sources.Braces;

internal sealed class JavaOutline(Draft draft) : StaticOutline(draft)
{
    protected override bool InStatements => Top.HoldsStatements;

    protected override bool IsControl(ReadOnlySpan<char> word) => word is "if" or "for" or "while" or "switch" or "synchronized" or "try";

    protected override TypeWord TypeOf(ReadOnlySpan<char> text, int word) => text switch
    {
        "class" or "interface" => TypeWord.Type,
        "record" when Draft.IsWord(word + 1) && (Draft.Is(word + 2, "(") || Draft.Is(word + 2, "<")) => TypeWord.Type,
        "enum" => TypeWord.Enum,
        _ => TypeWord.None,
    };

    protected override int Annotation(int token)
    {
        if (!Draft.Is(token, "@") || !Draft.IsWord(token + 1) || Draft.Is(token + 1, "interface"))
        {
            return -1;
        }

        var end = token + 1;
        while (Draft.Is(end + 1, ".") && Draft.IsWord(end + 2))
        {
            end += 2;
        }

        return Draft.Is(end + 1, "(") && Draft.Match(end + 1) is >= 0 and var close ? close : end;
    }

    protected override void Punctuation(int token)
    {
        if (Draft.Is(token, ";") && Top.Kind == FrameKind.Enum)
        {
            Top.Kind = FrameKind.Type;
        }
        else if (InStatements && Draft.Is(token, "->") && (Draft.Is(Top.Segment.Start, "case") || Draft.Is(Top.Segment.Start, "default")))
        {
            Flush(token);
        }
        else
        {
            base.Punctuation(token);
        }
    }

    protected override FrameKind Opens(int brace, out bool continues)
    {
        var segment = Top.Segment;
        continues = false;
        if (InStatements && IsFresh(brace))
        {
            return FrameKind.Block;
        }

        continues = true;
        if (Draft.Is(brace - 1, "->"))
        {
            return FrameKind.Body;
        }

        if (Draft.Is(brace - 1, ")") && (segment.New || segment.Switch))
        {
            return segment.New ? FrameKind.Type : FrameKind.Block;
        }

        if (!Top.Owns || segment.Assign >= 0)
        {
            return FrameKind.Expression;
        }

        if (Top.Kind == FrameKind.Enum && !IsFresh(brace))
        {
            return FrameKind.Type;
        }

        continues = false;
        if (segment.Type != TypeWord.None)
        {
            return segment.Type == TypeWord.Enum ? FrameKind.Enum : FrameKind.Type;
        }

        return InStatements ? InStatement(brace, ref continues) : Draft.Is(segment.Start, "module") || Draft.Is(segment.Start, "open") ? FrameKind.Type : FrameKind.Body;
    }

    protected override LineKind KindOf(in Segment segment, int last, out int codeFrom)
    {
        codeFrom = int.MaxValue;
        return Top.Kind switch
        {
            FrameKind.File when Draft.Is(segment.Start, "package") || Draft.Is(segment.Start, "import") => LineKind.NoCode,
            FrameKind.Enum => segment.Parens ? LineKind.Code : LineKind.Declaration,
            FrameKind.Body or FrameKind.Block => segment.Type != TypeWord.None ? LineKind.Declaration : LineKind.Code,
            _ => FieldOr(segment),
        };
    }

    private FrameKind InStatement(int brace, ref bool continues)
    {
        if (Draft.Is(Top.Segment.Start, "catch"))
        {
            NextIsHandler();
        }
        else if (Draft.Is(brace - 1, "]"))
        {
            continues = true;
            return FrameKind.Expression;
        }

        return FrameKind.Block;
    }
}
