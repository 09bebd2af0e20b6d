using Assay.Core.Sources;

namespace Assay.Proof.Outlines;

/// <summary>Assertions that hold whatever the code does.</summary>
internal static class Constant
{
    private static readonly HashSet<string> Literals =
    [
        "true", "false", "null", "undefined", "None", "True", "False", "typeof", "nameof", "new", "Is", "Has", "Does", "Not", "EqualTo", "SameAs", "Empty", "and", "or", "not", "is", "in",
        "as", "const", "string", "int", "bool", "object", "NaN", "Infinity", "async", "await", "return", "lambda",
    ];

    /// <param name="inner">Assertions within it, which are asked about by themselves.</param>
    public static bool Is(SourceText source, int first, int last, List<(int First, int Last)> inner)
    {
        if (source.Is(first, "assert") && source.Language == Language.Python && !source.Is(first + 1, "(")) return Values(source, first + 1, last + 1) || Same(source, first + 1, last + 1);
        if (source.Is(first, "assert") && source.Language == Language.Python && source.Close(first + 1) == last)
            return source.Parts(first + 1).Length > 1 || Values(source, first + 1, last + 1) || Same(source, first + 2, last);
        if (Chains.At(source, first) is not { } chain) return false;
        if (chain.Links.Exists(link => AssertionNames.Fails(link.Name))) return false;
        if (chain.Links is [{ Name: "expect" }, { Name: "assertions" or "hasAssertions" }] or [{ Name: "t" }, { Name: "plan" or "pass" }]) return true;
        var root = chain.Links[0];
        if (root.Name is "" && !Values(source, first, root.End + 1)) return false;
        var calls = chain.Links.Where(link => link.Called).ToList();
        if (calls.Count == 0) return false;
        if (inner.Count > 0) return true;
        // What begins with another name looks at a value or decides itself what it asserts.
        if (root.Name.Length > 0 && !IsFramework(chain) && !Literals.Contains(root.Name)) return false;
        if (calls.TrueForAll(call => Values(source, call.Open + 1, call.End))) return true;
        var arguments = calls.SelectMany(call => source.Parts(call.Open)).Select(part => source.Joined(part.From, part.To)).ToList();
        return arguments is [var one, var other] && one == other && calls[^1].Name is "Equal" or "AreEqual" or "toBe" or "toEqual" or "toStrictEqual" or "equal" or "strictEqual" or "deepEqual" or "deepStrictEqual"
            or "assertEqual" or "Same" or "AreSame" or "StrictEqual" or "Equivalent" or "is" or "eq" or "eql" or "EqualTo";
    }

    private static bool IsFramework(Chain chain) => chain.Links[0].Name is "Assert" or "expect" or "assert" or "t" or "self" or "ClassicAssert" or "Xunit" or "NUnit" or "pytest" or "";

    private static bool Same(SourceText source, int from, int to)
    {
        var equals = source.Find(from, to, "==", "is");
        var end = source.Find(from, to, ",");
        return equals < end && source.Joined(from, equals) == source.Joined(equals + 1, end);
    }

    /// <summary>Nothing but literals, and functions of literals.</summary>
    private static bool Values(SourceText source, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (source.IsKind(i, SourceTokenKind.Unknown)) return false;
            if (source.IsWord(i) && !Literals.Contains(source.TextOf(i)) && !(source.Is(i + 1, ":") && source.Language != Language.Python)) return false;
        }
        return true;
    }
}
