using System.Collections.Immutable;
using Assay.Core.Errors;

namespace Assay.Git.Checkouts;

/// <summary>
/// A folder that shows one tree after another, with a git repository of its own that borrows the objects of the real one: what runs in it sees a
/// repository, and cannot reach the user's index, stash or refs by it.
/// </summary>
public sealed class PrivateClone
{
    private readonly CloneState state;
    private readonly TreeExpansion expansion;
    private string? attributes;

    private PrivateClone(string root, CloneState state, TreeExpansion expansion) => (Root, this.state, this.expansion) = (root, state, expansion);

    /// <summary>Absolute path of its work tree.</summary>
    public string Root { get; }

    /// <summary>The tree that it shows; null before the first, and where showing one failed.</summary>
    public RepositoryTree? Shown { get; private set; }

    /// <summary>
    /// Paths of submodules and of pointers of git-lfs whose content is not on this machine: the folders are empty and the pointers stand as they are,
    /// so that what fails because of that says nothing about the change.
    /// </summary>
    public ImmutableArray<string> NotShown { get; private set; } = [];

    internal static async Task<PrivateClone> CreateAsync(GitRepository repository, ImmutableArray<string> borrowed, string folder, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await WritingAsync(folder, async () =>
        {
            Directory.CreateDirectory(folder);
            var state = await CloneState.CreateAsync(repository, borrowed, folder).ConfigureAwait(false);
            ImmutableArray<string> gitFolders = [.. ((string[])[repository.Place.CommonFolder, repository.Place.GitFolder]).Distinct()];
            return new PrivateClone(folder, state, new TreeExpansion(state, new SubmoduleStores(gitFolders, repository.Root)));
        }).ConfigureAwait(false);
    }

    /// <summary>
    /// Makes the folder hold exactly the files of the tree, with the content of submodules and of git-lfs as far as it is here; a file that both trees hold is not
    /// touched, and one that was edited here is written anew. What set-up and builds keep right themselves stays, so that they are not repeated; everything else that is
    /// not in the tree goes, ignored or not.
    /// </summary>
    /// <returns>Whether it held exactly these files already, so that what was built of them need not be built again.</returns>
    /// <exception cref="AssayException">Something cannot be written, removed or read; then nothing is shown.</exception>
    public async Task<bool> ShowAsync(RepositoryTree tree, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var same = Shown?.Id == tree.Id;
        Shown = null;
        var full = await expansion.ExpandAsync(tree).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        var untouched = await WritingAsync(Root, () => WriteAsync(tree, full)).ConfigureAwait(false);
        NotShown = full.NotShown;
        Shown = tree;
        return same && untouched;
    }

    private async Task<bool> WriteAsync(RepositoryTree tree, FullTree full)
    {
        // How a file is written follows from its attributes, by which git does not tell whether it is up to date.
        var now = Attributes(full);
        if (now != attributes) File.Delete(state.Index);
        attributes = null;
        var swept = Sweep.Clean(Root, full.Files);
        var edited = (await state.Git.RunAsync("-c", "core.trustCtime=true", "-c", "core.checkStat=default", "update-index", "--refresh").ConfigureAwait(false)).ExitCode != 0;
        (await state.Git.RunAsync("-c", "core.trustCtime=true", "-c", "core.checkStat=default", "read-tree", "--reset", "-u", full.Id).ConfigureAwait(false)).OrThrow();
        if (!swept.Complete) (await state.Git.RunAsync("clean", "-q", "-f", "-f", "-d", "-x").ConfigureAwait(false)).OrThrow();
        attributes = now;
        await VisibleRepository.WriteAsync(state, Root, tree, full).ConfigureAwait(false);
        return swept is { FoundNothing: true, Complete: true } && !edited;
    }

    private static string Attributes(FullTree tree) => string.Concat(tree.Files
        .Where(file => file.Path == ".gitattributes" || file.Path.EndsWith("/.gitattributes", StringComparison.Ordinal)).Select(file => $"{file.Path}\0{file.Id}\0"));

    private static async Task<T> WritingAsync<T>(string folder, Func<Task<T>> write)
    {
        try
        {
            return await write().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AssayException(new AssayError(SystemErrors.NotWritable, $"A private clone cannot be written: {e.Message}", folder));
        }
    }
}
