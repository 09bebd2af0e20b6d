using Assay.Core.Proofs;
using Assay.Core.Sources;
using Assay.Proof.Outlines;

namespace Assay.Proof.Weakening;

/// <summary>A weakness of one test, and where it stands at head.</summary>
internal sealed record FoundWeakness(Weakness Weakness, string What, int Line, params string[] Diff);

/// <summary>What a change does to the assertions of one test.</summary>
internal static class AssertionChanges
{
    /// <param name="elsewhere">Assertions of functions at head that were not there at base: what moved into them is not lost.</param>
    public static IEnumerable<FoundWeakness> Of(Language language, SourceTest before, SourceTest after, IReadOnlySet<string> elsewhere)
    {
        var left = Meaningful(after);
        var gone = new List<Assertion>();
        foreach (var was in Meaningful(before))
        {
            var same = left.FindIndex(now => now.Text == was.Text && now.Guard == was.Guard);
            if (same < 0) same = left.FindIndex(now => now.Text == was.Text);
            if (same < 0)
            {
                gone.Add(was);
                continue;
            }
            if (Guarded(was, left[same]) is { } guarded) yield return guarded;
            left.RemoveAt(same);
        }
        var unmatched = new List<Assertion>();
        var shapes = left.ConvertAll(now => (Assertion: now, Shape: AssertionShape.Of(language, now.Text)));
        foreach (var was in gone)
        {
            var shape = AssertionShape.Of(language, was.Text);
            var best = shapes.Count > 500 ? -1 : Best(shape, was, shapes);
            if (best < 0)
            {
                unmatched.Add(was);
                continue;
            }
            var (now, rewritten) = shapes[best];
            shapes.RemoveAt(best);
            if (AssertionDifference.Of(shape, rewritten) is { } difference) yield return new FoundWeakness(difference.Weakness, difference.What, now.Line, $"-{was.Text}", $"+{now.Text}");
            if (Guarded(was, now) is { } guarded) yield return guarded;
        }
        foreach (var was in unmatched)
        {
            if (elsewhere.Contains(was.Text) || after.Assertions.Any(now => now.Contains(was.Text, StringComparison.Ordinal))) continue;
            if (shapes.Count > 0)
            {
                yield return new FoundWeakness(Weakness.ExpectationChanged, "asserts something else than before", shapes[0].Assertion.Line, $"-{was.Text}", $"+{shapes[0].Assertion.Text}");
                shapes.RemoveAt(0);
            }
            else yield return new FoundWeakness(Weakness.AssertionRemoved, "an assertion is gone", after.Lines.First, $"-{was.Text}");
        }
    }

    private static List<Assertion> Meaningful(SourceTest test)
    {
        var result = new List<Assertion>(test.Assertions.Length);
        for (var i = 0; i < test.Assertions.Length; i++)
        {
            if (!test.Trivial[i]) result.Add(new Assertion(test.Assertions[i], test.Guards[i], test.AssertionLines[i]));
        }
        return result;
    }

    private static FoundWeakness? Guarded(Assertion was, Assertion now) =>
        now.Guard.Length == 0 || now.Guard == was.Guard ? null
        : new FoundWeakness(Weakness.AssertionLoosened, $"an assertion may not run or not fail any more: {now.Guard}", now.Line, $"-{was.Text}", $"+{now.Guard}: {now.Text}");

    /// <summary>The assertion that took its place: of the same value, or by the same comparison with the same expectation, or much alike.</summary>
    private static int Best(AssertionShape shape, Assertion was, List<(Assertion Assertion, AssertionShape Shape)> candidates)
    {
        var best = (Index: -1, Score: 0.0);
        for (var i = 0; i < candidates.Count; i++)
        {
            var other = candidates[i].Shape;
            var sameSubject = shape.Subject.Length > 0 && (shape.Subject == other.Subject || shape.Expected.Contains(other.Subject) || other.Subject.StartsWith($"{shape.Subject} ", StringComparison.Ordinal));
            var sameMethod = AssertionRank.AreSame(shape.Method, other.Method);
            var score = (sameSubject ? 2 : 0) + (sameMethod ? 0.6 : 0) + (shape.Expected.SequenceEqual(other.Expected) && !shape.Expected.IsEmpty ? 0.5 : 0) + Likeness.Of(was.Text, candidates[i].Assertion.Text);
            if (score > best.Score && score >= 1.3) best = (i, score);
        }
        return best.Index;
    }

    private sealed record Assertion(string Text, string Guard, int Line);
}
