using System.Collections.Immutable;

namespace Assay.Core.Components;

/// <summary>What kind of thing a component is.</summary>
public enum ComponentKind { Service, Library, Tool, Web }

/// <summary>What is judged as one.</summary>
/// <param name="Id">Unique within the repository.</param>
/// <param name="Path">Folder relative to the repository, forward slashes, empty for the root.</param>
/// <param name="DeclaredKind">What assay.yaml says it is.</param>
/// <param name="DetectedKind">What its sources show it to be; null where they cannot tell.</param>
/// <param name="Toolchains">The toolchain roots found in it.</param>
/// <param name="Subject"><c>sha256:…</c> over its inputs at head.</param>
public sealed record Component(
    string Id, string Path, ComponentKind? DeclaredKind, ComponentKind? DetectedKind,
    ImmutableArray<ToolchainRoot> Toolchains, string Subject)
{
    /// <summary>
    /// The kind that declaration and detection agree on. Null where they do not, or where detection cannot tell:
    /// then no criterion is set aside because of the kind.
    /// </summary>
    public ComponentKind? AgreedKind => DeclaredKind == DetectedKind ? DetectedKind : null;

    /// <summary>Whether the path lies in this component.</summary>
    public bool Contains(string path) => Path.Length == 0 || path.StartsWith(Path + "/", StringComparison.Ordinal);
}

/// <summary>Where a toolchain has its root: <paramref name="Entry"/> is the file that it is pointed at (a solution, a package.json), both relative to the repository.</summary>
public sealed record ToolchainRoot(string Toolchain, string Path, string Entry);
