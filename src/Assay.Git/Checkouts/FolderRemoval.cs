namespace Assay.Git.Checkouts;

/// <summary>Removes what others left, whatever they made of its permissions; links are removed and never followed.</summary>
internal static class FolderRemoval
{
    /// <summary>Removes a folder as well as it can; what stays is tried again by the next run.</summary>
    public static bool TryRemove(string folder)
    {
        try
        {
            Remove(folder);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Removes a file, link or folder with all in it.</summary>
    /// <exception cref="IOException">Something of it stays.</exception>
    public static void Remove(string path)
    {
        var folder = new DirectoryInfo(path);
        if (!folder.Exists || folder.LinkTarget is not null)
        {
            RemoveFile(path);
            return;
        }
        MakeWritable(folder);
        foreach (var entry in folder.GetFileSystemInfos()) Remove(entry.FullName);
        folder.Delete();
    }

    /// <summary>Lets the owner list, enter and change a folder.</summary>
    public static void MakeWritable(DirectoryInfo folder)
    {
        const UnixFileMode all = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (!OperatingSystem.IsWindows() && (folder.UnixFileMode & all) != all) folder.UnixFileMode |= all;
    }

    private static void RemoveFile(string path)
    {
        if (OperatingSystem.IsWindows() && File.Exists(path)) File.SetAttributes(path, FileAttributes.Normal);
        if (OperatingSystem.IsWindows() && Directory.Exists(path)) Directory.Delete(path);
        else File.Delete(path);
    }
}
