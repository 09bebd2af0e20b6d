using System.Collections.Immutable;
using Assay.Core.Sources;

namespace Assay.Proof.Outlines;

/// <summary>Finds what the tests of a source assert, by themselves or through functions of the same source.</summary>
internal sealed class Assertions(SourceText source, List<FoundTest> found, IReadOnlySet<string> elsewhere)
{
    private readonly ILookup<string, FoundTest> functions = found.Where(one => !one.Test).ToLookup(one => one.Simple);

    public ImmutableArray<SourceTest> Of(string path)
    {
        var scanned = found.ToDictionary(one => one, Scan, (IEqualityComparer<FoundTest>)ReferenceEqualityComparer.Instance);
        var asserting = Asserting(scanned);
        var result = ImmutableArray.CreateBuilder<SourceTest>();
        foreach (var one in found)
        {
            var calls = scanned[one];
            var assertions = calls.Where(call => call.Asserts || asserting.Contains(call.Called) || elsewhere.Contains(call.Called)).ToList();
            if (!one.Test && assertions.Count == 0) continue;
            result.Add(Made(path, one, calls, assertions));
        }
        return result.ToImmutable();
    }

    private SourceTest Made(string path, FoundTest one, List<Call> calls, List<Call> assertions)
    {
        var texts = ImmutableArray.CreateBuilder<string>(assertions.Count);
        var behind = Behind(assertions);
        var trivial = ImmutableArray.CreateBuilder<bool>(assertions.Count);
        for (var i = 0; i < assertions.Count; i++)
        {
            var inner = new List<(int, int)>();
            for (var j = i + 1; j < behind[i]; j = behind[j]) inner.Add((assertions[j].First, assertions[j].Last));
            texts.Add(source.Joined(assertions[i].First, assertions[i].Last + 1, inner));
            trivial.Add(Constant.Is(source, assertions[i].First, assertions[i].Last, inner));
        }
        return new SourceTest(one.Name, path, source.Lines(one.First, one.Last), source.Joined(one.BodyFrom, one.BodyTo), texts.ToImmutable(), one.Cases, one.Skipped)
        {
            Empty = one.Test && !trivial.Contains(false),
            Trivial = trivial.ToImmutable(),
            Guards = [.. assertions.Select(call => call.Guard)],
            AssertionLines = [.. assertions.Select(call => source.Tokens.LineOf(call.First))],
            Marks = one.Marks,
            Condition = one.Condition,
            Only = one.Only,
            Helper = !one.Test,
            CallsElsewhere = [.. calls.Where(call => call.Called.Length > 0 && !functions.Contains(call.Called)).Select(call => call.Called).Distinct()],
        };
    }

    /// <summary>For each assertion the next that is not within it.</summary>
    private static int[] Behind(List<Call> assertions)
    {
        var behind = new int[assertions.Count];
        for (var i = assertions.Count - 1; i >= 0; i--)
        {
            var next = i + 1;
            while (next < assertions.Count && assertions[next].First <= assertions[i].Last) next = behind[next];
            behind[i] = next;
        }
        return behind;
    }

    private HashSet<string> Asserting(Dictionary<FoundTest, List<Call>> scanned)
    {
        var callers = new Dictionary<string, HashSet<string>>();
        var asserting = new HashSet<string>();
        var next = new Queue<string>();
        foreach (var helper in found.Where(one => !one.Test))
        {
            foreach (var call in scanned[helper])
            {
                if (call.Asserts || elsewhere.Contains(call.Called))
                {
                    if (asserting.Add(helper.Simple)) next.Enqueue(helper.Simple);
                }
                else if (functions.Contains(call.Called))
                {
                    if (!callers.TryGetValue(call.Called, out var known)) callers[call.Called] = known = [];
                    known.Add(helper.Simple);
                }
            }
        }
        while (next.TryDequeue(out var name))
        {
            foreach (var caller in callers.GetValueOrDefault(name) ?? [])
            {
                if (asserting.Add(caller)) next.Enqueue(caller);
            }
        }
        return asserting;
    }

    private List<Call> Scan(FoundTest one)
    {
        var result = new List<Call>();
        var python = source.Language == Language.Python;
        Func<int, string> guards = python ? new IndentGuards(source, one.BodyFrom, one.BodyTo).Before : new BraceGuards(source, one.BodyFrom, one.BodyTo).Before;
        for (var i = one.BodyFrom; i < one.BodyTo; i++)
        {
            if (python && source.Is(i, "assert") && Chains.IsStatement(source, i))
            {
                var end = i + 1;
                while (end < one.BodyTo && !source.IsKind(end, SourceTokenKind.LineEnd) && !source.Is(end, ";")) end++;
                result.Add(new Call(i, end - 1, Asserts: true, "", guards(i)));
                i = end - 1;
                continue;
            }
            if (Chains.At(source, i) is not { } chain || chain.Last >= one.BodyTo) continue;
            var asserts = AssertionNames.Asserts(source, chain) && !(chain.Links[0].Called && OwnWithoutAssertion(chain.Links[0].Name));
            var called = one.BodyTo == one.BodyFrom + 1 ? chain.Links[0].Name : CalledBy(chain);
            if (asserts || called.Length > 0) result.Add(new Call(i, chain.Last, asserts, called, asserts || functions.Contains(called) || elsewhere.Contains(called) ? Guarded(guards(i), chain) : ""));
        }
        return result;
    }

    /// <summary>A function of this source is judged by what it does, whatever its name promises; one that throws may assert.</summary>
    private bool OwnWithoutAssertion(string name)
    {
        if (!functions.Contains(name)) return false;
        foreach (var function in functions[name])
        {
            for (var i = function.BodyFrom; i < Math.Min(function.BodyTo, function.BodyFrom + 2_000); i++)
            {
                if (source.IsWord(i) && source.Tokens.TextOf(i) is "throw" or "raise") return false;
            }
        }
        return true;
    }

    /// <summary>An assertion on a promise or task that nobody waits for fails no test.</summary>
    private string Guarded(string guard, Chain chain)
    {
        var waits = source.Language == Language.CSharp
            ? chain.Links.Exists(link => link.Called && link.Name.EndsWith("Async", StringComparison.Ordinal))
            : source.Language != Language.Python && chain.Links.Exists(link => link.Name is "resolves" or "rejects" or "eventually");
        var unwatched = waits && !source.Is(chain.First - 1, "await") && Chains.IsStatement(source, chain.First) && !source.Is(chain.First - 1, "=>");
        return unwatched ? $"{guard} no await".Trim() : guard;
    }

    /// <summary>The function that a chain calls where it may be one of tests: called by itself, or on <c>this</c>, <c>self</c>, a class.</summary>
    private static string CalledBy(Chain chain) =>
        chain.Links[0].Called ? chain.Links[0].Name
        : chain.Links.Count > 1 && chain.Links[1].Called ? chain.Links[1].Name
        : "";

    private sealed record Call(int First, int Last, bool Asserts, string Called, string Guard);
}
