using System.Collections.Immutable;
using Assay.Core.Proofs;
using Assay.Proof.Weakening;

namespace Assay.Proof.Judging;

/// <summary>
/// Tests that the change keeps from telling what it broke, seen from what ran and not from their texts: the earlier version of the test fails with the change, and its
/// version of now is not shown to ask for the new behaviour; or it passed and is skipped or gone.
/// </summary>
internal static class Outdated
{
    /// <param name="judged">Tests that the change concerns.</param>
    /// <param name="named">Weakened tests that the texts show already.</param>
    public static IEnumerable<WeakenedTest> Of(string component, Phases phases, TestChanges changes, ImmutableArray<TestProof> judged, ImmutableArray<WeakenedTest> named)
    {
        var (atBase, earlier, green) = (new PhaseCases(phases.Base.Tests), new PhaseCases(phases.Earlier), new PhaseCases(phases.Green.Tests));
        var proven = judged.Where(test => test.Outcome == TestProofOutcome.Proven).Select(test => new CaseKey(test.Run, test.Id)).ToHashSet();
        foreach (var key in atBase.Keys.Where(key => atBase.Of(key) == PhaseOutcome.Passed))
        {
            var now = green.Find(key) is null && changes.Renamed.TryGetValue(key.Id, out var name) ? key with { Id = name } : key;
            var test = atBase.Find(key)!;
            if (named.Any(weakened => key.Id.Contains(weakened.Test, StringComparison.Ordinal))) continue;
            if (earlier.Of(key) == PhaseOutcome.Failed && !proven.Contains(key))
                yield return new(component, key.Id, test.File ?? "", 1, Weakness.ExpectationChanged, $"as it was before, it fails with the change: {FirstLine(earlier.Find(key)!.Message)}", []);
            else if (green.Of(now) == PhaseOutcome.Skipped)
                yield return new(component, key.Id, test.File ?? "", 1, Weakness.Skipped, "it passed before and is skipped now", [$"-{key.Id}"]);
            else if (earlier.Of(key) == PhaseOutcome.Passed && green.Of(now) == PhaseOutcome.Absent && !changes.Renamed.ContainsKey(key.Id) && !changes.Renamed.ContainsKey(test.Name))
                yield return new(component, key.Id, test.File ?? "", 1, Weakness.Deleted, "it passed before, would pass with the change, and does not run any more", [$"-{key.Id}"]);
        }
    }

    private static string FirstLine(string? message) => message?.Split('\n')[0].Trim() is { Length: > 0 } line ? line : "it says nothing";
}
