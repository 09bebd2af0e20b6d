using System.Collections.Immutable;

namespace Assay.Core.Changes;

/// <summary>Whether a change is judged, or what stands.</summary>
public enum Judged { Change, State }

/// <summary>What is judged: from where to where, and what lies between.</summary>
/// <param name="Judged">A change, or the state of head.</param>
/// <param name="Repository">Name of the repository: the last part of its folder.</param>
/// <param name="Base">Commit id of the base, that of the empty tree for a release without one before it; null for a state.</param>
/// <param name="BaseName">How the base was named or found, e.g. <c>main</c>.</param>
/// <param name="Head">Commit id of head.</param>
/// <param name="Dirty">Head is the working tree with uncommitted edits.</param>
/// <param name="Files">Changed files within the judged path; empty for a state.</param>
/// <param name="Authors">E-mail addresses of the authors of the commits of the change, and of its co-author trailers.</param>
public sealed record Change(
    Judged Judged, string Repository, string? Base, string? BaseName, string Head, bool Dirty,
    ImmutableArray<ChangedFile> Files, ImmutableArray<string> Authors)
{
    /// <summary>Its commits, newest first; empty where nothing is committed.</summary>
    public ImmutableArray<Commit> Commits { get; init; } = [];

    /// <summary>E-mail addresses that trailers of the last commit name as reviewers, and that wrote or committed something before the base.</summary>
    public ImmutableArray<string> KnownReviewers { get; init; } = [];
}

/// <summary>What happened to a file.</summary>
public enum ChangeKind { Added, Modified, Deleted, Renamed }

/// <summary>A file of the change.</summary>
/// <param name="Path">Path at head (at base for a deleted file), relative to the repository.</param>
/// <param name="OldPath">Path at base where it was renamed.</param>
/// <param name="Hunks">What was edited, without context lines; empty for a pure rename or mode change.</param>
public sealed record ChangedFile(string Path, string? OldPath, ChangeKind Kind, ImmutableArray<Hunk> Hunks);

/// <summary>One edit: <paramref name="Removed"/> lines at base from <paramref name="OldStart"/>, <paramref name="Added"/> lines at head from <paramref name="NewStart"/> (1-based).</summary>
public sealed record Hunk(int OldStart, ImmutableArray<string> Removed, int NewStart, ImmutableArray<string> Added);
