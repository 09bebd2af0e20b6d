using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Rules;
using Assay.Git.Processes;

namespace Assay.Git.Selecting;

/// <summary>Where a change starts.</summary>
/// <param name="Commit">The base; head itself where nothing was committed since.</param>
internal sealed record BaseChoice(string Commit, string Name, ImmutableArray<Weakening> Weakened);

/// <summary>Finds the base of a change: the merge base with the default branch, or what the caller names.</summary>
internal sealed class BaseFinder(GitRepository repository, Task<GitOutput> refs)
{
    public async Task<BaseChoice> UsualAsync(string head)
    {
        var branch = DefaultBranch.Find(await refs.ConfigureAwait(false)) ?? throw CannotTell();
        var commit = await History.MergeBaseAsync(repository, head, branch.Commit).ConfigureAwait(false)
            ?? throw History.Unreachable(repository, GitErrors.NoMergeBase, $"{head[..7]} and the default branch {branch.Name} have no common ancestor here.");
        return new(commit, branch.Name, []);
    }

    /// <summary>
    /// A deployment brings everything since the release before it; without a release tag everything there is. A tag on head itself is this release's own.
    /// </summary>
    public async Task<BaseChoice> ReleaseAsync(string head, Task<WorkTree> tree)
    {
        var dirty = (await tree.ConfigureAwait(false)).Dirty;
        var last = await ReleaseTags.LastAsync(repository.Git, head).ConfigureAwait(false);
        if (last is not null && !dirty && repository.Resolve($"refs/tags/{last}") == head)
            last = repository.Resolve($"{head}^") is { } parent ? await ReleaseTags.LastAsync(repository.Git, parent).ConfigureAwait(false) : null;
        if (last is not null) return new(History.Require(repository, $"refs/tags/{last}"), last, []);
        if (repository.Place.Shallow)
            throw History.Unreachable(repository, GitErrors.RevisionNotFound, "A deployment is judged since the last release tag, and there is none here.");
        return new(repository.Place.Format.EmptyTree, "the beginning", []);
    }

    /// <summary>The first parent of a commit; the empty tree for one that has none.</summary>
    /// <exception cref="AssayException">The clone is shallow, so that nobody knows whether it has one.</exception>
    public BaseChoice Parent(string commit)
    {
        if (repository.Resolve(commit + "^") is { } parent) return new(parent, $"{commit[..7]}^", []);
        return !repository.Place.Shallow ? new(repository.Place.Format.EmptyTree, "the beginning", [])
            : throw History.Unreachable(repository, GitErrors.RevisionNotFound, $"The commit before {commit[..7]} is not here.");
    }

    /// <summary>
    /// A named branch that has moved on since head left it is taken where they parted, or its own progress would read as edits of this change.
    /// </summary>
    public async Task<BaseChoice> NamedAsync(string head, string name)
    {
        var named = History.Require(repository, name);
        var parted = await History.MergeBaseAsync(repository, head, named).ConfigureAwait(false);
        if (parted is null && repository.Place.Shallow)
            throw History.Unreachable(repository, GitErrors.NoMergeBase, $"{name} and {head[..7]} have no common ancestor here.");
        var commit = parted ?? named;
        return new(commit, name, await WeakeningAsync(head, commit, name).ConfigureAwait(false));
    }

    private async Task<ImmutableArray<Weakening>> WeakeningAsync(string head, string commit, string name)
    {
        if (DefaultBranch.Find(await refs.ConfigureAwait(false)) is not { } branch
            || await History.MergeBaseAsync(repository, head, branch.Commit).ConfigureAwait(false) is not { } usual
            || !await History.IsLaterAsync(repository, usual, commit).ConfigureAwait(false))
            return [];
        return [new(WeakeningSource.Flag, $"--base {name} is later than the merge base with {branch.Name} ({usual[..7]}): what lies between is not judged")];
    }

    private AssayException CannotTell()
    {
        var shallow = repository.Place.Shallow ? " The clone is shallow and may lack it." : "";
        return new(new AssayError(GitErrors.RevisionNotFound,
            $"The default branch of {repository.Name} cannot be told: there is no origin/HEAD, main or master.{shallow}",
            NextStep: "Name where the change starts: --base REV"));
    }
}
