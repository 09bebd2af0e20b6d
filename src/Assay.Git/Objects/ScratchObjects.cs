using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Assay.Core.Changes;
using Assay.Git.Processes;

namespace Assay.Git.Objects;

/// <summary>
/// A temporary folder for what is not committed: objects and an index of its own, beside which the repository's objects can be read.
/// So uncommitted edits are compared tree to tree, and nothing is ever written into the repository.
/// </summary>
internal sealed class ScratchObjects : IDisposable
{
    private readonly GitRunner git;

    public ScratchObjects(GitRunner git, params IReadOnlyList<string> borrowed)
    {
        var objects = Directory.CreateDirectory(Path.Combine(Folder, "objects")).FullName;
        this.git = git.With(ImmutableDictionary<string, string>.Empty
            .Add("GIT_OBJECT_DIRECTORY", objects)
            .Add("GIT_ALTERNATE_OBJECT_DIRECTORIES", string.Join(Path.PathSeparator, borrowed.Select(Quote)))
            .Add("GIT_INDEX_FILE", Path.Combine(Folder, "index")));
        Blobs = new BlobReader(this.git);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("assay-git-").FullName;

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
        using var zlib = new ZLibStream(File.Create(path), CompressionLevel.Fastest);
        zlib.Write(ObjectFormat.Header(content.Length));
        zlib.Write(content);
    }

    /// <summary>The id of a tree of exactly these files.</summary>
    public async Task<string> WriteTreeAsync(IEnumerable<TreeFile> files)
    {
        var listing = new StringBuilder();
        foreach (var file in files)
            listing.Append(file.Mode).Append(' ').Append(file.Id).Append(" 0\t").Append(file.Path).Append('\0');
        // The index still holds the tree that was written before, and adding to it removes nothing.
        (await git.RunAsync("read-tree", "--empty").ConfigureAwait(false)).OrThrow();
        (await git.FeedAsync(Encoding.UTF8.GetBytes(listing.ToString()), "update-index", "-z", "--index-info").ConfigureAwait(false)).OrThrow();
        return (await git.RunAsync("write-tree", "--missing-ok").ConfigureAwait(false)).OrThrow().Text.Trim();
    }

    public void Dispose()
    {
        Blobs.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The variable is a list; a quoted entry may hold the separator.</summary>
    private static string Quote(string path) => $"\"{path.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
