using System.Collections.Immutable;
using Assay.Core.Sources;
using Assay.Proof.Outlines;

namespace Assay.Proof.Weakening;

/// <summary>An assertion taken apart: how it compares, what, and with what.</summary>
/// <param name="Method">Name of the comparison, e.g. <c>Equal</c>, <c>not.toBe</c>, <c>==</c>.</param>
/// <param name="Subject">The value that is looked at.</param>
/// <param name="Expected">What it is compared with, and further arguments.</param>
/// <param name="Type">Type arguments.</param>
internal sealed record AssertionShape(string Method, string Subject, ImmutableArray<string> Expected, string Type)
{
    private static readonly string[] Comparisons = ["==", "!=", "<=", ">=", "<", ">", "in", "is", "not"];

    /// <param name="text">As <see cref="SourceTest.Assertions"/> holds it.</param>
    public static AssertionShape Of(Language language, string text)
    {
        var source = new SourceText(language, text);
        if (language == Language.Python && source.Is(0, "assert")) return OfStatement(source);
        if (Chains.At(source, 0) is not { } chain) return new AssertionShape(text, "", [], "");
        var links = chain.Links;
        var should = links.FindIndex(link => link.Name is "Should" or "should");
        if (should > 0 || (should == 0 && links.Count > 1)) return new AssertionShape(Names(links, should + 1), source.Joined(0, Math.Max(1, links[Math.Max(0, should - 1)].End + 1)), Arguments(source, links, should + 1), TypeOf(source, chain));
        if (links[0].Name.StartsWith("expect", StringComparison.Ordinal) && links[0].Called && links.Count > 1)
            return new AssertionShape(Names(links, 1), string.Join(", ", Parts(source, links[0])), Arguments(source, links, 1), TypeOf(source, chain));
        var called = links.FindLastIndex(link => link.Called);
        if (called < 0) return new AssertionShape(text, "", [], "");
        var method = links[called].Name;
        var parts = Parts(source, links[called]);
        if (parts.IsEmpty) return new AssertionShape(method, "", [], TypeOf(source, chain));
        if (method == "That" && parts.Length > 1) return new AssertionShape($"That {Constraint(source, links[called])}", parts[0], parts[1..], "");
        var expectedFirst = language == Language.CSharp && parts.Length > 1 && AssertionRank.ExpectedFirst(method);
        return expectedFirst ? new AssertionShape(method, parts[1], [parts[0], .. parts[2..]], TypeOf(source, chain)) : new AssertionShape(method, parts[0], parts[1..], TypeOf(source, chain));
    }

    private static AssertionShape OfStatement(SourceText source)
    {
        var end = source.Find(1, source.Count, ",");
        var at = 1;
        while (at < end && !Array.Exists(Comparisons, word => at > 1 && source.Is(at, word))) at = source.Close(at) > at ? source.Close(at) + 1 : at + 1;
        if (at >= end) return new AssertionShape("assert", source.Joined(1, end), [], "");
        var method = source.TextOf(at);
        var value = at + 1;
        if ((source.Is(at, "is") && source.Is(value, "not")) || (source.Is(at, "not") && source.Is(value, "in"))) method = $"{method} {source.TextOf(value++)}";
        if (method is "in" or "not in") return new AssertionShape(method, source.Joined(value, end), [source.Joined(1, at)], "");
        return new AssertionShape(method, source.Joined(1, at), [source.Joined(value, end)], "");
    }

    private static string Names(List<Link> links, int from) => string.Join('.', links.Skip(from).Select(link => link.Name).Where(name => name is not ("" or "to" or "be" or "And" or "which" or "Which")));

    private static ImmutableArray<string> Arguments(SourceText source, List<Link> links, int from) => [.. links.Skip(from).Where(link => link.Called).SelectMany(link => Parts(source, link))];

    private static ImmutableArray<string> Parts(SourceText source, Link link) => [.. source.Parts(link.Open).Select(part => source.Joined(part.From, part.To))];

    private static string Constraint(SourceText source, Link link)
    {
        var (from, to) = source.Parts(link.Open)[1];
        var names = new List<string>();
        for (var i = from; i < to; i = source.Close(i) > i ? source.Close(i) + 1 : i + 1)
        {
            if (source.IsWord(i)) names.Add(source.TextOf(i));
        }
        return string.Join('.', names);
    }

    private static string TypeOf(SourceText source, Chain chain)
    {
        var open = source.Find(chain.First, chain.Last, "<");
        var end = source.Find(open, chain.Last, ">");
        return open < end && end < chain.Last ? source.Joined(open + 1, end) : "";
    }
}
