using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Git.Objects;
using Assay.Git.Trees;

namespace Assay.Git.Checkouts;

/// <summary>
/// Trees of a repository, those that exist nowhere included, and private clones that show them. Nothing is ever written into the repository:
/// new objects lie beside it, and a clone borrows its objects. Removed by <see cref="Dispose"/>, as long as the repository is open.
/// </summary>
public sealed class Checkouts : IDisposable
{
    private readonly GitRepository repository;
    private readonly ScratchObjects scratch;

    /// <param name="repository">Stays open until this is disposed.</param>
    public Checkouts(GitRepository repository)
    {
        this.repository = repository;
        WorkTree = repository.ReadWorkTree();
        Borrowed = [repository.Place.ObjectsFolder, .. repository.ScratchFolders.Select(folder => Path.Combine(folder, "objects"))];
        scratch = new ScratchObjects(repository.Git, [.. Borrowed]);
    }

    /// <summary>The work tree as it was when this was made.</summary>
    public WorkTree WorkTree { get; }

    internal IReadOnlyList<string> Borrowed { get; }

    /// <summary>The tree of a commit; of the work tree with its uncommitted edits where null.</summary>
    public RepositoryTree Whole(string? commit)
    {
        var treeish = commit ?? WorkTree.Treeish;
        var head = commit ?? WorkTree.Commit;
        var id = scratch.Git.RunAsync("rev-parse", "--verify", "--quiet", "--end-of-options", treeish + "^{tree}").GetAwaiter().GetResult().OrThrow().Text.Trim();
        return new(id, head == repository.Place.Format.EmptyTree ? null : head);
    }

    /// <summary>Whether a merge of two parents has the tree that git-merge-tree(1) makes of them without a conflict.</summary>
    public bool IsAutomaticMerge(string commit)
    {
        var made = scratch.Git.RunAsync("merge-tree", "--write-tree", commit + "^1", commit + "^2").GetAwaiter().GetResult();
        return made.ExitCode == 0 && repository.Resolve(commit + "^3") is null && made.Text.Trim() == Whole(commit).Id;
    }

    /// <summary>One tree, in which these paths are as they are in another: also gone where the other does not have them.</summary>
    public async Task<RepositoryTree> OverlayAsync(RepositoryTree onto, RepositoryTree from, IReadOnlyCollection<string> paths)
    {
        var there = (await ListAsync(from).ConfigureAwait(false)).ToDictionary(file => file.Path, StringComparer.Ordinal);
        var files = (await ListAsync(onto).ConfigureAwait(false)).ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (there.TryGetValue(path, out var file)) files[path] = file;
            else files.Remove(path);
        }
        return onto with { Id = await WriteAsync(files.Values).ConfigureAwait(false) };
    }

    /// <summary>One tree, in which these files have this content; null removes the file.</summary>
    public async Task<RepositoryTree> EditAsync(RepositoryTree onto, IReadOnlyDictionary<string, byte[]?> contents)
    {
        var files = (await ListAsync(onto).ConfigureAwait(false)).ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var (path, content) in contents)
        {
            if (content is null)
            {
                files.Remove(path);
                continue;
            }
            var id = repository.Place.Format.IdOf(content);
            scratch.Write(id, content);
            files[path] = new TreeFile(path, files.TryGetValue(path, out var old) ? old.Mode : FileModes.Plain, id);
        }
        return onto with { Id = await WriteAsync(files.Values).ConfigureAwait(false) };
    }

    /// <summary>The files of the tree within the repository's scope.</summary>
    public IFileTree FilesOf(RepositoryTree tree)
    {
        var listing = TreeListing.StartAsync(scratch.Git, tree.Id);
        return new GitTree(new(() => TreeListing.Parse(listing.GetAwaiter().GetResult(), repository.Place.Filter)), scratch.Blobs);
    }

    /// <summary>A clone of its own in a folder that does not exist yet; it shows nothing until asked to.</summary>
    /// <exception cref="AssayException">It cannot be written.</exception>
    public Task<PrivateClone> CloneAsync(string folder, CancellationToken cancellation) =>
        PrivateClone.CreateAsync(repository, [.. Borrowed, Path.Combine(scratch.Folder, "objects")], folder, cancellation);

    /// <inheritdoc/>
    public void Dispose() => scratch.Dispose();

    private async Task<IEnumerable<TreeFile>> ListAsync(RepositoryTree tree) =>
        TreeListing.Parse(await TreeListing.StartAsync(scratch.Git, tree.Id).ConfigureAwait(false));

    private Task<string> WriteAsync(IEnumerable<TreeFile> files) => scratch.WriteTreeAsync(files.OrderBy(file => file.Path, StringComparer.Ordinal));
}
