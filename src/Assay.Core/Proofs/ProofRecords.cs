namespace Assay.Core.Proofs;

/// <summary>The record that a proof leaves with each component, for a later check to find.</summary>
public static class ProofRecords
{
    /// <summary>Name of the step in the store.</summary>
    public const string Step = "proof";

    /// <summary>The record's file in the folder of that step.</summary>
    public const string File = "proof.json";

    /// <summary>What a proof shows of one component, with the outcome of that component.</summary>
    /// <exception cref="ArgumentException">The proof is not about it.</exception>
    public static Proof For(Proof proof, string component)
    {
        var own = proof.Components.FirstOrDefault(one => one.Id == component) ?? throw new ArgumentException($"The proof is not about {component}.", nameof(component));
        return proof with
        {
            Outcome = own.Outcome,
            Reason = own.Reason,
            NextStep = own.NextStep,
            Components = [own],
            Tests = [.. proof.Tests.Where(test => test.Component == component)],
            Hunks = proof.Hunks is { } hunks ? [.. hunks.Where(hunk => hunk.Component == component)] : null,
            Weakened = [.. proof.Weakened.Where(test => test.Component == component)],
            Phases = [.. proof.Phases.Where(phase => phase.Component == component)],
        };
    }
}
