using System.Collections.Concurrent;
using Assay.Git.Trees;

namespace Assay.Git.WorkTrees;

/// <summary>Looks at the work tree without ever following a link: what lies behind a linked folder is not part of the repository.</summary>
internal sealed class Disk(string root, string gitFolder)
{
    private readonly ConcurrentDictionary<string, bool> realFolders = new(StringComparer.Ordinal) { [""] = true };

    /// <summary>Not on file systems where everything looks executable: there the mode says nothing.</summary>
    private readonly bool modesCount = !OperatingSystem.IsWindows() && !LooksExecutable(Path.Combine(gitFolder, "HEAD"));

    public string FullPath(string path) => Path.Combine(root, path);

    /// <param name="path">Relative to the root.</param>
    /// <param name="committedMode">Its mode in HEAD, where it is in it.</param>
    public DiskFile? Look(string path, string? committedMode)
    {
        if (!IsRealFolder(Parent(path)))
            return null;
        var info = new FileInfo(FullPath(path));
        var attributes = info.Attributes;
        if ((int)attributes == -1)
            return null;
        if (attributes.HasFlag(FileAttributes.ReparsePoint) && info.LinkTarget is { } target)
            return new(info.FullName, FileModes.Link, 0, OperatingSystem.IsWindows() ? target.Replace('\\', '/') : target);
        if (attributes.HasFlag(FileAttributes.Directory))
            return committedMode == FileModes.Submodule ? new(info.FullName, FileModes.Submodule, 0, null) : null;
        return new(info.FullName, ModeOf(info, committedMode), info.Length, null);
    }

    private string ModeOf(FileInfo info, string? committedMode)
    {
        // Windows checks links out as plain files where it may not create links (core.symlinks).
        if (OperatingSystem.IsWindows() && committedMode == FileModes.Link)
            return FileModes.Link;
        if (!modesCount)
            return committedMode is not null && FileModes.IsRegular(committedMode) ? committedMode : FileModes.Plain;
        return IsExecutable(info) ? FileModes.Executable : FileModes.Plain;
    }

    private bool IsRealFolder(string folder) => realFolders.TryGetValue(folder, out var known) ? known : realFolders.GetOrAdd(folder, LookAtFolder(folder));

    private bool LookAtFolder(string folder)
    {
        if (!IsRealFolder(Parent(folder)))
            return false;
        var attributes = new FileInfo(FullPath(folder)).Attributes;
        return (int)attributes != -1 && attributes.HasFlag(FileAttributes.Directory) && !attributes.HasFlag(FileAttributes.ReparsePoint);
    }

    private static bool LooksExecutable(string path) => new FileInfo(path) is { Exists: true } info && IsExecutable(info);

    private static bool IsExecutable(FileInfo info) => !OperatingSystem.IsWindows() && info.UnixFileMode.HasFlag(UnixFileMode.UserExecute);

    private static string Parent(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}
