namespace Assay.Toolchains;

/// <summary>Where tools that Assay brings along are kept for the user, outside of any repository.</summary>
internal static class ToolCache
{
    /// <summary>
    /// <c>$XDG_CACHE_HOME/assay</c> or <c>~/.cache/assay</c>; <c>~/Library/Caches/assay</c> on macOS; <c>%LOCALAPPDATA%\assay\cache</c> on Windows.
    /// </summary>
    internal static string Folder
    {
        get
        {
            if (OperatingSystem.IsWindows())
            {
                return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "assay", "cache");
            }

            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            string? set = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            string caches = Path.IsPathFullyQualified(set ?? "") ? set! : Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
            return Path.Combine(caches, "assay");
        }
    }
}
