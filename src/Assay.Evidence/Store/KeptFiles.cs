using Assay.Core.Errors;

namespace Assay.Evidence.Store;

/// <summary>
/// A folder below <c>.assay</c> for files that can be made again: each is there as a whole or not at all, the oldest give way, and nothing that goes wrong with them is an
/// error, since without them the work is only done again.
/// </summary>
/// <param name="repositoryRoot">Absolute path of the work tree.</param>
/// <param name="name">Name of the folder.</param>
public sealed class KeptFiles(string repositoryRoot, string name)
{
    private readonly StoreLayout _layout = new(repositoryRoot);

    private string Folder => Path.Combine(_layout.Root, name);

    /// <summary>The file's bytes; null where it is not there, cannot be read, is larger than <paramref name="mostBytes"/>, or where a link leads to it.</summary>
    public byte[]? Read(string file, long mostBytes) => Try(() =>
    {
        var path = Path.Combine(Folder, file);
        _layout.RefuseLinks(path);
        return new FileInfo(path) is { Exists: true } info && info.Length <= mostBytes ? File.ReadAllBytes(path) : null;
    });

    /// <summary>Keeps a file in place of the one before, then removes the oldest beyond so many.</summary>
    /// <returns>Whether it is kept.</returns>
    public bool Write(string file, byte[] content, int most) => Try(() =>
    {
        _layout.Prepare();
        var path = Path.Combine(Folder, file);
        _layout.RefuseLinks(path);
        Directory.CreateDirectory(Folder);
        var begun = _layout.Fresh();
        try
        {
            using (var stream = new FileStream(begun, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }
            File.Move(begun, path, overwrite: true);
        }
        catch
        {
            StoreFiles.TryDelete(begun);
            throw;
        }
        foreach (var old in new DirectoryInfo(Folder).EnumerateFiles().OrderByDescending(kept => kept.LastWriteTimeUtc).Skip(most).ToList()) StoreFiles.TryDelete(old.FullName);
        return "";
    }) is not null;

    private static T? Try<T>(Func<T?> action) where T : class
    {
        try
        {
            return action();
        }
        catch (Exception e) when (StoreFiles.IsDisk(e) || e is AssayException)
        {
            return null;
        }
    }
}
