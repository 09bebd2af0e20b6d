using Assay.Core.Sources;

namespace Assay.Proof.Outlines;

/// <summary>Which chains assert, by the names that test frameworks and their users give.</summary>
internal static class AssertionNames
{
    /// <summary>They hold other assertions, or end a test without asserting.</summary>
    private static readonly HashSet<string> NoAssertion =
        ["Multiple", "EnterMultipleScope", "Pass", "Inconclusive", "Ignore", "Skip", "SkipUnless", "SkipWhen", "Warn", "Warning", "AssertionScope", "AssertMultiple", "assertAll"];

    private static readonly HashSet<string> Modifiers =
        ["not", "to", "be", "been", "is", "that", "which", "and", "has", "have", "with", "at", "of", "same", "but", "does", "still", "also", "resolves", "rejects", "eventually", "deep", "soft", "poll", "element"];

    private static readonly HashSet<string> OfContext =
        ["is", "not", "deepEqual", "notDeepEqual", "like", "truthy", "falsy", "true", "false", "regex", "notRegex", "throws", "throwsAsync", "notThrows", "notThrowsAsync", "snapshot",
            "assert", "pass", "fail", "equal", "equals", "notEqual", "same", "notSame", "strictSame", "ok", "notOk", "match", "rejects", "resolves", "strictEqual", "deepStrictEqual", "doesNotThrow", "error", "plan"];

    public static bool Asserts(SourceText source, Chain chain)
    {
        var links = chain.Links;
        if (!links.Exists(link => link.Called) && !links.Exists(link => link.Name == "should") && links[0].Name is not "expect") return false;
        var statement = Chains.IsStatement(source, chain.First);
        return source.Language switch
        {
            Language.Python => InPython(links, statement),
            Language.CSharp => InCSharp(links, statement),
            _ => InScripts(links, statement),
        };
    }

    /// <summary>It fails wherever it is reached.</summary>
    public static bool Fails(string name) => name is "Fail" or "fail" or "unreachable" or "FailNow";

    private static bool InCSharp(List<Link> links, bool statement)
    {
        for (var i = 0; i < links.Count; i++)
        {
            var (name, called) = (links[i].Name, links[i].Called);
            if (!called || NoAssertion.Contains(name)) continue;
            var after = i > 0 ? links[i - 1].Name : "";
            if (after.Length > 0 && (after.EndsWith("Assert", StringComparison.Ordinal) || after.StartsWith("Assert", StringComparison.Ordinal) || after == "Verifier")) return true;
            if (Starts(name, "Assert")) return true;
            if (name == "Should" ? Continues(links, i) : Starts(name, "Should")) return true;
            if (name is "Received" or "ReceivedWithAnyArgs" or "DidNotReceive" or "DidNotReceiveWithAnyArgs" && Continues(links, i)) return true;
            if (Starts(name, "MustHaveHappened") || Starts(name, "MustNotHaveHappened")) return true;
            if (statement && (Starts(name, "Verify") || Starts(name, "Check") || Starts(name, "Expect"))) return true;
        }
        return false;
    }

    private static bool InScripts(List<Link> links, bool statement)
    {
        var first = links[0];
        if (first is { Name: "expect", Called: false } && links.Count > 1 && links[1].Name is not ("soft" or "poll" or "element" or "assertions" or "hasAssertions" or "fail" or "unreachable")) return false;
        if (first.Name is "expect" or "expectTypeOf" or "assertType" or "should" && (first.Called || links.Count > 1))
            return first.Name == "assertType" || links.Skip(1).Any(link => link.Name.Length > 0 && !Modifiers.Contains(link.Name));
        for (var i = 0; i < links.Count; i++)
        {
            var name = links[i].Name;
            if (name is "assert" && (links[i].Called || (i + 1 < links.Count && links[i + 1].Called && !NoAssertion.Contains(links[i + 1].Name)))) return true;
            if (name is "should" && i > 0 && (Continues(links, i) || links[i].Called || i + 2 < links.Count)) return true;
            if (links[i].Called && (i == 0 || statement) && (Starts(name, "assert") || Starts(name, "expect"))) return true;
            if (links[i].Called && statement && (Starts(name, "verify") || Starts(name, "check")) && i <= 1) return true;
        }
        return first.Name is "t" or "tap" && links.Count > 1 && links[1].Called && OfContext.Contains(links[1].Name);
    }

    private static bool InPython(List<Link> links, bool statement)
    {
        for (var i = 0; i < links.Count; i++)
        {
            var (name, called) = (links[i].Name, links[i].Called);
            if (!called) continue;
            if (name.StartsWith("assert", StringComparison.Ordinal) && !NoAssertion.Contains(name)) return true;
            if (i > 0 && links[i - 1].Name == "pytest" && name is "raises" or "warns" or "fail" or "deprecated_call") return true;
            if (name is "raises" && i == 0) return true;
            if (i == 1 && links[0].Name == "self" && name is "fail") return true;
            if (statement && i <= 1 && (Starts(name, "verify") || Starts(name, "check") || Starts(name, "expect"))) return true;
        }
        return false;
    }

    private static bool Continues(List<Link> links, int at) => links.Skip(at + 1).Any(link => link.Called);

    /// <summary>The word alone or followed by another: <c>Checks</c> does not begin with <c>Check</c>, <c>CheckAll</c> does.</summary>
    private static bool Starts(string name, string word)
    {
        name = name.TrimStart('_');
        return name.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (name.Length == word.Length || !char.IsLower(name[word.Length]));
    }
}
