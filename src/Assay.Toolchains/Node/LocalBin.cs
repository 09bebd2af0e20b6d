namespace Assay.Toolchains.Node;

/// <summary>Programs that a package's own dependencies bring.</summary>
internal static class LocalBin
{
    /// <summary>Absolute path of the program in the nearest <c>node_modules/.bin</c>, from the package up to the repository's root; null where none has it.</summary>
    internal static string? Find(string repositoryRoot, string package, string name)
    {
        string file = OperatingSystem.IsWindows() ? name + ".cmd" : name;
        for (string folder = package; ; folder = TreePaths.Folder(folder))
        {
            string path = Path.Combine(repositoryRoot, folder, "node_modules", ".bin", file);
            if (File.Exists(path))
            {
                return path;
            }

            if (folder.Length == 0)
            {
                return null;
            }
        }
    }

    /// <summary>Whether a package is installed where the given one would find it.</summary>
    internal static bool HasPackage(string repositoryRoot, string package, string name)
    {
        for (string folder = package; ; folder = TreePaths.Folder(folder))
        {
            if (File.Exists(Path.Combine(repositoryRoot, folder, "node_modules", name, "package.json")))
            {
                return true;
            }

            if (folder.Length == 0)
            {
                return false;
            }
        }
    }
}
