using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Rules;

namespace Assay.Git;

/// <summary>Which change is asked for, as given on the command line.</summary>
/// <param name="Base">Revision it starts from; null for the merge base with the default branch.</param>
/// <param name="Head">Revision it ends at; null for the work tree.</param>
/// <param name="Deployment">Without a named base, everything since the last release is the change; what stands is never judged alone.</param>
public sealed record ChangeRequest(string? Base, string? Head, bool Deployment = false)
{
    /// <summary>One commit instead of a range: what it brought to its first parent; null for a range.</summary>
    public string? Commit { get; init; }
}

/// <summary>What is judged, and the trees on both sides of it.</summary>
/// <param name="Base">Null for a state.</param>
/// <param name="Weakened">A base that was named later than the one Assay would have taken.</param>
public sealed record ChangeSelection(Change Change, IFileTree Head, IFileTree? Base, ImmutableArray<Weakening> Weakened)
{
    /// <summary>Head as git can compare it.</summary>
    public required WorkTree Tree { get; init; }
}
