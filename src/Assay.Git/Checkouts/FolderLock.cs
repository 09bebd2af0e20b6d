namespace Assay.Git.Checkouts;

/// <summary>
/// A file that one process has open for itself, to say that a folder is in use. The system frees it when the process ends, even when it is killed;
/// processes that it started do not inherit it.
/// </summary>
internal static class FolderLock
{
    /// <summary>Makes the file and holds it until disposal.</summary>
    /// <exception cref="IOException">It is there already, or cannot be made.</exception>
    public static FileStream Hold(string path) => new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);

    /// <summary>Whether a second holder is refused. Some network file systems refuse none, and there a free lock says nothing.</summary>
    public static bool Works(string held)
    {
        using var second = TryTake(held);
        return second is null;
    }

    /// <summary>Removes a folder and the file that says whether it is in use, where nobody holds that.</summary>
    public static void RemoveIfFree(string path, string folder)
    {
        using (var held = TryTake(path))
        {
            if (held is null) return;
            FolderRemoval.TryRemove(folder);
            // While it is held: one that is being made at this moment must find it either locked or gone.
            if (!OperatingSystem.IsWindows()) FolderRemoval.TryRemove(path);
        }
        if (!OperatingSystem.IsWindows()) return;
        FolderRemoval.TryRemove(folder);
        FolderRemoval.TryRemove(path);
    }

    private static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
