using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Git.Objects;
using Assay.Git.Processes;
using Assay.Git.Trees;

namespace Assay.Git.WorkTrees;

/// <summary>Reads the work tree; where it differs from HEAD, stores what differs beside the repository.</summary>
internal sealed class WorkTreeReader(RepositoryPlace place, GitRunner git, BlobReader blobs, Func<ScratchObjects> newScratch, CancellationToken cancellation)
{
    public async Task<WorkTree> ReadAsync()
    {
        var listing = TreeListing.StartAsync(git, place.Head);
        var indexed = IndexListing.StartAsync(git);
        var all = TreeListing.Parse(await listing.ConfigureAwait(false));
        var index = IndexListing.Parse(await indexed.ConfigureAwait(false));
        var committed = TreeListing.Within(all, place.Filter);
        var comparison = new WorkTreeComparison(new Disk(place.Root, place.GitFolder), place.Format, blobs, git, cancellation);
        var changes = comparison.Find(committed, index, place.Filter);
        return changes.Length == 0
            ? new(place.Head, Tree(committed, blobs), [], place.Head, git)
            : await StoreAsync(all, changes).ConfigureAwait(false);
    }

    private async Task<WorkTree> StoreAsync(ImmutableArray<TreeFile> all, ImmutableArray<WorkTreeFile> changes)
    {
        var scratch = newScratch();
        var files = all.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var store = new ChangedContent(place.Format, blobs, scratch);
        foreach (var change in changes)
        {
            if (store.Keep(change) is { } now)
                files[change.Path] = now;
            else
                files.Remove(change.Path);
        }

        ImmutableArray<TreeFile> sorted = [.. files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];
        var tree = await scratch.WriteTreeAsync(sorted).ConfigureAwait(false);
        return new(place.Head, Tree(TreeListing.Within(sorted, place.Filter), scratch.Blobs), [.. changes.Select(change => change.Path)], tree, scratch.Git);
    }

    private static GitTree Tree(ImmutableArray<TreeFile> files, BlobReader blobs) => new(new(files), blobs);
}
