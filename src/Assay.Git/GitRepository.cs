using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Git.Diffs;
using Assay.Git.Objects;
using Assay.Git.Processes;
using Assay.Git.Trees;
using Assay.Git.WorkTrees;

namespace Assay.Git;

/// <summary>
/// A git repository, read through the <c>git</c> executable so that no configuration, attribute, bit or replaced object hides anything, and never
/// written to. Safe for several threads. What it keeps outside the repository while open is removed by <see cref="Dispose"/>; trees cannot be read after that.
/// </summary>
public sealed class GitRepository : IDisposable
{
    private readonly CancellationToken cancellation;
    private readonly BlobReader blobs;
    private readonly List<ScratchObjects> scratches = [];

    private GitRepository(RepositoryPlace place, GitRunner git, CancellationToken cancellation)
    {
        (Place, Git, this.cancellation) = (place, git, cancellation);
        blobs = new(git);
    }

    /// <summary>The work tree's folder: absolute, without links in it.</summary>
    public string Root => Place.Root;

    /// <summary>The opened folder relative to <see cref="Root"/>, with forward slashes; empty for the root.</summary>
    public string Scope => Place.Scope;

    /// <summary>Commit id of HEAD when the repository was opened.</summary>
    public string Head => Place.Head;

    /// <summary>The last part of the root folder.</summary>
    public string Name => Path.GetFileName(Place.Root.TrimEnd(Path.DirectorySeparatorChar)) is { Length: > 0 } name ? name : Place.Root;

    internal RepositoryPlace Place { get; }

    internal GitRunner Git { get; }

    internal IEnumerable<string> ScratchFolders => scratches.Select(scratch => scratch.Folder);

    /// <summary>Opens the repository that a folder lies in; the folder becomes its scope.</summary>
    /// <exception cref="AssayException">PathNotFound, GitMissing, NotARepository, NoCommit, or HiddenFromGit for a redirected work tree.</exception>
    public static GitRepository Open(string path, CancellationToken cancellation = default) =>
        Open(path, Environment.GetEnvironmentVariable("PATH"), cancellation);

    internal static GitRepository Open(string path, string? searchPath, CancellationToken cancellation = default)
    {
        var folder = RepositoryOpening.ExistingFolder(path);
        var git = new GitRunner(GitExecutable.Find(searchPath), folder, ImmutableDictionary<string, string>.Empty, cancellation);
        var place = RepositoryOpening.Find(git, folder);
        return new(place, git.In(place.Root), cancellation);
    }

    /// <summary>The files of a commit within the scope, and those above it that toolchains read from there.</summary>
    public IFileTree TreeOf(string commit)
    {
        var listing = TreeListing.StartAsync(Git, commit);
        return new GitTree(new(() => TreeListing.Parse(listing.GetAwaiter().GetResult(), Place.Filter)), blobs);
    }

    /// <summary>The work tree as it is now.</summary>
    /// <exception cref="AssayException">HiddenFromGit: a file of the scope cannot be seen.</exception>
    public WorkTree ReadWorkTree() => ReadWorkTreeAsync().GetAwaiter().GetResult();

    /// <summary>The id of the commit that a revision names; null where it names none.</summary>
    public string? Resolve(string revision)
    {
        if (revision.Length == 0 || revision.StartsWith('-') || revision.Contains('\0'))
            return null;
        var answer = Git.RunAsync("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}").GetAwaiter().GetResult();
        var id = answer.Text.Trim();
        return answer.ExitCode == 0 && Place.Format.IsId(id) ? id : null;
    }

    /// <summary>Ids of the first commits of the history, by which another repository is told apart; empty in a shallow clone, which does not have them.</summary>
    public ImmutableArray<string> Origins() => Place.Shallow
        ? []
        : [.. Git.RunAsync("rev-list", "--max-parents=0", Place.Head, "--").GetAwaiter().GetResult().OrThrow().Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A file of a commit, also outside of the scope; null where the commit has none of that path.</summary>
    /// <param name="path">Relative to the root, forward slashes.</param>
    public byte[]? ReadAt(string commit, string path)
    {
        if (path.Contains('\0') || path.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(path))
            return null;
        var answer = Git.RunAsync("cat-file", "blob", $"{commit}:{path}").GetAwaiter().GetResult();
        return answer.ExitCode == 0 ? answer.Bytes : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        blobs.Dispose();
        lock (scratches)
        {
            scratches.ForEach(scratch => scratch.Dispose());
            scratches.Clear();
        }
    }

    internal Task<WorkTree> ReadWorkTreeAsync() => new WorkTreeReader(Place, Git, blobs, NewScratch, cancellation).ReadAsync();

    internal Task<ImmutableArray<ChangedFile>> DiffAsync(GitRunner git, string from, string to) => TreeDiff.BetweenAsync(git, from, to, Place.Filter);

    private ScratchObjects NewScratch()
    {
        var scratch = new ScratchObjects(Git, Place.ObjectsFolder);
        lock (scratches)
            scratches.Add(scratch);
        return scratch;
    }
}
