using System.Collections.Immutable;
using Assay.Toolchains.DotNet;
using Assay.Toolchains.Node;
using Assay.Toolchains.Python;

namespace Assay.Toolchains;

/// <summary>Every toolchain there is, named one by one because the executable has no reflection; a test shows that none is missing.</summary>
public static class Toolchains
{
    /// <summary>All toolchains, by name.</summary>
    public static ImmutableArray<IToolchain> All { get; } =
    [
        new DotNetToolchain(),
        new NodeToolchain(),
        new PythonToolchain(),
    ];

    /// <summary>The toolchain of this name.</summary>
    public static IToolchain Named(string name) => All.First(toolchain => toolchain.Name == name);
}
