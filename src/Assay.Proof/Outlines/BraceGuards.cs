using Assay.Core.Sources;

namespace Assay.Proof.Outlines;

/// <summary>What may keep a statement from running or from failing its test, in languages with braces; asked for in the order of the tokens.</summary>
internal sealed class BraceGuards(SourceText source, int from, int to)
{
    private const int MostBlocks = 64;

    private readonly List<Block> open = [new Block(to, "", Function: true)];
    private int at = from;

    public string Before(int token)
    {
        while (at < token) Step(at++);
        Leave(token);
        var guard = string.Join(' ', open.Select(block => block.Guard + (Ended(block, token) ? " return" : "")).Where(text => text.Length > 0).Select(text => text.Trim()));
        var operators = source.Tokens.TextOf(Math.Max(0, token - 1));
        return operators is "&&" or "||" or "??" or "?" ? $"{guard} {operators}".Trim() : guard;
    }

    /// <summary>What a <c>return</c> gives is itself still reached.</summary>
    private bool Ended(Block block, int token) => block.Returned >= 0 && block.Returned != (source.Is(token - 1, "await") ? token - 2 : token - 1);

    private void Step(int token)
    {
        Leave(token);
        if (open.Count < MostBlocks && source.Is(token, "{") && source.Close(token) > token) open.Add(Opened(token, source.Close(token)));
        else if (source.IsWord(token) && !source.Is(token - 1, "."))
        {
            var word = source.TextOf(token);
            if (word is "return" || IsSkip(token, word)) Return(token);
            else if (word is "if" or "while" or "else") Single(token, word);
        }
    }

    private void Leave(int token)
    {
        while (open.Count > 1 && open[^1].End < token) open.RemoveAt(open.Count - 1);
    }

    /// <summary>It ends the innermost function, whatever block it stands in.</summary>
    private void Return(int token)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (!open[i].Function) continue;
            if (open[i].Returned < 0) open[i] = open[i] with { Returned = token };
            return;
        }
    }

    private bool IsSkip(int token, string word) =>
        word is "Assert" && source.Is(token + 1, ".") && source.IsWord(token + 2) && source.Tokens.TextOf(token + 2) is "Skip" or "SkipWhen" or "SkipUnless" or "Ignore" or "Inconclusive" or "Pass"
        || (word is "t" or "ctx" or "context" or "this" && source.Is(token + 1, ".") && (source.Is(token + 2, "skip") || source.Is(token + 2, "todo")) && source.Is(token + 3, "("));

    /// <summary>A condition whose statement has no braces.</summary>
    private void Single(int token, string word)
    {
        var body = word == "else" ? token + 1 : source.Close(token + 1) + 1;
        if (open.Count >= MostBlocks || body <= token || source.Is(body, "{") || source.Is(body, "if")) return;
        var end = body;
        while (end < to && !source.Is(end, ";") && end - body < 400)
        {
            end = source.Close(end) > end ? source.Close(end) + 1 : end + 1;
            if (source.Language != Language.CSharp && end < to && source.Tokens.LineOf(end) > source.Tokens.LastLineOf(end - 1) && !source.Is(end, ".")) break;
        }
        open.Add(new Block(Math.Min(end, open[^1].End), word == "else" ? "else" : $"{word} {source.Joined(token + 1, body)}", Function: false));
    }

    private Block Opened(int brace, int end)
    {
        var before = brace - 1;
        if (source.Is(before, "=>")) return new Block(end, "", Function: true);
        if (source.Is(before, "else")) return new Block(end, "else", Function: false);
        if (source.Is(before, "try")) return new Block(end, Swallows(end) ? "try" : "", Function: false);
        if (!source.Is(before, ")") || source.Open(before) < 1) return new Block(end, "", Function: false);
        var word = source.Open(before) - 1;
        return source.Tokens.TextOf(word) switch
        {
            "if" or "while" or "switch" or "catch" => new Block(end, $"{source.TextOf(word)} {source.Joined(word + 1, brace)}", Function: false),
            "for" or "foreach" when source.Is(before - 1, "]") && source.Is(before - 2, "[") => new Block(end, "for nothing", Function: false),
            "for" or "foreach" or "using" or "lock" or "fixed" or "with" or "await" => new Block(end, "", Function: false),
            _ => new Block(end, "", Function: true),
        };
    }

    /// <summary>What is caught neither is thrown again nor fails the test.</summary>
    private bool Swallows(int tryEnd)
    {
        var handler = tryEnd + 1;
        if (!source.Is(handler, "catch")) return false;
        while (handler < to && !source.Is(handler, "{")) handler++;
        for (var i = handler + 1; i < source.Close(handler); i++)
        {
            if (source.IsWord(i) && source.Tokens.TextOf(i) is "throw" or "Assert" or "expect" or "assert" or "fail" or "done") return false;
        }
        return true;
    }

    private sealed record Block(int End, string Guard, bool Function)
    {
        public int Returned { get; init; } = -1;
    }
}
