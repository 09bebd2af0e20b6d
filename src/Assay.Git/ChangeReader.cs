using System.Collections.Immutable;
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
        var head = request.Head is null ? repository.Head : History.Require(repository, request.Head);
        var reading = request.Head is null ? repository.ReadWorkTreeAsync() : Task.FromResult(Committed(repository, head));
        var finder = new BaseFinder(repository, refs);
        var choosing = request.Base is null ? finder.UsualAsync(head) : finder.NamedAsync(head, request.Base);
        await Task.WhenAll(choosing, reading).ConfigureAwait(false);
        var (start, tree) = (await choosing.ConfigureAwait(false), await reading.ConfigureAwait(false));
        if (start.Commit == head && !tree.Dirty)
        {
            return request.Base is null
                ? new(new(Judged.State, repository.Name, null, null, head, false, [], []), tree.Tree, null, [])
                : throw new AssayException(new AssayError(GitErrors.EmptyRange, $"--base {request.Base} is head ({head[..7]}), and nothing is edited."));
        }

        var authors = start.Commit == head ? Task.FromResult(ImmutableArray<string>.Empty) : Authors.OfAsync(repository.Git, start.Commit, head);
        var baseTree = repository.TreeOf(start.Commit);
        var files = await repository.DiffAsync(tree.Git, start.Commit, tree.Treeish).ConfigureAwait(false);
        var name = request.Base is null && start.Commit == head ? "HEAD" : start.Name;
        var change = new Change(Judged.Change, repository.Name, start.Commit, name, head, tree.Dirty, files, await authors.ConfigureAwait(false));
        return new(change, tree.Tree, baseTree, start.Weakened);
    }

    private static WorkTree Committed(GitRepository repository, string commit) =>
        new(commit, repository.TreeOf(commit), [], commit, repository.Git);
}
