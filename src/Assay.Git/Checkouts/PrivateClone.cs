using System.Collections.Immutable;
using Assay.Git.Processes;

namespace Assay.Git.Checkouts;

/// <summary>
/// A folder that shows one tree after another, with a git repository of its own that borrows the objects of the real one: what runs in it sees a
/// repository, and cannot reach the user's index, stash or refs by it.
/// </summary>
public sealed class PrivateClone
{
    private readonly GitRunner git;

    private PrivateClone(string root, GitRunner git) => (Root, this.git) = (root, git);

    /// <summary>Absolute path of its work tree.</summary>
    public string Root { get; }

    /// <summary>The tree that it shows.</summary>
    public RepositoryTree? Shown { get; private set; }

    internal static async Task<PrivateClone> CreateAsync(GitRepository repository, ImmutableArray<string> borrowed, string folder, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Directory.CreateDirectory(folder);
        var git = repository.Git.In(folder);
        (await git.RunAsync("init", "-q", $"--object-format={repository.Place.Format.Name}").ConfigureAwait(false)).OrThrow();
        await File.WriteAllLinesAsync(Path.Combine(folder, ".git", "objects", "info", "alternates"), borrowed, cancellation).ConfigureAwait(false);
        return new(folder, git);
    }

    /// <summary>
    /// Makes the folder hold exactly the files of the tree; a file that both trees hold is not touched. What is ignored stays, so that set-up and builds
    /// are not repeated; what is neither ignored nor in the tree goes.
    /// </summary>
    public async Task ShowAsync(RepositoryTree tree, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        (await git.RunAsync("read-tree", "--reset", "-u", tree.Id).ConfigureAwait(false)).OrThrow();
        (await git.RunAsync("clean", "-q", "-f", "-d").ConfigureAwait(false)).OrThrow();
        if (tree.Commit is not null)
            (await git.RunAsync("update-ref", "--no-deref", "HEAD", tree.Commit).ConfigureAwait(false)).OrThrow();
        Shown = tree;
    }
}
