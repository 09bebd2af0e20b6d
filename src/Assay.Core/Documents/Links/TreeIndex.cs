using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Assay.Core.Changes;

namespace Assay.Core.Documents.Links;

/// <summary>Names of a tree's files and of the folders that hold any; made once for a tree, however many components ask.</summary>
internal sealed class TreeIndex
{
    private static readonly ConditionalWeakTable<IFileTree, TreeIndex> Made = [];

    private readonly FrozenSet<string> _paths;

    private TreeIndex(IFileTree tree)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (var file in tree.Files)
            for (var path = file.Path; path.Length > 0 && paths.Add(path);) path = path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";
        _paths = paths.ToFrozenSet(StringComparer.Ordinal);
    }

    public static TreeIndex Of(IFileTree tree) => Made.GetValue(tree, static tree => new TreeIndex(tree));

    /// <summary>Whether a file or a folder of this name is there.</summary>
    public bool Has(string path) => _paths.Contains(path);

    /// <summary>The path that <paramref name="relative"/> means in a folder; null where it leads out of the repository.</summary>
    public static string? Resolve(string folder, string relative)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in relative.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }
}
