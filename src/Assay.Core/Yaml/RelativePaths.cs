namespace Assay.Core.Yaml;

/// <summary>Paths in files: relative, forward slashes, inside.</summary>
internal static class RelativePaths
{
    /// <summary>What is wrong with the path; null where nothing is.</summary>
    public static string? Mistake(string path) =>
        path.StartsWith('/') || path.StartsWith('~') || (path.Length > 1 && path[1] == ':') ? "it must be relative"
        : path.Split('/', '\\').Contains("..") ? "it must not lead out with '..'"
        : null;

    /// <summary>The path without <c>./</c> and a trailing slash; empty for the folder itself.</summary>
    public static string Normalise(string path) =>
        string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."));
}
