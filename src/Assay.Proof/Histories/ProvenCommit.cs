namespace Assay.Proof.Histories;

/// <summary>What a commit of a history showed.</summary>
/// <param name="OnlyTests">It changed tests, and no code.</param>
public sealed record ProvenCommit(string Commit, string Subject, Core.Proofs.Proof Proof, bool OnlyTests);
