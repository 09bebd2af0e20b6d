using System.Collections.Immutable;

namespace Assay.Core.Proofs;

/// <summary>
/// What a commit is in a history. Red: only tests, and they fail. Green: it makes tests of an earlier red commit pass. Refactor: it changes code, and no test asked for that.
/// RedGreen: tests and the code that they ask for in one commit, proven. Documentation: neither tests nor code. Other: none of these, or it could not be told.
/// </summary>
public enum HistoryStep { Other, Red, Green, Refactor, RedGreen, Documentation }

/// <summary>The commits of a range, each proven by itself.</summary>
/// <param name="Base">Commit id before the first of them.</param>
/// <param name="Head">Commit id of the last.</param>
/// <param name="Commits">Oldest first.</param>
public sealed record History(string Repository, string Base, string Head, ImmutableArray<CommitProof> Commits)
{
    /// <summary>Format of its JSON.</summary>
    public const string Schema = "assay/proof-history/v1";
}

/// <summary>What one commit shows of itself.</summary>
/// <param name="Commit">Commit id.</param>
/// <param name="Subject">First line of its message.</param>
/// <param name="Proof">From its first parent to it.</param>
public sealed record CommitProof(string Commit, string Subject, HistoryStep Step, Proof Proof);
