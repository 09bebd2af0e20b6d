namespace Assay.Evidence.Store;

/// <summary>Where a path really leads, with every link on the way followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 40; // as Linux counts them

    /// <summary>The absolute path without links; null where links lead in a circle. What does not exist is taken as it stands.</summary>
    internal static string? Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var ahead = new Stack<string>();
        Push(ahead, full[real.Length..]);
        var links = 0;
        while (ahead.TryPop(out var name))
        {
            if (name == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }
            var next = Path.Combine(real, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }
            if (++links > MostLinks)
            {
                return null;
            }
            var root = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : "";
            real = root.Length > 0 ? root : real;
            Push(ahead, target[root.Length..]);
        }
        return real;
    }

    /// <summary>Whether the path, followed to its end, lies below the folder, followed to its end.</summary>
    internal static bool IsWithin(string path, string folder) =>
        Of(path) is { } real && Of(folder) is { } root && IsBelow(real, root);

    /// <summary>Whether the one path stands below the other, as they are written.</summary>
    internal static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void Push(Stack<string> ahead, string path)
    {
        foreach (var name in path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Reverse().Where(name => name is not ("" or ".")))
        {
            ahead.Push(name);
        }
    }
}
