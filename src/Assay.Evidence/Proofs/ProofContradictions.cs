using Assay.Core;
using Assay.Core.Proofs;

namespace Assay.Evidence.Proofs;

/// <summary>What a proof says and what it shows have to agree: an outcome that holds without what it takes is none.</summary>
internal static class ProofContradictions
{
    /// <summary>The first of them; null where there is none.</summary>
    public static string? First(Proof proof) => OfComponents(proof) ?? proof.Tests.Select(OfTest).Concat((proof.Hunks ?? []).Select(OfHunk)).Concat(proof.Components.Select(component => OfOutcome(proof, component))).FirstOrDefault(one => one is not null);

    private static string? OfComponents(Proof proof)
    {
        if (proof.Components.IsEmpty) return "it is about no component";
        var ids = proof.Components.Select(component => component.Id).ToHashSet(StringComparer.Ordinal);
        if (ids.Count < proof.Components.Length) return "a component stands in it twice";
        var named = proof.Tests.Select(test => test.Component).Concat((proof.Hunks ?? []).Select(hunk => hunk.Component)).Concat(proof.Weakened.Select(test => test.Component)).Concat(proof.Phases.Select(phase => phase.Component));
        if (named.FirstOrDefault(id => !ids.Contains(id)) is { } stranger) return $"{stranger} is none of its components";
        if (Proof.Holds(proof.Outcome) != proof.Components.All(component => Proof.Holds(component.Outcome))) return $"it is {Snake.Case(proof.Outcome)}, and its components say otherwise";
        if (proof.Components.FirstOrDefault(component => !component.Subject.StartsWith("sha256:", StringComparison.Ordinal)) is { } open) return $"{open.Id} is bound to no content";
        return null;
    }

    private static string? OfTest(TestProof test) => test switch
    {
        { Outcome: TestProofOutcome.Proven, Red: not (PhaseOutcome.Failed or PhaseOutcome.NotCompiled) } => $"{test.Id} is proven and did not fail without the change",
        { Outcome: TestProofOutcome.Proven or TestProofOutcome.Characterisation, Green: not PhaseOutcome.Passed } => $"{test.Id} is {Snake.Case(test.Outcome)} and did not pass with the change",
        _ => null,
    };

    private static string? OfHunk(HunkProof hunk) =>
        hunk.Held && string.IsNullOrWhiteSpace(hunk.By) ? $"a hunk of {hunk.File} is held by no test"
        : !hunk.Held && hunk.By is not null ? $"a hunk of {hunk.File} is not held, and {hunk.By} holds it" : null;

    private static string? OfOutcome(Proof proof, ComponentProof component)
    {
        if (!Proof.Holds(component.Outcome)) return null;
        var tests = proof.Tests.Where(test => test.Component == component.Id).ToList();
        var outcome = Snake.Case(component.Outcome);
        if (tests.Find(test => test.Outcome == TestProofOutcome.Broken) is { } broken) return $"{component.Id} is {outcome}, and {broken.Id} fails with the change";
        if (proof.Weakened.Any(test => test.Component == component.Id)) return $"{component.Id} is {outcome} and names weakened tests";
        var proven = tests.Exists(test => test.Outcome == TestProofOutcome.Proven);
        return component.Outcome switch
        {
            ProofOutcome.Proven when !proven => $"{component.Id} is proven and no test of it is",
            ProofOutcome.Refactoring or ProofOutcome.Documentation when proven => $"{component.Id} is {outcome}, and a test of it fails without the change",
            ProofOutcome.Documentation when proof.Hunks is { } hunks && hunks.Any(hunk => hunk.Component == component.Id) => $"{component.Id} is {outcome} and has hunks of production code",
            _ => null,
        };
    }
}
