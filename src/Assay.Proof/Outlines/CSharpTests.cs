using Assay.Core.Sources;

namespace Assay.Proof.Outlines;

/// <summary>Tests of xUnit, NUnit, MSTest, TUnit and their kin: methods with an attribute that says so.</summary>
internal sealed class CSharpTests(SourceText source)
{
    private readonly List<FoundTest> found = [];
    private readonly List<Scope> scopes = [];
    private readonly List<string> conditions = [];
    private readonly List<CSharpAttribute> attributes = [];
    private readonly Dictionary<string, (int From, int To)> data = [];
    private readonly List<(int Test, List<CSharpAttribute> Attributes)> tables = [];
    private string fileNamespace = "";
    private int first = -1;

    public List<FoundTest> Find()
    {
        for (var i = 0; i < source.Count;) i = Member(i);
        foreach (var (test, marks) in tables)
            found[test] = found[test] with { Cases = [.. marks.SelectMany(mark => mark.Rows(source, data))] };
        return found;
    }

    private int Member(int at)
    {
        while (scopes.Count > 0 && scopes[^1].End < at) scopes.RemoveAt(scopes.Count - 1);
        if (source.IsKind(at, SourceTokenKind.Directive)) return Condition(at);
        if (source.Is(at, "[") && source.Close(at) > at)
        {
            first = first < 0 ? at : first;
            foreach (var (from, to) in source.Parts(at)) attributes.Add(new CSharpAttribute(source, from, to));
            return source.Close(at) + 1;
        }
        if (!source.IsWord(at) && !source.Is(at, "(")) return Forget(at + 1);
        return Header(at);
    }

    private int Condition(int at)
    {
        var text = source.Tokens.RestOfLine(at).Split("//")[0].Trim();
        switch (source.Tokens.TextOf(at))
        {
            case "if":
                conditions.Add(text);
                break;
            case "endif":
                if (conditions.Count > 0) conditions.RemoveAt(conditions.Count - 1);
                break;
            default:
                if (conditions.Count > 0) conditions[^1] = $"not {conditions[^1]} {text}".Trim();
                break;
        }
        return at + 1;
    }

    /// <summary>From the first word of a declaration to where it ends or its members begin.</summary>
    private int Header(int start)
    {
        first = first < 0 ? start : first;
        var parameters = -1;
        var type = -1;
        var i = start;
        for (; i < source.Count; i = source.Close(i) > i && !source.Is(i, "{") ? source.Close(i) + 1 : i + 1)
        {
            var text = source.Tokens.TextOf(i);
            if (text is ";")
            {
                if (source.Is(start, "namespace")) fileNamespace = source.Joined(start + 1, i);
                return Forget(i + 1);
            }
            if (source.IsKind(i, SourceTokenKind.Directive) && type < 0 && parameters < 0) return Forget(i);
            if (text is "class" or "struct" or "interface" or "record" or "enum" && type < 0 && parameters < 0) type = i;
            if (text is "(" && parameters < 0 && source.IsWord(i - 1) | source.Is(i - 1, ">")) parameters = i;
            if (text is "}") return Forget(i + 1);
            if (text is "=" && type < 0) return Initialised(i);
            if (text is "=>" && type < 0) return parameters < 0 ? Initialised(i) : Method(parameters, End(i + 1));
            if (text is not "{") continue;
            if (source.Is(start, "namespace")) return Open(i, source.Joined(start + 1, i), isType: false);
            if (type >= 0) return source.Is(type, "enum") ? Forget(Behind(i)) : Open(i, TypeName(type), isType: true);
            if (parameters >= 0) return Method(parameters, Behind(i));
            if (source.IsWord(i - 1)) data.TryAdd(source.TextOf(i - 1), (i, Behind(i)));
            return Forget(Behind(i));
        }
        return Forget(source.Count);
    }

    private int Initialised(int sign)
    {
        var end = End(sign + 1);
        if (source.IsWord(sign - 1)) data.TryAdd(source.TextOf(sign - 1), (sign + 1, end));
        return Forget(end);
    }

    private string TypeName(int type)
    {
        var name = type + 1;
        while (source.IsWord(name + 1) && source.Tokens.TextOf(name) is "struct" or "class") name++;
        return source.IsWord(name) ? source.TextOf(name) : "";
    }

    private int Open(int brace, string name, bool isType)
    {
        var outer = scopes.Count > 0 ? scopes[^1] : new Scope(source.Count, fileNamespace, InType: false, Skipped: false);
        var separator = outer.Name.Length == 0 ? "" : outer.InType ? "+" : ".";
        var end = source.Close(brace) > brace ? source.Close(brace) : source.Count;
        scopes.Add(new Scope(end, outer.Name + separator + name, isType, outer.Skipped || attributes.Exists(attribute => attribute.Skips(source))));
        return Forget(brace + 1);
    }

    private int Method(int parameters, int end)
    {
        var name = parameters - 1;
        if (source.Is(name, ">"))
        {
            while (name > 0 && !source.Is(name, "<")) name--;
            name--;
        }
        var simple = source.IsWord(name) ? source.TextOf(name) : "";
        var scope = scopes.Count > 0 ? scopes[^1] : new Scope(source.Count, fileNamespace, InType: false, Skipped: false);
        var test = attributes.Exists(attribute => attribute.MarksTest);
        var shown = attributes.Where(attribute => !attribute.IsRow).Select(attribute => source.Joined(attribute.From, attribute.To));
        found.Add(new FoundTest(scope.Name.Length == 0 ? simple : $"{scope.Name}.{simple}", simple, first, end - 1, parameters, end)
        {
            Test = test,
            Skipped = test && (scope.Skipped || attributes.Exists(attribute => !attribute.IsRow && attribute.Skips(source))),
            Marks = string.Join(' ', shown),
            Condition = string.Join(" and ", conditions),
        });
        if (test) tables.Add((found.Count - 1, [.. attributes]));
        data.TryAdd(simple, (parameters, end));
        return Forget(end);
    }

    private int End(int from)
    {
        for (var i = from; i < source.Count; i = source.Close(i) > i ? source.Close(i) + 1 : i + 1)
        {
            if (source.Is(i, ";")) return i + 1;
            if (source.Is(i, "}")) return i;
        }
        return source.Count;
    }

    private int Behind(int brace) => source.Close(brace) > brace ? source.Close(brace) + 1 : source.Count;

    private int Forget(int next)
    {
        attributes.Clear();
        first = -1;
        return next;
    }

    private readonly record struct Scope(int End, string Name, bool InType, bool Skipped);
}
