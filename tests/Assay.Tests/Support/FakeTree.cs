using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Assay.Core.Changes;

namespace Assay.Tests.Support;

/// <summary>A tree in memory: path and text.</summary>
internal sealed class FakeTree : IFileTree
{
    private readonly Dictionary<string, byte[]> _files;

    public FakeTree(params (string Path, string Text)[] files)
    {
        _files = files.ToDictionary(file => file.Path, file => Encoding.UTF8.GetBytes(file.Text));
        Files = [.. _files.OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => new TreeFile(file.Key, "100644", Convert.ToHexStringLower(SHA256.HashData(file.Value))))];
    }

    public ImmutableArray<TreeFile> Files { get; }

    public byte[]? Read(string path) => _files.GetValueOrDefault(path);
}
