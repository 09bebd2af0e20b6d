using System.Collections.Immutable;

namespace Assay.Core.Errors;

/// <summary>Proving a change: ASY17xx.</summary>
public static class ProofErrors
{
    /// <summary>There is no change to prove.</summary>
    public static readonly ErrorKind NothingToProve = new("ASY1701", ErrorClass.Validation, "There is no change to prove",
        "A proof is of what lies between two contents, and here they are the same.",
        "Name where the change begins with --base, or one commit with --commit.");

    internal static ImmutableArray<ErrorKind> All => [NothingToProve];
}
