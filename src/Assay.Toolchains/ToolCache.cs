using Assay.Git;

namespace Assay.Toolchains;

/// <summary>Where tools that Assay brings along are kept for the user, outside of any repository.</summary>
internal static class ToolCache
{
    /// <inheritdoc cref="UserCache.Folder"/>
    internal static string Folder => UserCache.Folder;
}
