namespace Assay.Toolchains;

/// <summary>Two folders that show the same sources say the same of them, once their own paths are taken out.</summary>
internal static class MachinePaths
{
    /// <summary>The text with every path below the root relative to it.</summary>
    internal static string Without(string text, string root)
    {
        string above = root.TrimEnd('/', '\\');
        string slashed = above.Replace('\\', '/') + "/";
        return text.Replace((slashed[0] == '/' ? "file://" : "file:///") + slashed, "", StringComparison.Ordinal)
            .Replace(slashed, "", StringComparison.Ordinal).Replace(above + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }
}
