using System.Collections.Immutable;

namespace Assay.Proof.Outlines;

/// <summary>Tests of Vitest, Jest, Mocha, <c>node:test</c> and their kin: calls with a title and a function.</summary>
internal sealed class ScriptTests(SourceText source)
{
    private const int Deepest = 40;

    private readonly List<FoundTest> found = [];
    private readonly ScriptTables tables = new(source);

    public List<FoundTest> Find()
    {
        tables.Collect();
        Walk(0, source.Count, new Around("", false, false, "", []), 0);
        for (var i = 0; i < source.Count; i++) Function(i);
        return found;
    }

    private void Walk(int from, int to, Around around, int depth)
    {
        var regions = new Stack<(int End, Around Outer)>();
        for (var i = from; i < to; i++)
        {
            while (regions.Count > 0 && regions.Peek().End < i) around = regions.Pop().Outer;
            if (source.Is(i, "[") && source.Close(i) > i && source.Is(source.Close(i) + 1, ".") && source.Tokens.TextOf(Math.Min(source.Count - 1, source.Close(i) + 2)) is "forEach" or "map")
            {
                var walked = source.Close(i) + 3;
                regions.Push((Math.Max(walked, source.Close(walked)), around));
                around = around with { Rows = tables.RowsOf(i) };
            }
            if (!source.IsWord(i)) continue;
            if (regions.Count < Deepest && Region(i, around) is { } region)
            {
                regions.Push((region.End, around));
                around = region.Around;
            }
            if (Chains.At(source, i) is not { } chain || chain.Last >= to) continue;
            if (ScriptCall.Of(source, chain) is { } call && depth < Deepest)
            {
                Take(call, around, depth);
                i = chain.Last;
            }
            else if (chain.Links[^1] is { Name: "forEach" or "map", Called: true } last && tables.RowsOf(chain.First) is { IsEmpty: false } rows)
            {
                regions.Push((last.End, around));
                around = around with { Rows = rows };
            }
        }
    }

    private (int End, Around Around)? Region(int at, Around around)
    {
        var word = source.Tokens.TextOf(at);
        if (source.Is(at - 1, ".") || word is not ("for" or "if")) return null;
        var header = source.Is(at + 1, "await") ? at + 2 : at + 1;
        if (!source.Is(header, "(") || source.Close(header) < 0) return null;
        var body = source.Close(header) + 1;
        var end = source.Close(body) > body ? source.Close(body) : source.Find(body, source.Count, ";", "}");
        if (word is "if") return (end, around with { Condition = $"{around.Condition} if {source.Joined(header, body)}".Trim() });
        var of = source.Find(header + 1, body - 1, "of", "in");
        return of == body - 1 ? null : (end, around with { Rows = tables.RowsOf(of + 1) });
    }

    private void Take(ScriptCall call, Around around, int depth)
    {
        var name = around.Prefix.Length == 0 ? call.Title : $"{around.Prefix} > {call.Title}";
        var inner = around with
        {
            Prefix = name,
            Skipped = around.Skipped || call.Skipped,
            Only = around.Only || (call.Only && call.IsSuite),
            Rows = call.Table >= 0 ? tables.Each(call.Table) : around.Rows,
        };
        if (!call.IsSuite)
        {
            found.Add(new FoundTest(name, "", call.First, call.Last, call.BodyFrom, call.BodyTo)
            {
                Test = true,
                Skipped = inner.Skipped,
                Only = call.Only || around.Only,
                Marks = call.Marks,
                Condition = around.Condition,
                Cases = inner.Rows,
            });
            inner = inner with { Rows = [] };
        }
        if (call.BodyTo > call.BodyFrom) Walk(call.BodyFrom, call.BodyTo, inner, depth + 1);
    }

    /// <summary>A function with a name, which tests may call.</summary>
    private void Function(int at)
    {
        if (!source.IsWord(at) || source.Is(at - 1, ".")) return;
        var word = source.Tokens.TextOf(at);
        var name = at + 1;
        if (word is "function" && source.Is(name, "*")) name++;
        if (!source.IsWord(name)) return;
        var (from, to) = word is "function" ? (name + 1, Behind(source.Find(name + 1, Math.Min(source.Count, name + 400), "{")))
            : word is "const" or "let" or "var" ? Assigned(name) : (0, 0);
        if (to > from) found.Add(new FoundTest(source.TextOf(name), source.TextOf(name), at, to - 1, from, to));
    }

    private (int From, int To) Assigned(int name)
    {
        var limit = Math.Min(source.Count, name + 60);
        var sign = source.Find(name + 1, limit, "=", ";");
        if (!source.Is(sign, "=")) return (0, 0);
        var value = source.Is(sign + 1, "async") ? sign + 2 : sign + 1;
        if (source.Is(value, "function")) return (value + 1, Behind(source.Find(value + 1, Math.Min(source.Count, value + 100), "{")));
        if (!source.Is(value, "(") && !source.Is(value + 1, "=>")) return (0, 0);
        var arrow = source.Find(value, Math.Min(source.Count, value + 100), "=>", ";");
        if (!source.Is(arrow, "=>")) return (0, 0);
        return source.Is(arrow + 1, "{") ? (value, Behind(arrow + 1)) : (value, Expression(arrow + 1));
    }

    private int Expression(int from)
    {
        for (var i = from; i < source.Count; i = source.Close(i) > i ? source.Close(i) + 1 : i + 1)
        {
            if (source.Is(i, ";") || source.Is(i, ",") || source.Is(i, ")") || source.Is(i, "}")) return i;
            if (i > from && source.IsWord(i) && source.Tokens.TextOf(i) is "const" or "let" or "function" or "describe" or "test" or "it" or "export") return i;
        }
        return source.Count;
    }

    private int Behind(int brace) => source.Is(brace, "{") && source.Close(brace) > brace ? source.Close(brace) + 1 : 0;

    private sealed record Around(string Prefix, bool Skipped, bool Only, string Condition, ImmutableArray<string> Rows);
}
