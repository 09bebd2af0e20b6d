using Assay.Core.Changes;
using Assay.Core.Proofs;

namespace Assay.Proof.Histories;

/// <summary>What a commit of a history showed.</summary>
/// <param name="OnlyTests">It changed tests, and no code.</param>
public sealed record ProvenCommit(string Commit, string Subject, Core.Proofs.Proof Proof, bool OnlyTests)
{
    /// <summary>A merge whose content is not what git makes of its parents: tests of theirs cannot be told from tests of what it adds, so nothing is shown of that.</summary>
    public static ProvenCommit OfMerge(Commit merge, Change change) => new(merge.Id, merge.Subject,
        new(change.Repository, change.Base!, change.Head, Dirty: false, ProofOutcome.Inconclusive, "the merge brings content that none of its parents has",
            "Bring that in a commit of its own; where it resolves a conflict, rebase instead.", [], [], null, [], []), OnlyTests: false);
}
