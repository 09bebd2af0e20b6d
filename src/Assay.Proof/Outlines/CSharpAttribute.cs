namespace Assay.Proof.Outlines;

/// <summary>One attribute of a section, without its brackets.</summary>
internal sealed class CSharpAttribute
{
    private readonly int open = -1;

    public CSharpAttribute(SourceText source, int from, int to)
    {
        if (source.IsWord(from) && source.Is(from + 1, ":")) from += 2;
        (From, To) = (from, to);
        for (var i = from; i < to && !source.Is(i, "<"); i++)
        {
            if (source.Is(i, "(")) break;
            if (source.IsWord(i)) Name = source.TextOf(i);
        }
        for (var i = from; i < to && open < 0; i++)
        {
            if (source.Is(i, "(")) open = i;
        }
        if (Name.Length > "Attribute".Length && Name.EndsWith("Attribute", StringComparison.Ordinal)) Name = Name[..^"Attribute".Length];
    }

    public int From { get; }

    public int To { get; }

    public string Name { get; } = "";

    /// <summary>It gives a row of a table, and runs the test with it.</summary>
    public bool IsRow => Name is "InlineData" or "DataRow" or "TestCase" or "Arguments" or "InlineAutoData";

    public bool MarksTest =>
        Name is "Test" or "TestMethod" or "DataTestMethod" or "TestCaseSource" or "Property" or "Combinatorial" or "Pairwise" or "Sequential" or "TestCase"
        || Name.EndsWith("Fact", StringComparison.Ordinal) || Name.EndsWith("Theory", StringComparison.Ordinal) || Name.EndsWith("TestMethod", StringComparison.Ordinal);

    public bool Skips(SourceText source)
    {
        if (Name is "Ignore" or "Explicit" or "Skip") return true;
        if (open < 0) return false;
        foreach (var (from, to) in source.Parts(open))
        {
            if (!source.Is(from + 1, "=") || !source.IsWord(from)) continue;
            var name = source.Tokens.TextOf(from);
            if (name is "Skip" or "Ignore" or "IgnoreReason" or "IgnoreMessage" or "SkipWhen" or "SkipUnless" or "SkipType" && !source.Is(from + 2, "null")) return true;
            if (name is "Explicit" && !source.Is(from + 2, "false")) return true;
        }
        return false;
    }

    /// <summary>The rows that it gives, or that the member it names gives; none for a row that does not run.</summary>
    /// <param name="data">Ranges of tokens that members' values are computed in.</param>
    public IEnumerable<string> Rows(SourceText source, Dictionary<string, (int From, int To)> data)
    {
        if (IsRow) return Skips(source) ? [] : [open < 0 ? "" : source.Joined(open + 1, source.Close(open) < 0 ? To : source.Close(open))];
        if (Name is not ("MemberData" or "TestCaseSource" or "DynamicData" or "MethodDataSource" or "ClassData" or "ValueSource") || open < 0) return [];
        var named = source.Parts(open).SelectMany(part => Words(source, part.From, part.To)).FirstOrDefault(data.ContainsKey);
        return named is null ? [] : RowsOf(source, data[named]);
    }

    private static IEnumerable<string> Words(SourceText source, int from, int to)
    {
        for (var i = to - 1; i >= from; i--)
        {
            var text = source.TextOf(i).Trim('"');
            if (text.Length > 0 && (char.IsLetter(text[0]) || text[0] == '_')) yield return text;
        }
    }

    private static IEnumerable<string> RowsOf(SourceText source, (int From, int To) range)
    {
        var yielded = new List<string>();
        for (var i = range.From; i < range.To; i++)
        {
            if (source.Is(i, "yield") && source.Is(i + 1, "return")) yielded.Add(source.Joined(i + 2, source.Find(i + 2, range.To, ";")));
            else if (source.Is(i, "Add") && source.Is(i - 1, ".") && source.Close(i + 1) > i) yielded.Add(source.Joined(i + 2, source.Close(i + 1)));
        }
        if (yielded.Count > 0) return yielded;
        for (var i = range.From; i < range.To; i++)
        {
            if (!source.Is(i, "{") && !source.Is(i, "[")) continue;
            if (source.Close(i) < 0) return [];
            if (source.Close(i) == i + 1 && (source.Is(i + 2, "{") || source.Is(i + 2, "["))) continue;
            if (source.Is(i + 1, "get") || source.Is(i + 1, "return")) continue;
            return source.Parts(i).Select(part => source.Joined(part.From, part.To));
        }
        return [];
    }
}
