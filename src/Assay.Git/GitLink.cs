namespace Assay.Git;

/// <summary>A work tree names its repository by <c>.git</c>: a folder, or a file with <c>gitdir: PATH</c>. See gitrepository-layout(5).</summary>
internal static class GitLink
{
    private const string Prefix = "gitdir: ";

    public static bool LeadsTo(string root, string gitFolder)
    {
        var link = Path.Combine(root, ".git");
        if (Directory.Exists(link))
            return Real(link) == Real(gitFolder);
        if (!File.Exists(link))
            return false;
        var text = File.ReadAllText(link).TrimEnd('\r', '\n');
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && Real(Path.GetFullPath(text[Prefix.Length..], root)) == Real(gitFolder);
    }

    /// <summary>The folder with every link in its path followed.</summary>
    private static string Real(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
            return path;
        var here = Path.Combine(Real(parent), Path.GetFileName(path));
        return Directory.ResolveLinkTarget(here, returnFinalTarget: true) is { } target ? Real(target.FullName) : here;
    }
}
