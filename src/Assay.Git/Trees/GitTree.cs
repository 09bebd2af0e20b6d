using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Git.Objects;

namespace Assay.Git.Trees;

/// <summary>A tree whose listing is fetched when it is first asked for.</summary>
internal sealed class GitTree(Lazy<ImmutableArray<TreeFile>> files, BlobReader blobs) : IFileTree
{
    private readonly Lazy<Dictionary<string, TreeFile>> byPath =
        new(() => files.Value.ToDictionary(file => file.Path, StringComparer.Ordinal));

    public ImmutableArray<TreeFile> Files => files.Value;

    /// <summary>A submodule has no content of its own here: null.</summary>
    public byte[]? Read(string path) =>
        IdOf(path) is { } id ? blobs.Read(id) : null;

    public IEnumerable<(string Path, byte[]? Content)> ReadAll(IEnumerable<string> paths)
    {
        foreach (var some in paths.Select(path => (Path: path, Id: IdOf(path))).Chunk(BlobReader.MostAtOnce))
        {
            var contents = new Queue<byte[]>(blobs.Read([.. some.Select(file => file.Id).OfType<string>()]));
            foreach (var (path, id) in some) yield return (path, id is null ? null : contents.Dequeue());
        }
    }

    private string? IdOf(string path) => byPath.Value.TryGetValue(path, out var file) && file.Mode != FileModes.Submodule ? file.Id : null;
}
