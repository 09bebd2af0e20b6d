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
        byPath.Value.TryGetValue(path, out var file) && file.Mode != FileModes.Submodule ? blobs.Read(file.Id) : null;
}
