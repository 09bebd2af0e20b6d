using System.Collections.Immutable;
using Assay.Core.Changes;

namespace Assay.Proof.Reasons;

/// <summary>What the change brings into production: every word of its added lines that could be a name, and the files that it adds.</summary>
internal sealed record Introduced(ImmutableHashSet<string> Names, ImmutableHashSet<string> Files)
{
    /// <param name="production">Changed production files.</param>
    public static Introduced By(ImmutableArray<ChangedFile> production) => new([], []);
}
