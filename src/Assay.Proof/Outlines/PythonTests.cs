using System.Collections.Immutable;
using Assay.Core.Sources;

namespace Assay.Proof.Outlines;

/// <summary>Tests of pytest and unittest: functions whose names begin with <c>test</c>, in modules and classes.</summary>
internal sealed class PythonTests(SourceText source, string path)
{
    private readonly List<FoundTest> found = [];
    private readonly List<Scope> scopes = [];
    private readonly List<(int From, int To)> decorators = [];
    private readonly Dictionary<string, int> lists = [];
    private readonly List<(int Test, int Indent)> open = [];
    private bool moduleSkipped;
    private int lastToken;

    public List<FoundTest> Find()
    {
        for (var start = 0; start < source.Count;)
        {
            var end = start;
            while (end < source.Count && !source.IsKind(end, SourceTokenKind.LineEnd)) end++;
            if (end > start) Line(start, end);
            start = end + 1;
        }
        Close(0);
        if (moduleSkipped) for (var i = 0; i < found.Count; i++) found[i] = found[i] with { Skipped = found[i].Test };
        return found;
    }

    private void Line(int start, int end)
    {
        var indent = source.Tokens.IndentOf(start);
        Close(indent);
        while (scopes.Count > 0 && scopes[^1].Indent >= indent) scopes.RemoveAt(scopes.Count - 1);
        var word = source.Is(start, "async") ? start + 1 : start;
        if (source.Is(start, "@"))
        {
            decorators.Add((start + 1, end));
            lastToken = end;
            return;
        }
        if (source.Is(word, "class") && source.IsWord(word + 1)) scopes.Add(new Scope(indent, source.TextOf(word + 1), "", [.. decorators]));
        else if (source.Is(word, "def") && source.IsWord(word + 1)) Function(start, word, indent, end);
        else if (open.Count == 0 && source.Tokens.TextOf(start) is "if" or "else" or "elif") scopes.Add(new Scope(indent, "", source.Joined(start, end).TrimEnd(':', ' '), []));
        else if (open.Count == 0 && source.IsWord(start)) Assigned(start, end);
        decorators.Clear();
        lastToken = end;
    }

    private void Assigned(int start, int end)
    {
        var equals = source.Find(start, end, "=");
        if (equals == end) return;
        if (source.Is(start, "pytestmark") && Skips(equals, end)) moduleSkipped = true;
        if (source.Is(start, "__test__") && source.Is(equals + 1, "False") && scopes.Count > 0) scopes[^1] = scopes[^1] with { Off = true };
        if (source.Close(equals + 1) > equals) lists[source.TextOf(start)] = equals + 1;
    }

    private void Function(int start, int def, int indent, int end)
    {
        var name = source.TextOf(def + 1);
        var nested = open.Count > 0;
        var test = !nested && name.StartsWith("test", StringComparison.Ordinal) && !decorators.Exists(decorator => Has(decorator.From, decorator.To, "fixture"));
        var first = decorators.Count > 0 ? decorators[0].From - 1 : start;
        var all = decorators.Concat(scopes.SelectMany(scope => scope.Decorators)).ToList();
        var classes = scopes.Where(scope => scope.Name.Length > 0).Select(scope => scope.Name);
        var module = path.EndsWith(".py", StringComparison.Ordinal) ? path[..^3].Replace('/', '.') : path;
        found.Add(new FoundTest(string.Join('.', classes.Prepend(module).Append(name)), name, first, end - 1, def + 2, end)
        {
            Test = test,
            Skipped = test && (scopes.Exists(scope => scope.Off) || all.Exists(decorator => Skips(decorator.From, decorator.To))),
            Marks = string.Join(' ', decorators.Where(decorator => !Has(decorator.From, decorator.To, "parametrize")).Select(decorator => source.Joined(decorator.From, decorator.To))),
            Condition = string.Join(" and ", scopes.Select(scope => scope.Condition).Where(condition => condition.Length > 0)),
            Cases = test ? [.. all.SelectMany(decorator => Rows(decorator.From, decorator.To))] : [],
        });
        open.Add((found.Count - 1, indent));
    }

    /// <summary>Functions end where a line is indented no deeper than they are.</summary>
    private void Close(int indent)
    {
        while (open.Count > 0 && open[^1].Indent >= indent)
        {
            var (test, _) = open[^1];
            open.RemoveAt(open.Count - 1);
            var end = Math.Max(found[test].BodyFrom, Math.Min(lastToken, source.Count));
            found[test] = found[test] with { Last = Math.Max(found[test].First, end - 1), BodyTo = end };
        }
    }

    private bool Has(int from, int to, string word)
    {
        for (var i = from; i < to && !source.Is(i, "("); i++)
        {
            if (source.Is(i, word)) return true;
        }
        return false;
    }

    private bool Skips(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (source.IsWord(i) && source.Tokens.TextOf(i) is "skip" or "skipif" or "skipIf" or "skipUnless" or "xfail" or "expectedFailure" or "importorskip") return !Has(from, to, "parametrize");
        }
        return false;
    }

    private IEnumerable<string> Rows(int from, int to)
    {
        if (!Has(from, to, "parametrize")) return [];
        var call = source.Find(from, to, "(");
        var parts = call < to ? source.Parts(call) : [];
        if (parts.Length < 2) return [];
        var table = parts[1].From;
        if (source.Is(table + 1, "=")) table += 2;
        var list = source.IsWord(table) && lists.TryGetValue(source.TextOf(table), out var known) ? known : table;
        return source.Parts(list).Where(part => !InRow(part.From, part.To)).Select(part => source.Joined(part.From, part.To));
    }

    /// <summary>A row that is marked so that it does not run.</summary>
    private bool InRow(int from, int to) => source.Is(from, "pytest") && Skips(from, to);

    private sealed record Scope(int Indent, string Name, string Condition, ImmutableArray<(int From, int To)> Decorators)
    {
        public bool Off { get; init; }
    }
}
