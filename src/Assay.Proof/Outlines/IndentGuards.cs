using Assay.Core.Sources;

namespace Assay.Proof.Outlines;

/// <summary>What may keep a Python statement from running or from failing its test; asked for in the order of the tokens.</summary>
internal sealed class IndentGuards(SourceText source, int from, int to)
{
    private readonly List<(int Indent, string Guard)> open = [];
    private int at = -1;
    private bool returned;

    public string Before(int token)
    {
        if (at < 0) at = from;
        while (at <= token && at < to)
        {
            if (at == from || source.IsKind(at - 1, SourceTokenKind.LineEnd)) Line(at);
            at++;
        }
        var guard = string.Join(' ', open.Select(block => block.Guard).Where(text => text.Length > 0).Append(returned ? "return" : "").Where(text => text.Length > 0));
        return source.Is(token - 1, "and") || source.Is(token - 1, "or") ? $"{guard} {source.TextOf(token - 1)}".Trim() : guard;
    }

    private void Line(int first)
    {
        var indent = source.Tokens.IndentOf(first);
        while (open.Count > 0 && open[^1].Indent >= indent) open.RemoveAt(open.Count - 1);
        var end = first;
        while (end < to && !source.IsKind(end, SourceTokenKind.LineEnd)) end++;
        switch (source.Tokens.TextOf(first))
        {
            case "if" or "elif" or "else" or "while" or "except":
                open.Add((indent, source.Joined(first, end).TrimEnd(':', ' ')));
                break;
            case "try":
                open.Add((indent, Swallows(end, indent) ? "try" : ""));
                break;
            case "with" when Contains(first, end, "suppress"):
                open.Add((indent, "suppress"));
                break;
            case "return":
                returned = true;
                break;
            default:
                returned |= source.IsWord(first) && Contains(first, Math.Min(end, first + 4), "skip", "skipTest", "xfail");
                break;
        }
    }

    private bool Contains(int first, int end, params ReadOnlySpan<string> words)
    {
        for (var i = first; i < end; i++)
        {
            foreach (var word in words)
            {
                if (source.Is(i, word)) return true;
            }
        }
        return false;
    }

    private bool Swallows(int after, int indent)
    {
        var inHandler = false;
        var handled = false;
        for (var i = after; i < to; i++)
        {
            if (source.IsKind(i - 1, SourceTokenKind.LineEnd))
            {
                var here = source.Tokens.IndentOf(i);
                if (here < indent || (here == indent && !(source.Is(i, "except") || source.Is(i, "else") || source.Is(i, "finally")))) break;
                if (here == indent) inHandler = source.Is(i, "except");
                handled |= inHandler;
            }
            if (inHandler && source.IsWord(i) && source.Tokens.TextOf(i) is "raise" or "fail" or "assert") return false;
        }
        return handled;
    }
}
