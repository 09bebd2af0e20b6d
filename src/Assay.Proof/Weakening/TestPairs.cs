using Assay.Proof.Outlines;

namespace Assay.Proof.Weakening;

/// <summary>Which test at head is which at base: by name, by name in another file, by body.</summary>
internal sealed class TestPairs
{
    private const double Alike = 0.8;
    private const int MostComparisons = 20_000;

    private readonly List<SourceTest> before;
    private readonly List<SourceTest> after;

    /// <param name="newPath">Path at head of a file at base.</param>
    public TestPairs(IEnumerable<SourceTest> before, IEnumerable<SourceTest> after, Func<string, string> newPath)
    {
        this.before = [.. before];
        this.after = [.. after];
        By(test => (newPath(test.File), test.Name, test.Helper, test.Condition), test => (test.File, test.Name, test.Helper, test.Condition));
        By(test => (newPath(test.File), test.Name, test.Helper, ""), test => (test.File, test.Name, test.Helper, ""));
        By(test => ("", test.Name, test.Helper, test.Body), test => ("", test.Name, test.Helper, test.Body));
        By(test => ("", test.Name, test.Helper, ""), test => ("", test.Name, test.Helper, ""));
        By(Identical, Identical);
        ByLikeness();
    }

    public List<(SourceTest Before, SourceTest After)> Pairs { get; } = [];

    public IReadOnlyList<SourceTest> Gone => before;

    public IReadOnlyList<SourceTest> New => after;

    /// <summary>The same last name and the same body: its class, namespace or suite has another name.</summary>
    private static (string, string, bool, string) Identical(SourceTest test) => ("", Last(test.Name), test.Helper, test.Body);

    private static string Last(string name) =>
        name.LastIndexOf(" > ", StringComparison.Ordinal) is >= 0 and var title ? name[(title + 3)..] : name[(name.LastIndexOf('.') + 1)..];

    private void By(Func<SourceTest, (string, string, bool, string)> old, Func<SourceTest, (string, string, bool, string)> now)
    {
        var waiting = after.GroupBy(now).ToDictionary(group => group.Key, group => new Queue<SourceTest>(group));
        var taken = new HashSet<SourceTest>(ReferenceEqualityComparer.Instance);
        before.RemoveAll(test =>
        {
            if (!waiting.TryGetValue(old(test), out var queue) || !queue.TryDequeue(out var found)) return false;
            Pairs.Add((test, found));
            return taken.Add(found);
        });
        after.RemoveAll(taken.Contains);
    }

    /// <summary>Only where no other test is as much alike; tests of one body in several copies are taken in their order where both sides have as many.</summary>
    private void ByLikeness()
    {
        foreach (var group in before.GroupBy(test => (test.Body, test.Helper)).ToList())
        {
            var same = after.Where(test => test.Helper == group.Key.Helper && test.Body == group.Key.Body).ToList();
            if (same.Count != group.Count() || group.Key.Body.Length < 12) continue;
            foreach (var (old, now) in group.Zip(same)) Pair(old, now);
        }
        if ((long)before.Count * after.Count > MostComparisons) return;
        var scores = (from old in before
                      from now in after
                      where old.Helper == now.Helper && !old.Empty
                      let score = Likeness.Of(old.Body, now.Body)
                      where score >= Alike
                      orderby score descending
                      select (old, now, score)).ToList();
        foreach (var (old, now, score) in scores)
        {
            if (!before.Contains(old) || !after.Contains(now)) continue;
            var rivals = scores.Count(other => other.score == score && ((other.old == old) != (other.now == now)) && before.Contains(other.old) && after.Contains(other.now));
            if (rivals == 0) Pair(old, now);
        }
    }

    private void Pair(SourceTest old, SourceTest now)
    {
        Pairs.Add((old, now));
        before.Remove(old);
        after.Remove(now);
    }
}
