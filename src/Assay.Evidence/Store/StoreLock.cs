using System.Globalization;
using Assay.Core.Errors;

namespace Assay.Evidence.Store;

/// <summary>
/// A file that one process has open for itself. The system frees it when the process ends, even when it is killed.
/// Who holds it stands in a second file, because the first cannot be read meanwhile.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream _held;
    private readonly string _holder;

    private StoreLock(FileStream held, string holder) => (_held, _holder) = (held, holder);

    internal static StoreLock Take(string path, string shown)
    {
        var holder = path + ".pid";
        FileStream held;
        try
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeld(e))
        {
            throw new AssayException(new AssayError(CollectionErrors.AnotherCheckRuns, $"Process {Holder(holder)} is collecting or proving here.", shown));
        }
        try
        {
            File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch
        {
            held.Dispose();
            throw;
        }
        return new StoreLock(held, holder);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        StoreFiles.TryDelete(_holder); // before the lock is freed: afterwards it may be the next one's
        _held.Dispose();
    }

    // EWOULDBLOCK of Linux and of macOS, and the sharing violation of Windows.
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static string Holder(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid.ToString(CultureInfo.InvariantCulture) : "(unknown)";
        }
        catch (Exception e) when (StoreFiles.IsDisk(e))
        {
            return "(unknown)";
        }
    }
}
