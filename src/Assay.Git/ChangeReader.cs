using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Git.Selecting;

namespace Assay.Git;

/// <summary>Tells what is to be judged: a change, or, on the default branch with nothing edited, the state.</summary>
public static class ChangeReader
{
    /// <summary>Selects the change; both trees stay readable until the repository is disposed.</summary>
    /// <exception cref="AssayException">A revision or base that is not there, an empty range, or files hidden from git.</exception>
    public static ChangeSelection Select(GitRepository repository, ChangeRequest request) => SelectAsync(repository, request).GetAwaiter().GetResult();

    private static async Task<ChangeSelection> SelectAsync(GitRepository repository, ChangeRequest request)
    {
        var refs = DefaultBranch.StartAsync(repository.Git);
        var end = request.Commit ?? request.Head;
        var head = end is null ? repository.Head : History.Require(repository, end);
        var reading = end is null ? repository.ReadWorkTreeAsync() : Task.FromResult(Committed(repository, head));
        var finder = new BaseFinder(repository, refs);
        var choosing = request.Commit is not null ? Task.FromResult(finder.Parent(head))
            : request.Base is not null ? finder.NamedAsync(head, request.Base)
            : request.Deployment ? finder.ReleaseAsync(head, reading)
            : finder.UsualAsync(head);
        await Task.WhenAll(choosing, reading).ConfigureAwait(false);
        var (start, tree) = (await choosing.ConfigureAwait(false), await reading.ConfigureAwait(false));
        if (start.Commit == head && !tree.Dirty)
        {
            return request.Base is null
                ? new(new(Judged.State, repository.Name, null, null, head, false, [], []), tree.Tree, null, []) { Tree = tree }
                : throw new AssayException(new AssayError(GitErrors.EmptyRange, $"--base {request.Base} is head ({head[..7]}), and nothing is edited."));
        }

        var sinceBeginning = start.Commit == repository.Place.Format.EmptyTree;
        var listing = start.Commit == head ? Task.FromResult(Commits.None) : Commits.OfAsync(repository.Git, sinceBeginning ? null : start.Commit, head, repository.Scope);
        var baseTree = repository.TreeOf(start.Commit);
        var files = await repository.DiffAsync(tree.Git, start.Commit, tree.Treeish).ConfigureAwait(false);
        var name = request is { Base: null, Deployment: false } && start.Commit == head ? "HEAD" : start.Name;
        var commits = await listing.ConfigureAwait(false);
        var change = new Change(Judged.Change, repository.Name, start.Commit, name, head, tree.Dirty, files, commits.Authors)
        {
            Commits = commits.All,
            KnownReviewers = sinceBeginning ? [] : await Reviewers.KnownAsync(repository.Git, commits.All, start.Commit).ConfigureAwait(false),
        };
        return new(change, tree.Tree, baseTree, start.Weakened) { Tree = tree };
    }

    private static WorkTree Committed(GitRepository repository, string commit) =>
        new(commit, repository.TreeOf(commit), [], commit, repository.Git);
}
