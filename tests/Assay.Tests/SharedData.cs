namespace Assay.Tests;

/// <summary>Files of others with expected answers, kept beside the repository and never in it.</summary>
internal static class SharedData
{
    /// <summary>Their folder; it may be absent.</summary>
    internal static string Root { get; } = Environment.GetEnvironmentVariable("ASSAY_SHARED_DATA") is { Length: > 0 } named
        ? named
        : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data"));
}
