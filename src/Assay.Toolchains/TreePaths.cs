namespace Assay.Toolchains;

/// <summary>Paths of a tree: relative to the repository, forward slashes, empty for its root.</summary>
internal static class TreePaths
{
    internal static string Folder(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    /// <summary>The folder above; null above the root.</summary>
    internal static string? Parent(string folder) => folder.Length == 0 ? null : Folder(folder);

    internal static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    internal static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    internal static bool IsBelow(string path, string folder) => folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>The path that a file in the folder names, with <c>..</c> and backslashes resolved; null where it leads out of the repository.</summary>
    internal static string? Resolve(string folder, string relative)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (string part in relative.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>Those folders that lie below no other of them.</summary>
    internal static IEnumerable<string> Outermost(IReadOnlyCollection<string> folders) =>
        folders.Where(folder => !folders.Any(other => other != folder && IsBelow(folder, other)));

    /// <summary>The path on this machine.</summary>
    internal static string OnDisk(string repositoryRoot, string path) => Path.GetFullPath(Path.Combine(repositoryRoot, path.Replace('/', Path.DirectorySeparatorChar)));
}
