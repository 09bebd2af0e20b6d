using System.Globalization;
using Assay.Core.Errors;
using Assay.Git.Objects;

namespace Assay.Git.Checkouts;

/// <summary>
/// The folder of one run, below which its private clones lie; removed by <see cref="Dispose"/>, or, where the run was killed, by the next run of any repository.
/// It is in use for as long as a file beside it is locked, which the system ends with the process.
/// </summary>
public sealed class CloneFolders : IDisposable
{
    private const string LockSuffix = ".lock";

    /// <summary>Where locks cannot be relied on, a folder of this age is nobody's: no proof takes so long.</summary>
    private static readonly TimeSpan NobodysWithoutLocks = TimeSpan.FromDays(7);

    private readonly FileStream held;
    private readonly string name;
    private int clones;

    private CloneFolders(string root, string name, FileStream held) => (Root, this.name, this.held) = (root, name, held);

    /// <summary>Absolute path of the run's folder.</summary>
    public string Root { get; }

    /// <summary>Takes a folder for this run, and removes those of runs that are over.</summary>
    /// <exception cref="AssayException">NotWritable: there is no place to write to.</exception>
    public static CloneFolders Take(GitRepository repository)
    {
        ScratchObjects.RemoveLeftovers(Path.GetTempPath(), DateTimeOffset.UtcNow);
        return Take(CloneBase.Of(repository), repository.Name);
    }

    internal static CloneFolders Take(IEnumerable<string> places, string name)
    {
        Exception? last = null;
        foreach (var place in places)
        {
            try
            {
                var taken = TakeIn(place, name);
                RemoveLeftovers(place, taken);
                return taken;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                last = e;
            }
        }
        throw new AssayException(new AssayError(SystemErrors.NotWritable, $"There is no place for private clones: {last?.Message ?? "every place lies in the repository"}"));
    }

    /// <summary>A path for the next clone: nothing is there yet, and its last part is the name of the repository, as tools may show it. Safe for several threads.</summary>
    public string Next()
    {
        var own = Directory.CreateDirectory(Path.Combine(Root, Interlocked.Increment(ref clones).ToString(CultureInfo.InvariantCulture)));
        return Path.Combine(own.FullName, Path.GetFileName(name) is { Length: > 0 } last ? last : "repository");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        FolderRemoval.TryRemove(Root);
        held.Dispose();
        FolderLock.RemoveIfFree(Root + LockSuffix, Root);
    }

    private static CloneFolders TakeIn(string place, string name)
    {
        Directory.CreateDirectory(place);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(place, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        for (var attempt = 1; ; attempt++)
        {
            var root = Path.Combine(place, Guid.NewGuid().ToString("N")[..12]);
            try
            {
                var held = FolderLock.Hold(root + LockSuffix);
                // Another run may have taken it for a leftover between making and locking it.
                if (File.Exists(root + LockSuffix)) return new(Directory.CreateDirectory(root).FullName, name, held);
                held.Dispose();
            }
            catch (IOException) when (attempt < 5)
            {
                continue;
            }
        }
    }

    private static void RemoveLeftovers(string place, CloneFolders taken)
    {
        var works = FolderLock.Works(taken.Root + LockSuffix);
        var limit = DateTime.UtcNow - NobodysWithoutLocks;
        foreach (var file in Directory.EnumerateFiles(place, "*" + LockSuffix).Where(file => works || File.GetLastWriteTimeUtc(file) < limit).ToList())
        {
            var folder = file[..^LockSuffix.Length];
            if (folder != taken.Root) FolderLock.RemoveIfFree(file, folder);
        }
    }
}
