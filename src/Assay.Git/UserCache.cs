namespace Assay.Git;

/// <summary>Where Assay keeps for the user what can be made again, outside of any repository.</summary>
public static class UserCache
{
    /// <summary>
    /// <c>$XDG_CACHE_HOME/assay</c> or <c>~/.cache/assay</c>; <c>~/Library/Caches/assay</c> on macOS; <c>%LOCALAPPDATA%\assay\cache</c> on Windows.
    /// </summary>
    public static string Folder
    {
        get
        {
            if (OperatingSystem.IsWindows())
                return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "assay", "cache");
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            var set = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            var caches = Path.IsPathFullyQualified(set ?? "") ? set! : Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
            return Path.Combine(caches, "assay");
        }
    }
}
