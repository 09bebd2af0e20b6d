using System.Collections.Immutable;
using Assay.Core.Proofs;
using Assay.Proof.Weakening;

namespace Assay.Proof.Judging;

/// <summary>What is known of a component when it is judged.</summary>
/// <param name="BehaviourChanged">A production file or manifest of it changed.</param>
/// <param name="Problem">Why a phase showed nothing; null where all did.</param>
/// <param name="Uncovered">Why it is no refactoring, where it could be one: changed code that no test reached before or after; null where all was reached.</param>
internal sealed record ComponentEvidence(
    bool BehaviourChanged, string? Problem, string? ProblemStep, ImmutableArray<TestProof> Tests, TestChanges Changes, string? Uncovered);

/// <summary>Tests → what they show of the component. Pure.</summary>
internal static class ComponentJudging
{
    public static (ProofOutcome Outcome, string Reason, string? NextStep, ImmutableArray<WeakenedTest> Weakened) Judge(ComponentEvidence evidence)
    {
        var by = evidence.Tests.ToLookup(test => test.Outcome);
        var proven = by[TestProofOutcome.Proven].ToList();
        ImmutableArray<WeakenedTest> weakened = [.. evidence.Changes.Weakened, .. proven.Exists(test => !IsExpectation(test, evidence.Changes)) ? [] : evidence.Changes.Expectations];
        var (outcome, reason, step) = Outcome(evidence, by, proven, weakened);
        return (outcome, reason, step, weakened);
    }

    private static (ProofOutcome, string, string?) Outcome(
        ComponentEvidence evidence, ILookup<TestProofOutcome, TestProof> by, List<TestProof> proven, ImmutableArray<WeakenedTest> weakened)
    {
        if (evidence.Problem is { } problem) return (ProofOutcome.Inconclusive, problem, evidence.ProblemStep ?? "Mend the cause and run assay prove again.");
        if (by[TestProofOutcome.Broken].ToList() is [var broken, ..] all)
            return (ProofOutcome.Inconclusive, $"{Count(all.Count, "test fails", "tests fail")} at head: {broken.Id}", "Make it pass, then run assay prove again.");
        if (!weakened.IsEmpty)
            return (ProofOutcome.Weakened, $"{Count(weakened.Length, "test is", "tests are")} weakened: {weakened[0].Test}: {weakened[0].What}", "Restore it.");
        if (proven.Count > 0) return (ProofOutcome.Proven, $"{Count(proven.Count, "test fails", "tests fail")} without the change and {(proven.Count == 1 ? "passes" : "pass")} with it", null);
        if (by[TestProofOutcome.Flaky].FirstOrDefault() is { } flaky)
            return (ProofOutcome.Inconclusive, $"{flaky.Id} is flaky: {flaky.Reason}", "Make it give the same answer each time, then run assay prove again.");
        if (by[TestProofOutcome.Inconclusive].FirstOrDefault() is { } unclear)
            return (ProofOutcome.Inconclusive, $"{unclear.Id} does not fail for the right reason: {unclear.Reason}", "Let it fail by an assertion about what the change brings.");
        if (!evidence.BehaviourChanged) return (ProofOutcome.Refactoring, "only tests changed, and all pass before and after", null);
        if (by[TestProofOutcome.Vacuous].ToList() is [var vacuous, ..] passing)
            return (ProofOutcome.Vacuous, $"{(passing.Count == 1 ? "the new test passes" : $"all {passing.Count} new tests pass")} without the change: {vacuous.Id}", "Assert what the code did not do before the change.");
        return evidence.Uncovered is { } uncovered
            ? (ProofOutcome.Untested, uncovered, "Write a test that fails without this change.")
            : (ProofOutcome.Refactoring, "no test changed its outcome, and tests reached the changed code before", null);
    }

    private static bool IsExpectation(TestProof test, TestChanges changes) =>
        changes.Expectations.Any(changed => Names(test.Id, changed.Test));

    /// <summary>Whether an id is that of a test or of a case of it; runners of scripts put the file before it.</summary>
    private static bool Names(string id, string test)
    {
        var at = id.IndexOf(test, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || id.AsSpan(0, at).EndsWith(" > ") || id[at - 1] == '.') && (at + test.Length == id.Length || id[at + test.Length] is '(' or '[' or ' ')
            || (test.IndexOf('$', StringComparison.Ordinal) is > 0 and var computed && id.Contains(test[..computed], StringComparison.Ordinal));
    }

    private static string Count(int count, string one, string more) => count == 1 ? $"1 {one}" : $"{count} {more}";
}
