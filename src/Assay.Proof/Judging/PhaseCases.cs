using System.Collections.Immutable;
using Assay.Core.Observations;
using Assay.Core.Proofs;

namespace Assay.Proof.Judging;

/// <summary>The cases of one phase by key. Of several with the same key the worst tells: failed, then skipped, then passed.</summary>
internal sealed class PhaseCases
{
    private readonly Dictionary<CaseKey, TestCase> cases = [];

    public PhaseCases(ImmutableArray<TestCase> tests)
    {
        foreach (var test in tests)
        {
            var key = CaseKey.Of(test);
            if (!cases.TryGetValue(key, out var other) || Rank(test.Outcome) > Rank(other.Outcome)) cases[key] = test;
        }
        Ids = [.. tests.Select(test => test.Id).Distinct()];
    }

    public IEnumerable<CaseKey> Keys => cases.Keys;

    public TestCase? Find(CaseKey key) => cases.GetValueOrDefault(key);

    public PhaseOutcome Of(CaseKey key) => Find(key)?.Outcome switch
    {
        TestOutcome.Passed => PhaseOutcome.Passed,
        TestOutcome.Failed => PhaseOutcome.Failed,
        TestOutcome.Skipped => PhaseOutcome.Skipped,
        _ => PhaseOutcome.Absent,
    };

    /// <summary>Ids of all cases, in the order that they were reported in.</summary>
    public ImmutableArray<string> Ids { get; }

    private static int Rank(TestOutcome outcome) => outcome switch { TestOutcome.Failed => 2, TestOutcome.Skipped => 1, _ => 0 };
}
