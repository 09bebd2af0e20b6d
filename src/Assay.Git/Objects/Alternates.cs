namespace Assay.Git.Objects;

/// <summary>Object folders that a repository borrows from. See gitrepository-layout(5), "objects/info/alternates".</summary>
internal static class Alternates
{
    /// <summary>As deep as git itself follows them.</summary>
    private const int MostLevels = 6;

    /// <summary>
    /// The folders, and all that they borrow from: git does not follow a relative path that stands in a borrowed folder, so that none is left to it to follow.
    /// </summary>
    public static IReadOnlyList<string> Flatten(IEnumerable<string> folders)
    {
        var all = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in folders) Add(Path.GetFullPath(folder), 0);
        return all;

        void Add(string folder, int level)
        {
            if (level > MostLevels || !Directory.Exists(folder) || !seen.Add(folder)) return;
            all.Add(folder);
            foreach (var next in Named(folder)) Add(Path.GetFullPath(next, folder), level + 1);
        }
    }

    /// <summary>A file of alternates that names these folders.</summary>
    public static string File(IEnumerable<string> folders) => string.Concat(folders.Select(folder => Quote(folder) + "\n"));

    /// <summary>Quoted, since a path may hold the character that ends an entry, or begin as a comment does.</summary>
    public static string Quote(string path) => $"\"{path.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")}\"";

    private static IEnumerable<string> Named(string folder)
    {
        var file = Path.Combine(folder, "info", "alternates");
        return System.IO.File.Exists(file)
            ? System.IO.File.ReadAllLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(Unquote)
            : [];
    }

    private static string Unquote(string line) =>
        line is ['"', .., '"'] ? line[1..^1].Replace("\\\"", "\"").Replace("\\n", "\n").Replace("\\\\", "\\") : line;
}
