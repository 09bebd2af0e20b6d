using System.Collections.Immutable;
using Assay.Core.Changes;

namespace Assay.Core.Components;

/// <summary>
/// Which component each file of a tree belongs to: that of the nearest folder above it. So every file is in one component at most, and none is lost:
/// what is in none is <see cref="Rest"/>.
/// </summary>
public sealed class Territory
{
    private readonly Dictionary<string, IFileTree> _parts;
    private readonly IFileTree _tree;

    /// <summary>Divides the tree among the components of these folders, in one pass.</summary>
    public Territory(IFileTree tree, IEnumerable<string> folders)
    {
        _tree = tree;
        var files = folders.ToDictionary(folder => folder, _ => ImmutableArray.CreateBuilder<TreeFile>(), StringComparer.Ordinal);
        var rest = ImmutableArray.CreateBuilder<TreeFile>();
        foreach (var file in tree.Files) (Owner(file.Path, files.ContainsKey) is { } folder ? files[folder] : rest).Add(file);
        _parts = files.ToDictionary(part => part.Key, part => (IFileTree)new Part(tree, part.Value.ToImmutable()), StringComparer.Ordinal);
        Rest = rest.ToImmutable();
    }

    /// <summary>Files that lie in no component.</summary>
    public ImmutableArray<TreeFile> Rest { get; }

    /// <summary>The tree with the files of one component alone; every path of the whole tree can still be read.</summary>
    /// <param name="folder">The component's folder.</param>
    public IFileTree Of(string folder) => _parts.GetValueOrDefault(folder) ?? new Part(_tree, []);

    /// <summary>The nearest folder above a path that is a component's; null where there is none.</summary>
    public static string? Owner(string path, Func<string, bool> isComponent)
    {
        for (var folder = path; folder.Length > 0;)
        {
            folder = folder.LastIndexOf('/') is var slash and >= 0 ? folder[..slash] : "";
            if (isComponent(folder)) return folder;
        }
        return null;
    }

    private sealed class Part(IFileTree whole, ImmutableArray<TreeFile> files) : IFileTree
    {
        public ImmutableArray<TreeFile> Files => files;

        public byte[]? Read(string path) => whole.Read(path);

        public IEnumerable<(string Path, byte[]? Content)> ReadAll(IEnumerable<string> paths) => whole.ReadAll(paths);
    }
}
