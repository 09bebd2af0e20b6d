namespace Assay.Core.Measuring;

/// <summary>Paths as reports write them, brought to the repository's own.</summary>
internal static class ReportPaths
{
    /// <summary>The path relative to the repository with forward slashes; null where it leads out of it.</summary>
    /// <param name="ranIn">Absolute path of the folder that stood for the repository; null for the repository itself.</param>
    public static string? Relative(this MeasureInput input, string path, string? ranIn = null)
    {
        var root = Normalise(ranIn ?? input.RepositoryRoot);
        var full = Normalise(path);
        if (!IsRooted(full)) full = $"{root}/{full}";
        return Collapse(full) is { } collapsed && collapsed.StartsWith(root + "/", StringComparison.Ordinal) ? collapsed[(root.Length + 1)..] : null;
    }

    /// <summary>Joins a report's source root and its path.</summary>
    public static string Join(string root, string path) => IsRooted(Normalise(path)) ? path : $"{Normalise(root).TrimEnd('/')}/{path}";

    private static string Normalise(string path) => path.Replace('\\', '/').TrimEnd('/');

    private static bool IsRooted(string path) => path.StartsWith('/') || (path.Length > 1 && path[1] == ':');

    private static string? Collapse(string path)
    {
        if (!path.Contains("/.", StringComparison.Ordinal)) return path;
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count <= 1) return null;
            else parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }
}
