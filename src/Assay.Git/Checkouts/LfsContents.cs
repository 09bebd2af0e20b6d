using System.Collections.Immutable;
using System.Security.Cryptography;
using Assay.Core.Changes;
using Assay.Git.Objects;
using Assay.Git.Processes;
using Assay.Git.Trees;
using Assay.Git.WorkTrees;

namespace Assay.Git.Checkouts;

/// <summary>
/// What git-lfs holds in the place of pointers: in <c>lfs/objects</c> of the repository, else in its work tree. Stored as git's objects beside the clone, so that a
/// file is written once however many trees show it. See https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md.
/// </summary>
internal sealed class LfsContents(CloneState state)
{
    private readonly Dictionary<string, string> stored = new(StringComparer.Ordinal);

    /// <summary>The pointers among the files of one repository.</summary>
    public async Task<IReadOnlyList<(TreeFile File, string Digest, long Size)>> PointersAsync(string tree, ImmutableArray<TreeFile> files)
    {
        using var blobs = new BlobReader(state.Git);
        var attributes = files.Where(file => FileModes.IsRegular(file.Mode) && (file.Path == ".gitattributes" || file.Path.EndsWith("/.gitattributes", StringComparison.Ordinal)));
        if (!attributes.Any(file => blobs.Read(file.Id).AsSpan().IndexOf("filter=lfs"u8) >= 0)) return [];
        var small = await SmallAsync(state.Git, tree).ConfigureAwait(false);
        var pointers = new List<(TreeFile, string, long)>();
        foreach (var some in files.Where(file => FileModes.IsRegular(file.Mode) && small.Contains(file.Path)).Chunk(BlobReader.MostAtOnce))
            foreach (var (file, content) in some.Zip(blobs.Read([.. some.Select(file => file.Id)])))
                if (LfsPointer.Parse(content) is var (digest, size)) pointers.Add((file, digest, size));
        return pointers;
    }

    /// <summary>The id of the content as an object of git; null where it is not on this machine.</summary>
    public async Task<string?> StoreAsync(SubmoduleStores stores, string path, string digest, long size)
    {
        if (stored.TryGetValue(digest, out var known)) return known;
        var places = stores.GitFolders.Select(folder => Path.Combine(folder, "lfs", "objects", digest[..2], digest[2..4], digest)).Append(Path.Combine(stores.WorkTree, path));
        if (places.FirstOrDefault(place => Is(place, digest, size)) is not { } found) return null;
        var answer = (await TreeWriter.Alone(state.Git, state.Composed).RunAsync("hash-object", "-w", "--no-filters", "--", found).ConfigureAwait(false)).OrThrow();
        return stored[digest] = answer.Text.Trim();
    }

    private static bool Is(string place, string digest, long size)
    {
        var file = new FileInfo(place);
        if (!file.Exists || file.LinkTarget is not null || file.Length != size) return false;
        using var content = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(content)) == digest;
    }

    /// <summary>Paths of files so small that they may be pointers: <c>MODE TYPE ID SIZE TAB PATH NUL</c>, git-ls-tree(1).</summary>
    private static async Task<HashSet<string>> SmallAsync(GitRunner git, string tree)
    {
        var listing = (await git.RunAsync("ls-tree", "-r", "-z", "-l", "--full-tree", tree).ConfigureAwait(false)).OrThrow();
        return listing.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t', 2))
            .Where(line => long.TryParse(line[0].Split(' ')[^1], out var size) && size < LfsPointer.MaxSize)
            .Select(line => line[1]).ToHashSet(StringComparer.Ordinal);
    }
}
