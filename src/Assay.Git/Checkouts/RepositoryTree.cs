namespace Assay.Git.Checkouts;

/// <summary>A whole tree of the repository, whatever the scope.</summary>
/// <param name="Id">Git's id of the tree.</param>
/// <param name="Commit">The commit that HEAD names where the tree is shown; null before the first commit.</param>
public sealed record RepositoryTree(string Id, string? Commit);
