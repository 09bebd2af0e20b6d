using System.Collections.Immutable;
using System.Security.Cryptography;
using Assay.Core.Changes;

namespace Assay.Tests.Toolchains;

/// <summary>A tree of given files: of a folder on the disk, or only in memory.</summary>
internal sealed class FolderTree(IReadOnlyDictionary<string, byte[]> contents) : IFileTree
{
    internal static FolderTree Of(params (string Path, string Content)[] files) =>
        new(files.ToDictionary(f => f.Path, f => System.Text.Encoding.UTF8.GetBytes(f.Content)));

    internal static FolderTree OnDisk(string folder, Func<string, bool>? holds = null) => new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => holds?.Invoke(file) ?? true)
        .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes));

    /// <summary>Without what is installed, and git's own.</summary>
    internal static FolderTree OfProject(string folder) => OnDisk(folder, file =>
        Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("node_modules" or ".git"));

    public ImmutableArray<TreeFile> Files { get; } =
        [.. contents.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new TreeFile(file.Key, "100644", Convert.ToHexStringLower(SHA256.HashData(file.Value))[..40]))];

    public byte[]? Read(string path) => contents.TryGetValue(path, out byte[]? bytes) ? bytes : null;
}
