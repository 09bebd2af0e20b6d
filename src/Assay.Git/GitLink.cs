namespace Assay.Git;

/// <summary>A work tree names its repository by <c>.git</c>: a folder, or a file with <c>gitdir: PATH</c>. See gitrepository-layout(5).</summary>
internal static class GitLink
{
    private const string Prefix = "gitdir: ";

    public static bool LeadsTo(string root, string gitFolder) => Target(root) is { } target && Real(target) == Real(gitFolder);

    /// <summary>The repository's folder; null where the work tree names none.</summary>
    public static string? Target(string root)
    {
        var link = Path.Combine(root, ".git");
        if (Directory.Exists(link))
            return link;
        if (!File.Exists(link))
            return null;
        var text = File.ReadAllText(link).TrimEnd('\r', '\n');
        return text.StartsWith(Prefix, StringComparison.Ordinal) ? Path.GetFullPath(text[Prefix.Length..], root) : null;
    }

    /// <summary>The folder with every link in its path followed.</summary>
    public static string Real(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
            return path;
        var here = Path.Combine(Real(parent), Path.GetFileName(path));
        if (!Path.Exists(here))
            return here;
        return Directory.ResolveLinkTarget(here, returnFinalTarget: true) is { } target ? Real(target.FullName) : here;
    }
}
