using Assay.Core.Sources;

namespace Assay.Proof.Outlines;

/// <summary>A part of a chain: a name, and its call where it is called.</summary>
/// <param name="Open">The bracket or template that calls it; -1 where it is not called.</param>
/// <param name="End">Last token of the part.</param>
internal readonly record struct Link(string Name, int Open, int End)
{
    public bool Called => Open >= 0;
}

/// <summary>Calls and members one after another: <c>expect(x).not.toBe(1)</c>, <c>Assert.Equal(1, x)</c>.</summary>
internal sealed record Chain(int First, int Last, List<Link> Links);

/// <summary>Reads chains; each token is looked at once for each chain that it belongs to, not for those around it.</summary>
internal static class Chains
{
    private static readonly HashSet<string> Keywords =
    [
        "await", "return", "new", "throw", "yield", "in", "of", "if", "else", "for", "foreach", "while", "switch", "case", "catch", "using", "lock", "fixed", "var", "let", "const",
        "typeof", "function", "not", "and", "or", "is", "as", "out", "ref", "do", "try", "finally", "default", "assert", "with", "lambda", "async", "def", "class", "elif", "raise", "void",
    ];

    /// <summary>The chain that begins at a token; null where none does.</summary>
    public static Chain? At(SourceText source, int at)
    {
        if (source.Is(at - 1, ".") || source.Is(at - 1, "?.")) return null;
        var links = new List<Link>();
        int end;
        if (source.IsWord(at))
        {
            var name = source.TextOf(at);
            if (IsKeyword(source, name) && !(name == "assert" && source.Language != Language.Python)) return null;
            if (source.IsWord(at - 1) && !IsKeyword(source, source.TextOf(at - 1)) && !StartsLine(source, at)) return null;
            links.Add(new Link(name, -1, at));
            end = at;
        }
        else if (source.Is(at, "(") && source.Close(at) > at && !IsOperand(source, at - 1))
        {
            end = source.Close(at);
            links.Add(new Link("", -1, end));
        }
        else if (source.IsKind(at, SourceTokenKind.Text) && (source.Is(at + 1, ".") || source.Is(at + 1, "?.")))
        {
            links.Add(new Link("", -1, at));
            end = at;
        }
        else return null;
        end = Follow(source, end, links);
        return new Chain(at, end, links);
    }

    public static bool IsKeyword(SourceText source, string word) => Keywords.Contains(word) && !(source.Language is Language.JavaScript or Language.TypeScript && word is "not" or "is" or "and" or "or");

    /// <summary>Whether an expression statement begins here: what it gives is not used.</summary>
    public static bool IsStatement(SourceText source, int at)
    {
        var before = source.Is(at - 1, "await") ? at - 2 : at - 1;
        return before < 0 || StartsLine(source, before + 1) || source.Tokens.TextOf(before) is ";" or "{" or "}" or ")" or "=>" or ":"
            || source.IsKind(before, SourceTokenKind.LineEnd) || source.IsKind(before, SourceTokenKind.Directive);
    }

    private static bool StartsLine(SourceText source, int at) => at == 0 || source.Tokens.LastLineOf(at - 1) < source.Tokens.LineOf(at);

    private static bool IsOperand(SourceText source, int at) =>
        at >= 0 && ((source.IsWord(at) && !IsKeyword(source, source.TextOf(at))) || source.Is(at, ")") || source.Is(at, "]") || source.Is(at, ">"));

    private static int Follow(SourceText source, int end, List<Link> links)
    {
        while (end + 1 < source.Count)
        {
            var next = end + 1;
            if ((source.Is(next, ".") || source.Is(next, "?.")) && source.IsWord(next + 1))
            {
                end = next + 1;
                links.Add(new Link(source.TextOf(end), -1, end));
            }
            else if (source.Is(next, "?.") && (source.Is(next + 1, "[") || source.Is(next + 1, "("))) end = next;
            else if (source.Is(next, "(") && source.Close(next) > next)
            {
                if (source.Language != Language.CSharp && source.Language != Language.Python && StartsLine(source, next)) break;
                end = source.Close(next);
                Call(links, next, end);
            }
            else if (source.Is(next, "[") && source.Close(next) > next && !StartsLine(source, next)) end = source.Close(next);
            else if (source.Is(next, "!") && (source.Is(next + 1, ".") || source.Is(next + 1, "[") || source.Is(next + 1, "("))) end = next;
            else if (source.Is(next, "<") && Generic(source, next) is > 0 and var behind) end = behind;
            else if (source.IsKind(next, SourceTokenKind.Text) && source.Tokens.TextOf(next) is ['`', ..])
            {
                end = Template(source, next);
                Call(links, next, end);
            }
            else break;
        }
        return end;
    }

    private static void Call(List<Link> links, int open, int end)
    {
        var last = links[^1];
        if (last.Called) links.Add(new Link("", open, end));
        else links[^1] = last with { Open = open, End = end };
    }

    /// <summary>The closing angle of type arguments that a call follows; 0 where it is a comparison.</summary>
    private static int Generic(SourceText source, int at)
    {
        var depth = 0;
        for (var i = at; i < source.Count && i < at + 60; i++)
        {
            if (source.Is(i, "<")) depth++;
            else if (source.Is(i, ">") && --depth == 0) return source.Is(i + 1, "(") || source.Is(i + 1, ".") ? i : 0;
            else if (!source.IsWord(i) && !(source.Tokens.TextOf(i) is "," or "." or "?" or "[" or "]" or ">" or "|" or "(" or ")" or "::")) return 0;
        }
        return 0;
    }

    /// <summary>Last token of a template literal.</summary>
    public static int Template(SourceText source, int at)
    {
        if (source.Tokens.TextOf(at) is { Length: > 1 } whole && whole[^1] == '`') return at;
        var depth = 0;
        for (var i = at + 1; i < source.Count; i++)
        {
            if (source.IsKind(i, SourceTokenKind.HoleOpen)) depth++;
            else if (source.IsKind(i, SourceTokenKind.HoleClose)) depth--;
            else if (depth == 0 && source.IsKind(i, SourceTokenKind.Text) && source.Tokens.TextOf(i) is { Length: > 0 } piece && piece[^1] == '`') return i;
        }
        return source.Count - 1;
    }
}
