using Assay.Core.Errors;

namespace Assay.Evidence.Store;

/// <summary>Files of the store.</summary>
internal static class StoreFiles
{
    private static readonly EnumerationOptions WithoutLinks = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    /// <summary>Every file below the folder, links left out, by path.</summary>
    internal static IReadOnlyList<string> Below(string folder) => [.. Directory.EnumerateFiles(folder, "*", WithoutLinks).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Removes a folder as well as it can. What stays lies in the temporary folder, is nobody's evidence, and is tried again the next day.
    /// </summary>
    internal static bool TryRemove(string folder) => Try(() =>
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    });

    /// <summary>Deletes a file as well as it can.</summary>
    internal static bool TryDelete(string path) => Try(() => File.Delete(path));

    private static bool Try(Action change)
    {
        try
        {
            change();
            return true;
        }
        catch (Exception e) when (IsDisk(e))
        {
            return false;
        }
    }

    internal static bool IsDisk(Exception e) => e is IOException or UnauthorizedAccessException;

    internal static AssayException NotWritable(string shown, Exception e) =>
        new(new AssayError(SystemErrors.NotWritable, $"Evidence could not be kept: {e.Message}", shown));
}
