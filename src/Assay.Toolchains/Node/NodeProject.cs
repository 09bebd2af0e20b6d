using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;

namespace Assay.Toolchains.Node;

/// <summary>A package of a root: its folder relative to the repository (empty for the repository's own) and its manifest.</summary>
internal sealed record NodePackage(string Path, NodeManifest Manifest)
{
    internal string File(string name) => TreePaths.Join(Path, name);
}

/// <summary>What a root holds: its own package, and those of its workspaces.</summary>
internal sealed record NodeProject(NodePackage Root, ImmutableArray<NodePackage> Members, ImmutableHashSet<string> Files)
{
    private static readonly ImmutableHashSet<string> NotOurs =
        ["node_modules", "testdata", "fixtures", "__fixtures__", "fixture", "templates", "dist", "bin", "obj"];

    /// <summary>All packages, the root's first.</summary>
    internal ImmutableArray<NodePackage> Packages => [Root, .. Members];

    /// <summary>Null where the entry is no readable package.json.</summary>
    internal static NodeProject? Read(IFileTree tree, ToolchainRoot root)
    {
        if (NodeManifest.Read(tree.Read(root.Entry)) is not { } manifest)
        {
            return null;
        }

        var own = new NodePackage(root.Path, manifest);
        ImmutableHashSet<string> files = [.. tree.Files.Select(file => file.Path).Where(path => TreePaths.IsBelow(path, root.Path))];
        ImmutableArray<NodePackage> members = NodeWorkspace.Members(tree, root.Path) is not { } isMember ? [] : [.. files
            .Where(path => path != root.Entry && IsManifest(path, root.Path) && isMember(TreePaths.Folder(path))).Order(StringComparer.Ordinal)
            .Select(path => (Folder: TreePaths.Folder(path), Manifest: NodeManifest.Read(tree.Read(path))))
            .Where(member => member.Manifest is not null)
            .Select(member => new NodePackage(member.Folder, member.Manifest!))];
        return new NodeProject(own, members, files);
    }

    /// <summary>Whether the package holds such a file at its top.</summary>
    internal bool Has(NodePackage package, Func<string, bool> name) => Files.Any(path => TreePaths.Folder(path) == package.Path && name(TreePaths.Name(path)));

    /// <summary>Whether the path is a package.json that people wrote for a package, not one that a test or template below the folder brings.</summary>
    internal static bool IsManifest(string path, string folder) =>
        TreePaths.IsBelow(path, folder) && TreePaths.Name(path) == "package.json" && !path[folder.Length..].Split('/').Any(NotOurs.Contains);
}
