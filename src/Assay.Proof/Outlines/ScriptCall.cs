using Assay.Core.Sources;

namespace Assay.Proof.Outlines;

/// <summary>A call that declares a test or a suite.</summary>
/// <param name="Table">What <c>.each</c> is called with: its bracket or template; -1 where there is none.</param>
/// <param name="BodyFrom">First token of the function's parameters; that of <paramref name="BodyTo"/> where it has no function.</param>
internal sealed record ScriptCall(
    string Title, bool IsSuite, bool Skipped, bool Only, int Table, int First, int Last, int BodyFrom, int BodyTo, string Marks)
{
    private static readonly HashSet<string> Suites = ["describe", "suite", "context", "xdescribe", "fdescribe", "xcontext", "ddescribe"];
    private static readonly HashSet<string> Tests = ["test", "it", "specify", "xit", "xtest", "fit", "ftest", "xspecify", "bench", "property"];
    private static readonly HashSet<string> Turned = ["skip", "todo", "skipIf", "runIf", "fails", "failing", "fixme", "fail"];

    public static ScriptCall? Of(SourceText source, Chain chain)
    {
        var links = chain.Links;
        var root = links[0].Name is "t" or "ctx" or "context" or "s" && links.Count > 1 && (Tests.Contains(links[1].Name) || Suites.Contains(links[1].Name)) ? 1 : 0;
        var name = links[root].Name;
        var isSuite = Suites.Contains(name);
        if ((!isSuite && !Tests.Contains(name)) || name is "bench" or "property") return null;
        var modifiers = links.Skip(root + 1).Where(link => link.Name.Length > 0).Select(link => link.Name).ToList();
        if (modifiers.Exists(modifier => modifier is "extend" or "use" or "beforeEach" or "afterEach" or "beforeAll" or "afterAll" or "configure" or "step")) return null;
        var call = links.FindLast(link => link.Called);
        if (call.Name is null || !source.Is(call.Open, "(") || call.Name is "each" or "for" or "skipIf" or "runIf") return null;
        var parts = source.Parts(call.Open);
        if (parts.IsEmpty) return null;
        var (bodyFrom, bodyTo) = parts.Select(part => Function(source, part)).FirstOrDefault(body => body.To > 0);
        var titled = source.IsKind(parts[0].From, SourceTokenKind.Text);
        if (!titled && bodyTo == 0) return null;
        var isBody = bodyTo > 0 && parts[0].From <= bodyFrom && bodyFrom < parts[0].To;
        var given = parts.Length > 1 && bodyTo == 0 && !modifiers.Contains("todo");
        if (given) (bodyFrom, bodyTo) = parts[^1];
        var options = parts.Skip(1).Where(part => source.Is(part.From, "{")).ToList();
        var turned = options.Exists(option => Option(source, option, "skip", "todo", "fails"));
        var each = links.Skip(root).FirstOrDefault(link => link.Called && link.Name is "each" or "for");
        return new ScriptCall(
            isBody ? "" : Titled(source, parts[0]), isSuite,
            Skipped: name[0] == 'x' || modifiers.Exists(Turned.Contains) || turned || (bodyTo == 0 && !isSuite),
            Only: name is "fit" or "fdescribe" or "ftest" or "ddescribe" || modifiers.Contains("only") || options.Exists(option => Option(source, option, "only", "only", "only")),
            Table: each.Name is null ? -1 : each.Open, chain.First, chain.Last, bodyFrom, bodyTo,
            string.Join('.', modifiers.Prepend(name)) + string.Concat(options.Select(option => source.Joined(option.From, option.To))));
    }

    private static string Titled(SourceText source, (int From, int To) part)
    {
        var text = source.Joined(part.From, part.To);
        if (!source.IsKind(part.From, SourceTokenKind.Text)) return $"${{{text}}}";
        var whole = part.To == part.From + 1 || (text[0] == '`' && Chains.Template(source, part.From) == part.To - 1);
        return whole && text.Length >= 2 ? text[1..^1].Replace("\\'", "'").Replace("\\\"", "\"") : $"${{{text}}}";
    }

    private static (int From, int To) Function(SourceText source, (int From, int To) part)
    {
        var start = source.Is(part.From, "async") ? part.From + 1 : part.From;
        if (source.Is(start, "function")) return (start + 1, part.To);
        var arrow = source.Find(start, Math.Min(part.To, start + 60), "=>");
        if (arrow < part.To && source.Is(arrow, "=>")) return (start, part.To);
        // Wrappers such as fakeAsync(() => …) and waitForAsync(() => …).
        return source.IsWord(start) && source.Is(start + 1, "(") && source.Close(start + 1) == part.To - 1 && start + 2 < part.To - 1
            && source.Find(start + 2, Math.Min(part.To - 1, start + 60), "=>") is var inner && source.Is(inner, "=>") ? (start + 2, part.To - 1) : (0, 0);
    }

    private static bool Option(SourceText source, (int From, int To) option, string one, string two, string three)
    {
        foreach (var (from, to) in source.Parts(option.From))
        {
            var name = source.TextOf(from).Trim('"', '\'');
            if ((name == one || name == two || name == three) && !(source.Is(from + 2, "false") && to == from + 3)) return true;
        }
        return false;
    }
}
