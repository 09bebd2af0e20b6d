namespace Assay.Toolchains.Node;

/// <summary>Paths as tools print them.</summary>
internal static class LocalPath
{
    /// <summary>
    /// The path relative to the repository: <paramref name="path"/> is relative to <paramref name="folder"/>, which is relative to the repository.
    /// A path that leads out of the repository stays as it is.
    /// </summary>
    internal static string InRepository(string folder, string path)
    {
        var names = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (string name in path.Replace('\\', '/').Split('/'))
        {
            if (name == ".." && names.Count == 0)
            {
                return path;
            }

            if (name == "..")
            {
                names.RemoveAt(names.Count - 1);
            }
            else if (name is not ("." or ""))
            {
                names.Add(name);
            }
        }

        return string.Join('/', names);
    }
}
