namespace Assay.Core.Rules;

/// <summary>Paths within a tree: relative to its root, forward slashes, the root itself empty.</summary>
internal static class TreePath
{
    public static string Folder(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Where <paramref name="path"/> leads from a folder, <c>.</c> and <c>..</c> followed; null where it leads out of the tree.</summary>
    public static string? Resolve(string folder, string path)
    {
        var parts = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }
}
