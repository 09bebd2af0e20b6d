using Assay.Core.Changes;
using Assay.Core.Components;

namespace Assay.Toolchains.Components;

/// <summary>What role files have by the toolchain roots they lie below: the nearest root that can tell decides.</summary>
public static class RootRoles
{
    /// <summary>Whether production takes a path in, by any root above it.</summary>
    public static Func<string, bool> Shipped(IFileTree tree, IEnumerable<ToolchainRoot> roots, Func<string, bool> saidTest)
    {
        var shipped = roots.Select(root => (root.Path, Ships: Toolchains.Named(root.Toolchain).Shipped(tree, root, saidTest))).ToList();
        return path => shipped.Exists(root => TreePaths.IsBelow(path, root.Path) && root.Ships(path));
    }

    /// <summary>The role of a path; null where no root can tell. A package that lies in a folder of tests of the package above it is part of these tests.</summary>
    public static Func<string, FileRole?> Of(IFileTree tree, IEnumerable<ToolchainRoot> roots)
    {
        var nearest = roots.OrderByDescending(root => root.Path.Length).Select(root => (root.Path, root.Toolchain, Role: Toolchains.Named(root.Toolchain).Roles(tree, root))).ToList();
        return path =>
        {
            FileRole? found = null;
            string? by = null;
            foreach (var root in nearest.Where(root => TreePaths.IsBelow(path, root.Path)))
            {
                if (root.Role(path) is not { } role) continue;
                if (found is null) (found, by) = (role, root.Toolchain);
                else if (by == root.Toolchain && role == FileRole.Test) return FileRole.Test;
            }
            return found;
        };
    }
}
