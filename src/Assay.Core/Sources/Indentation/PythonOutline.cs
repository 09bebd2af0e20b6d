using Assay.Core.Sources.Lexing;

namespace Assay.Core.Sources.Indentation;

/// <summary>Reads Python one logical line at a time; indentation says what it belongs to.</summary>
internal sealed class PythonOutline(Draft draft)
{
    private readonly Stack<Suite> suites = new([new Suite(SuiteKind.Module, 0, 1)]);
    private SuiteKind? pending;
    private bool docstringMayFollow = true;
    private int lastLine = 1;

    public void Run()
    {
        var start = 0;
        for (var i = 0; i <= draft.Tokens.Count; i++)
        {
            if (i < draft.Tokens.Count && draft.Tokens[i].Kind == TokenKind.Unknown)
            {
                draft.Raise(draft.Line(i), LineKind.Code);
            }

            if (i == draft.Tokens.Count || draft.Tokens[i].Kind == TokenKind.Newline)
            {
                if (i > start)
                {
                    Take(start, i);
                }

                start = i + 1;
            }
        }

        while (suites.Count > 1)
        {
            Close(suites.Pop());
        }

        if (draft.Tokens.Count > 0)
        {
            draft.Bodies.Add(new LineSpan(1, draft.LineCount));
        }
    }

    private void Take(int start, int end)
    {
        Enter(start);
        var first = draft.Is(start, "async") ? start + 1 : start;
        var word = draft.IsWord(first) ? draft.TextOf(first) : default;
        var suite = SuiteOf(word);
        var colon = suite is null ? -1 : Colon(first, end);
        if (suite is not null && colon < 0 && word is "match" or "case" or "else" or "finally" or "try")
        {
            suite = null;
        }

        var headerEnd = colon >= 0 ? colon + 1 : end;
        var kind = KindOf(start, first, end, suite);
        var code = kind == LineKind.Code || (suite is null && kind == LineKind.Declaration);
        for (var i = start; i < end; i++)
        {
            var inHeader = i < headerEnd;
            draft.Mark(i, inHeader ? kind : LineKind.Code, opens: (i == start && code) || i == headerEnd);
        }

        docstringMayFollow = suite is SuiteKind.Body or SuiteKind.Class && headerEnd == end;
        lastLine = draft.EndLine(end - 1);
        pending = null;
        if (suite is { } opened && headerEnd == end)
        {
            pending = opened;
        }
        else if (suite is { } single && headerEnd < end)
        {
            Add(single, new LineSpan(draft.Line(headerEnd), lastLine));
        }
    }

    /// <summary>Opens the suite that the line before announced, or closes those that this line's indentation leaves.</summary>
    private void Enter(int start)
    {
        var indent = draft.ColumnOf(start);
        if (pending is { } kind && indent > suites.Peek().Indent)
        {
            suites.Push(new Suite(kind, indent, draft.Line(start)));
            return;
        }

        while (suites.Count > 1 && indent < suites.Peek().Indent)
        {
            Close(suites.Pop());
        }
    }

    private LineKind KindOf(int start, int first, int end, SuiteKind? suite)
    {
        if (draft.Is(start, "@"))
        {
            return LineKind.Declaration;
        }

        if (suite is SuiteKind.Body or SuiteKind.Class)
        {
            return LineKind.Declaration;
        }

        var word = draft.IsWord(first) ? draft.TextOf(first) : default;
        if (word is "import" or "from" || (suite is not null && word is "try" or "else" or "finally"))
        {
            return LineKind.NoCode;
        }

        if (docstringMayFollow && IsText(start, end))
        {
            return LineKind.NoCode;
        }

        return suites.Peek().Kind == SuiteKind.Class && suite is null && IsPlainField(start, end) ? LineKind.Declaration : LineKind.Code;
    }

    private bool IsText(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (draft.Tokens[i].Kind != TokenKind.Text)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A name with a type, or with a value in which nothing is called: no bracket behind the equals sign.</summary>
    private bool IsPlainField(int start, int end)
    {
        if (!draft.IsWord(start) || !(draft.Is(start + 1, ":") || draft.Is(start + 1, "=")))
        {
            return false;
        }

        var assigned = false;
        for (var i = start + 1; i < end; i++)
        {
            assigned |= draft.Is(i, "=");
            if (assigned && (draft.Tokens[i].Kind == TokenKind.HoleOpen || draft.Is(i, "(") || draft.Is(i, "[") || draft.Is(i, "{") || draft.Is(i, "lambda") || draft.Is(i, ";")))
            {
                return false;
            }
        }

        return true;
    }

    private static SuiteKind? SuiteOf(ReadOnlySpan<char> word) => word switch
    {
        "def" => SuiteKind.Body,
        "class" => SuiteKind.Class,
        "except" => SuiteKind.Handler,
        "if" or "elif" or "else" or "for" or "while" or "try" or "finally" or "with" or "match" or "case" => SuiteKind.Block,
        _ => null,
    };

    /// <summary>The colon that ends the header: the first outside brackets and lambdas.</summary>
    private int Colon(int start, int end)
    {
        var depth = 0;
        var lambdas = 0;
        for (var i = start; i < end; i++)
        {
            if (draft.Tokens[i].Kind is TokenKind.HoleOpen or TokenKind.HoleClose)
            {
                depth += draft.Tokens[i].Kind == TokenKind.HoleOpen ? 1 : -1;
            }
            else if (draft.Tokens[i].Kind == TokenKind.Punctuation)
            {
                var c = draft.TextOf(i)[0];
                depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
                if (c == ':' && depth == 0 && lambdas-- == 0)
                {
                    return i;
                }
            }
            else if (depth == 0 && draft.Is(i, "lambda"))
            {
                lambdas++;
            }
        }

        return -1;
    }

    private void Close(Suite suite) => Add(suite.Kind, new LineSpan(suite.First, lastLine));

    private void Add(SuiteKind kind, LineSpan span)
    {
        if (kind == SuiteKind.Body)
        {
            draft.Bodies.Add(span);
        }
        else if (kind == SuiteKind.Handler)
        {
            draft.Handlers.Add(span);
        }
    }

    private readonly record struct Suite(SuiteKind Kind, int Indent, int First);

    private enum SuiteKind
    {
        Module,
        Class,
        Body,
        Handler,
        Block,
    }
}
