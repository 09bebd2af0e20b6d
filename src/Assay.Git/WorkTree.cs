using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Git.Processes;

namespace Assay.Git;

/// <summary>The files of the working tree as git would store them, read without trusting git's index.</summary>
public sealed record WorkTree
{
    internal WorkTree(string commit, IFileTree tree, ImmutableArray<string> changed, string treeish, GitRunner git) =>
        (Commit, Tree, Changed, Treeish, Git) = (commit, tree, changed, treeish, git);

    /// <summary>Id of the commit that the work tree is compared with.</summary>
    public string Commit { get; }

    /// <summary>Tracked files, and untracked ones that are not ignored.</summary>
    public IFileTree Tree { get; }

    /// <summary>Paths within the scope that differ from <see cref="Commit"/>: edited, new, deleted.</summary>
    public ImmutableArray<string> Changed { get; }

    /// <summary>Something differs from <see cref="Commit"/>.</summary>
    public bool Dirty => Changed.Length > 0;

    /// <summary>The commit, or a tree that exists only beside the repository.</summary>
    internal string Treeish { get; }

    /// <summary>git that can read <see cref="Treeish"/>.</summary>
    internal GitRunner Git { get; }
}
