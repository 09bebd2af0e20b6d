using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Core.Proofs;
using Assay.Core.Sources;
using Assay.Proof.Outlines;

namespace Assay.Proof.Weakening;

/// <summary>Compares the tests of the change's files at base with those at head.</summary>
internal sealed partial class TestComparison(
    string component, ImmutableArray<ChangedFile> files, IFileTree baseTree, IFileTree headTree, ImmutableArray<string> atBase, ImmutableArray<string> atHead)
{
    private readonly ImmutableArray<WeakenedTest>.Builder weakened = ImmutableArray.CreateBuilder<WeakenedTest>();
    private readonly TestSources before = new(baseTree, files.Where(file => file.Kind != ChangeKind.Added).Select(file => file.OldPath ?? file.Path));
    private readonly TestSources after = new(headTree, files.Where(file => file.Kind != ChangeKind.Deleted).Select(file => file.Path));
    private readonly Dictionary<SourceTest, int> dropped = new(ReferenceEqualityComparer.Instance);

    public TestChanges Run()
    {
        var paths = files.Where(file => file.OldPath is not null).ToDictionary(file => file.OldPath!, file => file.Path);
        var pairs = new TestPairs(before.Tests, after.Tests, path => paths.GetValueOrDefault(path, path));
        foreach (var gone in pairs.Gone) Gone(gone);
        var elsewhere = pairs.New.Where(test => test.Helper).SelectMany(test => test.Assertions).ToHashSet();
        foreach (var (old, now) in pairs.Pairs) Compare(old, now, pairs, elsewhere);
        foreach (var only in pairs.New.Where(test => test.Only)) Add(only, new FoundWeakness(Weakness.Excluded, "it keeps all other tests from running", only.Lines.First, $"+{only.Marks}"));
        foreach (var file in files)
        {
            foreach (var found in Exclusions.Of(file).Concat(Exclusions.OfData(file))) Add(file.Path, file.Path, found);
        }
        var cases = new CaseChanges(pairs, before.Tests, after.Tests, atBase, atHead);
        foreach (var (old, now, id) in cases.Lost(dropped)) Add(now, new FoundWeakness(Weakness.CaseDropped, $"a case that ran before does not run any more: {id}", now.Lines.First, $"-{id}"), old.Name);
        foreach (var (id, whole) in cases.Unexplained())
            Add(id, "", new FoundWeakness(whole ? Weakness.Deleted : Weakness.CaseDropped, "it ran before and does not run any more", 1, $"-{id}"));
        var results = weakened.Distinct().ToList();
        var changedHelpers = pairs.Pairs.Where(pair => pair.After.Helper && pair.Before.Body != pair.After.Body).Select(pair => $"{Simple(pair.After.Name)}(").ToList();
        return new TestChanges(
            [.. results.Where(one => one.Weakness != Weakness.ExpectationChanged)],
            cases.Renamed(),
            [.. pairs.Pairs.Where(pair => !pair.After.Helper && (Differs(pair.Before, pair.After) || changedHelpers.Exists(helper => pair.After.Body.Contains(helper, StringComparison.Ordinal)))).Select(pair => pair.After.Name)],
            [.. after.Tests.Where(test => test.Empty).Select(test => test.Name)])
        { Expectations = [.. results.Where(one => one.Weakness == Weakness.ExpectationChanged)] };
    }

    private void Gone(SourceTest test)
    {
        if (test.Helper)
        {
            var call = $"{Simple(test.Name)}(";
            if (after.Tests.Any(other => other.Body.Contains(call, StringComparison.Ordinal)))
                Add(test, new FoundWeakness(Weakness.Emptied, "a function that tests call asserts nothing any more", test.Lines.First, [.. before.Lines(test.File, test.Lines, '-')]));
        }
        else if (!test.Empty && !test.Skipped) Add(test, new FoundWeakness(Weakness.Deleted, "it is gone", test.Lines.First, [.. before.Lines(test.File, test.Lines, '-')]));
    }

    private void Compare(SourceTest old, SourceTest now, TestPairs pairs, HashSet<string> elsewhere)
    {
        if (now.Condition != old.Condition && now.Condition.Length > 0 && !old.Skipped)
            Add(now, new FoundWeakness(Weakness.Deleted, $"it is there only under a condition: {now.Condition}", now.Lines.First, $"+{now.Condition}"));
        if (now.Only && !old.Only) Add(now, new FoundWeakness(Weakness.Excluded, "it keeps all other tests from running", now.Lines.First, $"-{old.Marks}", $"+{now.Marks}"));
        if (now.Skipped && !old.Skipped) Add(now, new FoundWeakness(Weakness.Skipped, "it is skipped now", now.Lines.First, $"-{old.Marks}", $"+{now.Marks}"));
        if (now.Empty && !old.Empty) Add(now, new FoundWeakness(Weakness.Emptied, "it asserts nothing any more", now.Lines.First, [.. old.Assertions.Select(text => $"-{text}"), .. now.Assertions.Select(text => $"+{text}")]));
        else if (!SameAssertions(old, now))
        {
            foreach (var found in AssertionChanges.Of(LanguageOf(now), old, now, elsewhere)) Add(now, found);
        }
        var language = LanguageOf(now);
        var ran = old.Cases.IsEmpty || !now.Cases.IsEmpty || atHead.IsEmpty ? 0 : new RanCases(atHead).Of(now.Name, new HashSet<string>()).Length;
        if (!old.Cases.SequenceEqual(now.Cases))
        {
            foreach (var found in TableChanges.Of(language, old, now, () => Moved(old, now, pairs), ran))
            {
                Add(now, found);
                if (found.Weakness == Weakness.CaseDropped) dropped[now] = dropped.GetValueOrDefault(now) + 1;
            }
        }
        if (old.Body != now.Body) Values(old, now);
    }

    /// <summary>Expected values that stand in variables.</summary>
    private void Values(SourceTest old, SourceTest now)
    {
        var values = ExpectedValue().Matches(now.Body).GroupBy(match => match.Groups[1].Value).ToDictionary(group => group.Key, group => group.Last().Groups[2].Value);
        foreach (Match match in ExpectedValue().Matches(old.Body))
        {
            if (values.TryGetValue(match.Groups[1].Value, out var value) && value != match.Groups[2].Value)
                Add(now, new FoundWeakness(Weakness.ExpectationChanged, $"{match.Groups[1].Value} has another value", now.Lines.First, $"-{match.Value}", $"+{match.Groups[1].Value} = {value}"));
        }
    }

    private static HashSet<string> Moved(SourceTest old, SourceTest now, TestPairs pairs) =>
    [
        .. pairs.New.Where(test => !test.Skipped && Likeness.Of(test.Body, old.Body) > 0.6).SelectMany(test => test.Cases),
        .. pairs.Pairs.Where(pair => pair.After != now && !pair.After.Skipped && !pair.After.Cases.IsEmpty && Likeness.Of(pair.After.Body, old.Body) > 0.6).SelectMany(pair => pair.After.Cases.Except(pair.Before.Cases)),
    ];

    private static bool SameAssertions(SourceTest old, SourceTest now) => old.Assertions.SequenceEqual(now.Assertions) && old.Guards.SequenceEqual(now.Guards);

    private static bool Differs(SourceTest old, SourceTest now) =>
        old.Body != now.Body || old.Marks != now.Marks || old.Skipped != now.Skipped || old.Condition != now.Condition || !old.Cases.SequenceEqual(now.Cases);

    private static Language LanguageOf(SourceTest test) => Languages.OfPath(test.File) ?? Language.CSharp;

    private static string Simple(string name) => name[(name.LastIndexOf('.') + 1)..];

    private void Add(SourceTest test, FoundWeakness found, string? name = null) => Add(name ?? test.Name, test.File, found);

    private void Add(string name, string file, FoundWeakness found) =>
        weakened.Add(new WeakenedTest(component, name, file, found.Line, found.Weakness, found.What, [.. found.Diff]));

    [GeneratedRegex("""\b(\w*(?:[Ee]xpect|[Ww]ant|[Gg]olden|[Aa]nswer|[Ss]hould)\w*) = ("(?:[^"\\]|\\.)*"|-?[\w.]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex ExpectedValue();
}
