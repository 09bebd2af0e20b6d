using System.Collections.Immutable;

namespace Assay.Core.Changes;

/// <summary>The tracked (and, for a working tree, the not ignored) files of a repository at one moment.</summary>
public interface IFileTree
{
    /// <summary>All files, ordered by path (ordinal).</summary>
    ImmutableArray<TreeFile> Files { get; }

    /// <summary>The file's bytes as git would store them; null where it is not in the tree.</summary>
    byte[]? Read(string path);

    /// <summary>Many files, in the order asked for; faster than one by one where reading means asking another process.</summary>
    IEnumerable<(string Path, byte[]? Content)> ReadAll(IEnumerable<string> paths) => paths.Select(path => (path, Read(path)));
}

/// <summary>A file of a tree.</summary>
/// <param name="Path">Relative to the repository, forward slashes.</param>
/// <param name="Mode">Git's file mode in octal digits, e.g. <c>100644</c>, <c>120000</c> for a link, <c>160000</c> for a submodule.</param>
/// <param name="Id">Git's object id of the content.</param>
public sealed record TreeFile(string Path, string Mode, string Id);
