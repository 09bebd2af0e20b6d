using System.Collections.Immutable;
using System.Text;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Toolchains.DotNet.Projects;

namespace Assay.Toolchains.Components;

/// <summary>
/// Where components are taken to be that nobody declared: the folders of solutions, of packages, and of the members of workspaces, where these are independent and
/// hold production code; and the judged path for what is left over. Wherever they are entangled, or tests stand outside of what they test, the path is one component:
/// that is never laxer than several.
/// </summary>
internal static class DetectedFolders
{
    /// <summary>The folders in order; the judged path alone where it holds at most one independent root.</summary>
    internal static ImmutableArray<string> Of(IFileTree tree, string scope)
    {
        ImmutableArray<ToolchainRoot> roots = [.. Toolchains.All.SelectMany(toolchain => toolchain.Detect(tree, scope))];
        ImmutableArray<ToolchainRoot> parts = [.. roots.SelectMany(root => Toolchains.Named(root.Toolchain).Parts(tree, root).Select(part => new ToolchainRoot(root.Toolchain, part, root.Entry)))];
        var folders = roots.Where(root => !ProjectFile.Is(root.Entry)).Select(root => root.Path).Concat(parts.Select(part => part.Path)).Concat(PythonPackages(tree, scope))
            .Where(folder => TreePaths.IsBelow(folder, scope) || folder == scope).ToHashSet(StringComparer.Ordinal);
        bool atScope = folders.Remove(scope);
        if (folders.Count + (atScope ? 1 : 0) < 2 || !Disentangle(tree, roots, scope, folders))
        {
            return [scope];
        }

        var territory = new Territory(tree, folders.Append(scope));
        foreach (string folder in folders.Where(folder => !Holds(territory, Above(folder), folder, FileRole.Production)).ToList())
        {
            bool within = Territory.Owner(folder, folders.Contains) is not null;
            if (!within && Holds(territory, Above(folder), folder, FileRole.Test))
            {
                return [scope];
            }

            folders.Remove(folder);
        }

        var left = new Territory(tree, folders.Append(scope));
        bool production = Holds(left, roots, scope, FileRole.Production, FileRole.Generated);
        bool several = folders.Count > (production && atScope ? 0 : 1);
        return !several || (!production && Holds(left, roots, scope, FileRole.Test))
            ? [scope]
            : [.. (production ? folders.Append(scope) : folders).Order(StringComparer.Ordinal)];

        // A member of a workspace is what it is by itself, whatever its folder is called.
        IEnumerable<ToolchainRoot> Above(string folder) =>
            parts.FirstOrDefault(part => part.Path == folder) is { } part ? [part] : roots.Where(root => root.Path == folder || TreePaths.IsBelow(folder, root.Path) || TreePaths.IsBelow(root.Path, folder));
    }

    /// <summary>
    /// Drops folders whose projects a solution elsewhere builds too, so that they belong to it. False where a solution reaches out of its folder into what is left over:
    /// then nothing can be told apart.
    /// </summary>
    private static bool Disentangle(IFileTree tree, ImmutableArray<ToolchainRoot> roots, string scope, HashSet<string> folders)
    {
        var solutions = roots.Where(root => SolutionFile.Rank(root.Entry) >= 0)
            .Select(root => (root.Path, Projects: SolutionFile.Projects(tree, root.Entry).ToHashSet(StringComparer.Ordinal))).ToList();
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (var (path, projects) in solutions)
            {
                string own = folders.Contains(path) ? path : Territory.Owner(path + "/", folders.Contains) ?? scope;
                foreach (string project in projects.Where(project => TreePaths.IsBelow(project, scope)))
                {
                    string owner = Territory.Owner(project, folders.Contains) ?? scope;
                    if (owner == own || solutions.Exists(other => other.Path == owner && !TreePaths.IsBelow(owner, own) && other.Projects.Contains(project)))
                    {
                        continue;
                    }

                    if (owner == scope || !TreePaths.IsBelow(owner, own))
                    {
                        return false;
                    }

                    changed |= folders.Remove(owner);
                }
            }
        }

        return true;
    }

    /// <summary>Whether a source there has one of the roles; what no toolchain knows is production.</summary>
    private static bool Holds(Territory territory, IEnumerable<ToolchainRoot> roots, string folder, params ReadOnlySpan<FileRole> wanted)
    {
        IFileTree part = territory.Of(folder);
        var roleOf = RootRoles.Of(part, roots);
        // Whether a test is imported by production takes reading; a name that says nothing of tests answers at once.
        foreach (TreeFile file in part.Files.Where(file => file.Mode.StartsWith("100", StringComparison.Ordinal) && Inventory.IsSource(file.Path)).OrderBy(file => file.Path.Contains("test", StringComparison.OrdinalIgnoreCase)))
        {
            if (wanted.Contains(roleOf(file.Path) ?? FileRole.Production))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> PythonPackages(IFileTree tree, string scope) => tree.Files.Select(file => file.Path)
        .Where(path => TreePaths.Name(path) == "pyproject.toml" && TreePaths.IsBelow(path, scope))
        .Where(path => tree.Read(path) is { } bytes && Encoding.UTF8.GetString(bytes) is var text
            && (text.Contains("[project]", StringComparison.Ordinal) || text.Contains("[tool.poetry]", StringComparison.Ordinal)))
        .Select(TreePaths.Folder);
}
