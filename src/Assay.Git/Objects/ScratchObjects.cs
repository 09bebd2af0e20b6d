using System.Collections.Immutable;
using System.IO.Compression;
using Assay.Core.Changes;
using Assay.Git.Checkouts;
using Assay.Git.Processes;

namespace Assay.Git.Objects;

/// <summary>
/// A temporary folder for what is not committed: objects and an index of its own, beside which the repository's objects can be read.
/// So uncommitted edits are compared tree to tree, and nothing is ever written into the repository.
/// </summary>
internal sealed class ScratchObjects : IDisposable
{
    private const string Prefix = "assay-git-";
    private const string LockFile = "lock";

    /// <summary>Without a lock file for so long, a folder is nobody's.</summary>
    private static readonly TimeSpan Unlocked = TimeSpan.FromDays(1);

    private readonly GitRunner git;
    private readonly FileStream held;

    public ScratchObjects(GitRunner git, params IReadOnlyList<string> borrowed)
    {
        held = FolderLock.Hold(Path.Combine(Folder, LockFile));
        var objects = Directory.CreateDirectory(Path.Combine(Folder, "objects")).FullName;
        this.git = git.With(ImmutableDictionary<string, string>.Empty
            .Add("GIT_OBJECT_DIRECTORY", objects)
            .Add("GIT_ALTERNATE_OBJECT_DIRECTORIES", string.Join(Path.PathSeparator, Alternates.Flatten(borrowed).Select(Alternates.Quote)))
            .Add("GIT_INDEX_FILE", Path.Combine(Folder, "index")));
        Blobs = new BlobReader(this.git);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory(Prefix).FullName;

    /// <summary>Removes what killed runs left in this folder; what is in use, somebody else's, or so young that it may not be locked yet, stays.</summary>
    public static void RemoveLeftovers(string temporary, DateTimeOffset now)
    {
        foreach (var folder in new DirectoryInfo(temporary).EnumerateDirectories(Prefix + "*").Where(folder => !folder.Attributes.HasFlag(FileAttributes.ReparsePoint)).ToList())
        {
            var file = Path.Combine(folder.FullName, LockFile);
            // Asked before the lock is: the lock is the first that is made, so what holds something and has none was killed while it was removed.
            var begun = HoldsAnything(folder);
            if (File.Exists(file)) FolderLock.RemoveIfFree(file, folder.FullName);
            else if (begun || folder.LastWriteTimeUtc < now.UtcDateTime - Unlocked) FolderRemoval.TryRemove(folder.FullName);
        }
    }

    private static bool HoldsAnything(DirectoryInfo folder)
    {
        try
        {
            return folder.EnumerateFileSystemInfos().Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>git that sees the objects of both.</summary>
    public GitRunner Git => git;

    /// <summary>Contents of both.</summary>
    public BlobReader Blobs { get; }

    /// <summary>Stores content as a loose object: zlib over header and content, in a folder of the id's first two digits (gitformat-loose).</summary>
    public void Write(string id, ReadOnlySpan<byte> content)
    {
        var place = Directory.CreateDirectory(Path.Combine(Folder, "objects", id[..2])).FullName;
        var path = Path.Combine(place, id[2..]);
        if (File.Exists(path))
            return;
        var begun = Path.Combine(Folder, Guid.NewGuid().ToString("N"));
        using (var zlib = new ZLibStream(File.Create(begun), CompressionLevel.Fastest))
        {
            zlib.Write(ObjectFormat.Header(content.Length));
            zlib.Write(content);
        }
        File.Move(begun, path, overwrite: true);
    }

    /// <summary>The id of a tree of exactly these files.</summary>
    public Task<string> WriteTreeAsync(IEnumerable<TreeFile> files) => TreeWriter.WriteAsync(git, Folder, files);

    public void Dispose()
    {
        Blobs.Dispose();
        held.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
