using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Proofs;

namespace Assay.Proof.Weakening;

/// <summary>What a change does to tests, told from their sources and from the names that ran.</summary>
/// <param name="Weakened">Tests that the change weakens, one by one. Whether a changed expectation counts is told by <see cref="Expectations"/>.</param>
/// <param name="Renamed">Name or id at base → name or id at head, for tests that were renamed, moved, or made a table of.</param>
/// <param name="Changed">Names at head of tests whose own text differs from base, or that of a function of the change's files that they call.</param>
/// <param name="Empty">Names at head of tests that assert nothing, or only what is always true.</param>
internal sealed record TestChanges(
    ImmutableArray<WeakenedTest> Weakened, ImmutableDictionary<string, string> Renamed, ImmutableHashSet<string> Changed, ImmutableHashSet<string> Empty)
{
    /// <summary>Tests of which only an expected value changed: weakened where no other test of the component is proven.</summary>
    public ImmutableArray<WeakenedTest> Expectations { get; init; } = [];

    /// <param name="component">Id of the component.</param>
    /// <param name="tests">Changed files on the side of the tests.</param>
    /// <param name="atBase">Ids of the test cases that ran or were skipped at base; empty where base was not run.</param>
    /// <param name="atHead">The same at head.</param>
    public static TestChanges Of(
        string component, ImmutableArray<ChangedFile> tests, IFileTree baseTree, IFileTree headTree, ImmutableArray<string> atBase, ImmutableArray<string> atHead) =>
        new TestComparison(component, tests, baseTree, headTree, atBase, atHead).Run();
}
