using System.Collections.Concurrent;
using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Git.Objects;
using Assay.Git.Processes;
using Assay.Git.Trees;

namespace Assay.Git.WorkTrees;

/// <summary>
/// Finds what differs from HEAD by reading every file itself. Git's own status trusts bits, times and filters that a user can set,
/// and would report an edited file as clean.
/// </summary>
internal sealed class WorkTreeComparison(Disk disk, ObjectFormat format, BlobReader blobs, GitRunner git, CancellationToken cancellation)
{
    public ImmutableArray<WorkTreeFile> Find(ImmutableArray<TreeFile> committed, IndexListing index, ScopeFilter scope)
    {
        HiddenFiles.ThrowIfAny(index, scope, disk);
        var known = committed.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var added = index.Tracked.Concat(index.Untracked).Where(path => scope.Includes(path) && !known.ContainsKey(path));
        var found = new ConcurrentBag<WorkTreeFile>();
        var options = new ParallelOptions { CancellationToken = cancellation };
        Each(committed, options, file => Compare(file, index), found);
        Each([.. added], options, LookAtNew, found);
        return [.. found.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static void Each<T>(ImmutableArray<T> items, ParallelOptions options, Func<T, WorkTreeFile?> look, ConcurrentBag<WorkTreeFile> found)
    {
        try
        {
            Parallel.ForEach(items, options, item =>
            {
                if (look(item) is { } different)
                    found.Add(different);
            });
        }
        catch (AggregateException e)
        {
            // One reason is enough, and it must arrive as what it is.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    private WorkTreeFile? LookAtNew(string path)
    {
        if (path.EndsWith('/'))
            return new(path[..^1], null, null, HiddenFiles.HeadOfNested(git, disk.FullPath(path[..^1]), path[..^1]));
        return disk.Look(path, null) is { } now ? new(path, null, now) : null;
    }

    private WorkTreeFile? Compare(TreeFile committed, IndexListing index)
    {
        var staysTracked = index.Tracked.Contains(committed.Path) || index.Untracked.Contains(committed.Path);
        if (!staysTracked || disk.Look(committed.Path, committed.Mode) is not { } now)
            return new(committed.Path, committed, null);
        if (now.Mode == FileModes.Submodule)
            return Submodules.CheckedOut(git, now.FullPath) is { } head && head != committed.Id ? new(committed.Path, committed, null, head) : null;
        return now.Mode == committed.Mode && SameContent(committed, now) ? null : new(committed.Path, committed, now);
    }

    private bool SameContent(TreeFile committed, DiskFile now)
    {
        var (raw, withLf) = now.Ids(format);
        if (raw == committed.Id || withLf == committed.Id)
            return true;
        if (!now.IsRegular || !FileModes.IsRegular(committed.Mode))
            return false;
        var blob = blobs.Read(committed.Id);
        return LfsPointer.IsPointer(blob) && LfsPointer.Names(blob, now.FullPath);
    }
}
