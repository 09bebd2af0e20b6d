using System.Collections.Immutable;
using Assay.Core.Observations;
using Assay.Core.Proofs;
using Assay.Proof.Reasons;
using Assay.Proof.Weakening;

namespace Assay.Proof.Judging;

/// <summary>What the phases show of each test of one component. Pure.</summary>
internal sealed class TestJudging(string component, Phases phases, TestChanges changes, Func<TestCase, FailureReason> reasonOf)
{
    private readonly PhaseCases atBase = new(phases.Base.Tests);
    private readonly PhaseCases atRed = new(phases.Red.Tests);
    private readonly PhaseCases atGreen = new(phases.Green.Tests);
    private readonly ILookup<CaseKey, TestOutcome> redAgain = Again(phases.RedAgain);
    private readonly ILookup<CaseKey, TestOutcome> greenAgain = Again(phases.GreenAgain);
    private readonly ImmutableHashSet<string> renamed = [.. changes.Renamed.Values];

    /// <summary>Tests that the change concerns, and how many it does not.</summary>
    public (ImmutableArray<TestProof> Tests, int Unaffected) Judge()
    {
        var tests = atGreen.Keys.Concat(atRed.Keys).Distinct().OrderBy(key => key.Id, StringComparer.Ordinal).ThenBy(key => key.Run, StringComparer.Ordinal).Select(Judge).ToList();
        var proven = tests.Exists(test => test?.Outcome == TestProofOutcome.Proven);
        return (
            [.. tests.OfType<TestProof>().Select(test => test.Outcome == TestProofOutcome.Vacuous && proven && !IsEmpty(test) ? test with { Outcome = TestProofOutcome.Characterisation } : test)],
            tests.Count(test => test is null));
    }

    /// <summary>Null for a test that nothing concerns: there before, not red, passing.</summary>
    private TestProof? Judge(CaseKey key)
    {
        var green = atGreen.Of(key);
        var test = atGreen.Find(key) ?? atRed.Find(key)!;
        var red = atRed.Of(key) is PhaseOutcome.Absent && phases.NotCompiled.Contains(test.Name) ? PhaseOutcome.NotCompiled : atRed.Of(key);
        var before = atBase.Of(key);
        return green switch
        {
            PhaseOutcome.Failed => Failing(),
            PhaseOutcome.Passed when red is PhaseOutcome.Failed => Red(),
            PhaseOutcome.Passed when red is PhaseOutcome.NotCompiled => Result(TestProofOutcome.Proven, "it names what only the change brings, so it does not compile without it"),
            PhaseOutcome.Passed when greenAgain[key].Contains(TestOutcome.Failed) => Result(TestProofOutcome.Flaky, "it passes and fails at head"),
            PhaseOutcome.Passed when before is not PhaseOutcome.Absent || renamed.Contains(test.Id) || renamed.Contains(test.Name) => null,
            PhaseOutcome.Passed when red is PhaseOutcome.Passed => Result(TestProofOutcome.Vacuous, IsEmpty(test.Name) ? "it asserts nothing that could fail" : "it passes without the change"),
            PhaseOutcome.Passed => Result(TestProofOutcome.Inconclusive, red == PhaseOutcome.Skipped ? "it was skipped without the change" : "it did not run without the change"),
            PhaseOutcome.Skipped when before is PhaseOutcome.Absent => Result(TestProofOutcome.Inconclusive, "it is new and skipped"),
            _ => null,
        };

        TestProof Failing()
        {
            var message = atGreen.Find(key)!;
            return greenAgain[key].Contains(TestOutcome.Passed) ? Result(TestProofOutcome.Flaky, "it fails and passes at head", message)
                : before == PhaseOutcome.Failed ? Result(TestProofOutcome.PreExistingFailure, "it failed before the change too", message)
                : Result(TestProofOutcome.Broken, "it fails at head", message);
        }

        TestProof Red()
        {
            var failed = atRed.Find(key)!;
            if (redAgain[key].Contains(TestOutcome.Passed) || greenAgain[key].Contains(TestOutcome.Failed))
                return Result(TestProofOutcome.Flaky, "it fails and passes with the same code", failed);
            if (redAgain[key].Count() < phases.Times || greenAgain[key].Count() < phases.Times)
                return Result(TestProofOutcome.Inconclusive, "it could not be run again to see whether it fails and passes each time", failed);
            if (IsEmpty(test.Name)) return Result(TestProofOutcome.Inconclusive, "it asserts nothing that could fail", failed);
            var reason = reasonOf(failed);
            return Result(reason.Right ? TestProofOutcome.Proven : TestProofOutcome.Inconclusive, reason.What, failed);
        }

        TestProof Result(TestProofOutcome outcome, string reason, TestCase? said = null) =>
            new(component, key.Id, key.Run, test.File, outcome, before, red, green, reason, said?.Message);
    }

    private bool IsEmpty(TestProof test) => IsEmpty((atGreen.Find(new(test.Run, test.Id)) ?? atRed.Find(new(test.Run, test.Id)))!.Name);

    private bool IsEmpty(string name) => changes.Empty.Contains(name);

    private static ILookup<CaseKey, TestOutcome> Again(ImmutableArray<TestCase> runs) => runs.ToLookup(CaseKey.Of, test => test.Outcome);
}
