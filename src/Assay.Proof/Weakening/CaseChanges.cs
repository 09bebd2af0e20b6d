using System.Collections.Immutable;
using Assay.Core.Sources;
using Assay.Proof.Outlines;

namespace Assay.Proof.Weakening;

/// <summary>What became of the cases that ran at base.</summary>
internal sealed class CaseChanges(TestPairs pairs, ImmutableArray<SourceTest> before, ImmutableArray<SourceTest> after, ImmutableArray<string> atBase, ImmutableArray<string> atHead)
{
    private readonly RanCases ranBefore = new(atBase);
    private readonly RanCases ranAfter = new(atHead);
    private readonly HashSet<string> explained = [];
    private readonly HashSet<string> known = [];

    /// <summary>Names and ids at base and what they are at head.</summary>
    public ImmutableDictionary<string, string> Renamed()
    {
        var result = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (old, now) in pairs.Pairs.Where(pair => !pair.After.Helper))
        {
            var other = old.Name != now.Name;
            if (other) result[old.Name] = now.Name;
            var (ids, newIds) = (Before(old), After(now));
            foreach (var (id, newId) in ByRow(old, now, ids, newIds) ?? (other ? InOrder(ids, newIds) : []))
            {
                if (id != newId) result[id] = newId;
            }
        }
        return result.ToImmutable();
    }

    /// <summary>Cases of tests that are still there, more than the rows that are known to be gone account for.</summary>
    /// <param name="dropped">How many rows of a test at head are known to be gone.</param>
    public IEnumerable<(SourceTest Before, SourceTest After, string Id)> Lost(Dictionary<SourceTest, int> dropped)
    {
        if (atBase.IsEmpty || atHead.IsEmpty) yield break;
        foreach (var (old, now) in pairs.Pairs.Where(pair => !pair.After.Helper))
        {
            var (ids, newIds) = (Before(old), After(now));
            explained.UnionWith(ids);
            known.UnionWith(newIds);
            if (newIds.IsEmpty || now.Skipped) continue;
            var excess = ids.Length - newIds.Length - dropped.GetValueOrDefault(now);
            foreach (var id in ids.Except(newIds).TakeLast(Math.Max(0, excess))) yield return (old, now, id);
        }
        foreach (var gone in pairs.Gone) explained.UnionWith(Before(gone));
        foreach (var added in pairs.New) known.UnionWith(After(added));
    }

    /// <summary>Cases that no source of the change explains, after <see cref="Lost"/>; as many of a class or suite as it has fewer of now.</summary>
    public IEnumerable<(string Id, bool Whole)> Unexplained()
    {
        if (atBase.IsEmpty || atHead.IsEmpty) yield break;
        var head = atHead.ToHashSet();
        var old = atBase.ToHashSet();
        var fresh = atHead.Where(id => !old.Contains(id) && !known.Contains(id)).Distinct().GroupBy(Group).ToDictionary(group => group.Key, group => group.Count());
        var stems = atHead.Select(Stem).ToHashSet();
        foreach (var group in atBase.Where(id => !head.Contains(id) && !explained.Contains(id)).Distinct().GroupBy(Group))
        {
            foreach (var id in group.Skip(fresh.GetValueOrDefault(group.Key))) yield return (id, !stems.Contains(Stem(id)));
        }
    }

    /// <summary>By the text of rows, of which one may have gained values; null where not as many ran as there are.</summary>
    private static IEnumerable<(string, string)>? ByRow(SourceTest old, SourceTest now, ImmutableArray<string> ids, ImmutableArray<string> newIds)
    {
        if (ids.IsEmpty || ids.Length != old.Cases.Length || newIds.Length != now.Cases.Length) return null;
        var free = now.Cases.Zip(newIds).ToList();
        var found = new List<(string, string)>();
        var changed = new List<(string Row, string Id)>();
        foreach (var (row, id) in old.Cases.Zip(ids))
        {
            if (free.FindIndex(other => other.First == row) is >= 0 and var at) Take(id, at);
            else changed.Add((row, id));
        }
        var wider = new WiderRows(Languages.OfPath(now.File) ?? Language.CSharp);
        foreach (var (row, id) in changed)
        {
            if (wider.Find(row, free.ConvertAll(other => other.First)) is >= 0 and var at) Take(id, at);
        }
        return found;

        void Take(string id, int at)
        {
            found.Add((id, free[at].Second));
            free.RemoveAt(at);
        }
    }

    /// <summary>The k-th is the k-th where as many ran at both sides.</summary>
    private static IEnumerable<(string, string)> InOrder(ImmutableArray<string> ids, ImmutableArray<string> newIds) => ids.Length == newIds.Length ? ids.Zip(newIds) : [];

    private ImmutableArray<string> Before(SourceTest test) => ranBefore.Of(test.Name, Others(before, test));

    private ImmutableArray<string> After(SourceTest test) => ranAfter.Of(test.Name, Others(after, test));

    private static HashSet<string> Others(ImmutableArray<SourceTest> tests, SourceTest test) =>
        test.Name.Contains('$') || test.Name.Contains('%') ? [.. tests.Where(other => !other.Helper && other.Name != test.Name).Select(other => other.Name)] : [];

    private static string Stem(string id) => id.IndexOfAny(['(', '[', '{']) is > 0 and var open && !id.Contains(" > ", StringComparison.Ordinal) ? id[..open] : id;

    private static string Group(string id) => id.LastIndexOf(" > ", StringComparison.Ordinal) is > 0 and var title ? id[..title] : Stem(id);
}
