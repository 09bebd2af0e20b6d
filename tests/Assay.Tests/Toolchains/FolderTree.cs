using System.Collections.Immutable;
using Assay.Core.Changes;

namespace Assay.Tests.Toolchains;

/// <summary>A tree of given files: of a folder on the disk, or only in memory.</summary>
internal sealed class FolderTree(IReadOnlyDictionary<string, byte[]> contents) : IFileTree
{
    internal static FolderTree Of(params (string Path, string Content)[] files) =>
        new(files.ToDictionary(f => f.Path, f => System.Text.Encoding.UTF8.GetBytes(f.Content)));

    internal static FolderTree OnDisk(string folder, Func<string, bool>? holds = null) => new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(f => holds?.Invoke(f) ?? true)
        .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes));

    public ImmutableArray<TreeFile> Files { get; } =
        [.. contents.Keys.Order(StringComparer.Ordinal).Select(path => new TreeFile(path, "100644", new string('0', 40)))];

    public byte[]? Read(string path) => contents.TryGetValue(path, out byte[]? bytes) ? bytes : null;
}
