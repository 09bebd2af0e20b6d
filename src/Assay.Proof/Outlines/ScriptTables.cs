using System.Collections.Immutable;
using Assay.Core.Sources;

namespace Assay.Proof.Outlines;

/// <summary>Arrays and objects that tests are made from: written where they are used, or under a name before.</summary>
internal sealed class ScriptTables(SourceText source)
{
    private readonly Dictionary<string, List<(int At, int Open, int BlockEnd)>> declared = [];

    public void Collect()
    {
        var blocks = new Stack<int>();
        for (var i = 0; i < source.Count; i++)
        {
            while (blocks.Count > 0 && blocks.Peek() < i) blocks.Pop();
            if (source.Is(i, "{") && source.Close(i) > i) blocks.Push(source.Close(i));
            if (!source.IsWord(i) || !source.IsWord(i + 1) || source.Tokens.TextOf(i) is not ("const" or "let" or "var")) continue;
            if (!source.Is(i + 2, "=") && !source.Is(i + 2, ":")) continue;
            var sign = source.Find(i + 2, Math.Min(source.Count, i + 60), "=", ";");
            var value = Unwrapped(sign + 1);
            if (!source.Is(sign, "=") || !(source.Is(value, "[") || source.Is(value, "{")) || source.Close(value) < 0) continue;
            var name = source.TextOf(i + 1);
            if (!declared.TryGetValue(name, out var known)) declared[name] = known = [];
            known.Add((i, value, blocks.Count > 0 ? blocks.Peek() : source.Count));
        }
    }

    /// <summary>Rows of the argument of <c>.each</c>: an array, a name, or a table in a template.</summary>
    public ImmutableArray<string> Each(int open)
    {
        if (source.Is(open, "(")) return RowsOf(open + 1);
        var rows = new List<string>();
        var end = Chains.Template(source, open);
        for (var i = open; i <= end;)
        {
            var line = source.Tokens.LineOf(i);
            var from = i;
            while (i <= end && (source.Tokens.LineOf(i) == line || !source.IsKind(i, SourceTokenKind.HoleOpen)))
            {
                i++;
                if (i <= end && source.IsKind(i, SourceTokenKind.HoleOpen) && source.Tokens.TextOf(i - 1).Contains('\n')) break;
            }
            if (from > open) rows.Add(source.Joined(from, i).TrimEnd(' ', '`', '\n', '\r', '\t'));
        }
        return [.. rows];
    }

    /// <summary>Rows of an expression; none where they are computed.</summary>
    public ImmutableArray<string> RowsOf(int at)
    {
        at = Unwrapped(at);
        if (source.IsWord(at) && source.Tokens.TextOf(at) is "Object" or "Array" && source.Is(at + 1, ".") && source.Is(at + 3, "(")) at = Unwrapped(at + 4);
        if (source.IsWord(at))
        {
            if (!declared.TryGetValue(source.TextOf(at), out var known)) return [];
            var seen = known.FindLastIndex(one => one.At < at && one.BlockEnd > at);
            at = seen >= 0 ? known[seen].Open : known[^1].Open;
        }
        if (source.Close(at) > at && source.Is(source.Close(at) + 1, ".") && source.IsWord(source.Close(at) + 2) && source.Tokens.TextOf(source.Close(at) + 2) is "filter" or "slice" or "splice") return [];
        return source.Is(at, "[") || source.Is(at, "{") ? [.. source.Parts(at).Select(part => source.Joined(part.From, part.To))] : [];
    }

    private int Unwrapped(int at)
    {
        while (source.Is(at, "(")) at++;
        return source.Is(at, "Object") && source.Is(at + 2, "freeze") ? at + 4 : at;
    }
}
