namespace Assay.Core.Sources.Braces;

/// <summary>What C# and Java share: statements behind the headers of control statements, labels, case labels, fields.</summary>
internal abstract class StaticOutline(Draft draft) : BraceOutline(draft)
{
    protected abstract bool InStatements { get; }

    protected abstract bool IsControl(ReadOnlySpan<char> word);

    protected abstract TypeWord TypeOf(ReadOnlySpan<char> text, int word);

    protected override void Word(int word)
    {
        ref var segment = ref Top.Segment;
        var text = Draft.TextOf(word);
        if (Draft.Is(word - 1, ".") || Draft.Is(word - 1, "::"))
        {
            return;
        }

        if (InStatements)
        {
            if (segment.Start == word && text is "else" or "do" or "finally" && !Draft.Is(word + 1, "(")
                || (segment.Start == word && text is "try" && !Draft.Is(word + 1, "(")))
            {
                segment = Segment.Empty;
                segment.Words = -1;
                return;
            }

            var first = segment.Start == word || (segment.Start == word - 1 && Draft.Is(word - 1, "await"));
            segment.Control |= first && IsControl(text) && Draft.Is(word + 1, "(");
        }

        if (segment is { Type: TypeWord.None, Parens: false, Where: false, Assign: < 0, Arrow: < 0 })
        {
            segment.Type = TypeOf(text, word);
        }

        Flags(ref segment, text, word);
    }

    protected virtual void Flags(ref Segment segment, ReadOnlySpan<char> text, int word)
    {
        segment.New |= text is "new";
        segment.Switch |= text is "switch" && segment.Start != word;
    }

    protected override void Punctuation(int token)
    {
        if (!InStatements || !Draft.Is(token, ":"))
        {
            return;
        }

        var start = Top.Segment.Start;
        if (Draft.Is(start, "case") || Draft.Is(start, "default") || (start == token - 1 && Draft.IsWord(start)))
        {
            Flush(token);
        }
    }

    /// <summary>Nothing of a statement stands before this brace.</summary>
    protected bool IsFresh(int brace) => Top.Segment.Start == brace && Top.Segment is { Words: 0, Parens: false };

    protected static LineKind FieldOr(in Segment segment) =>
        segment is { Assign: >= 0, Calls: true, Constant: false } ? LineKind.Code : LineKind.Declaration;
}
