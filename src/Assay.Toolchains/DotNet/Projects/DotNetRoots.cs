using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;

namespace Assay.Toolchains.DotNet.Projects;

/// <summary>Finds what <c>dotnet</c> is to be pointed at.</summary>
internal static class DotNetRoots
{
    /// <summary>Folders whose projects are material of tests or templates, where a solution stands above them.</summary>
    private static readonly string[] Material = ["testdata", "fixtures", "__fixtures__", "fixture", "templates", "node_modules", "bin", "obj"];

    /// <summary>
    /// The outermost folders that hold a solution, and those below that name a project which none above them names; then the outermost folders of projects that
    /// none of these solutions names. So every project is built by some root.
    /// </summary>
    internal static ImmutableArray<ToolchainRoot> Find(IFileTree tree, string path)
    {
        string[] files = [.. tree.Files.Select(file => file.Path).Where(file => TreePaths.IsBelow(file, path))];
        HashSet<string> there = [.. files.Where(ProjectFile.Is)];
        List<ToolchainRoot> solutions = [];
        HashSet<string> named = new(StringComparer.Ordinal);
        foreach (ToolchainRoot root in ByFolder(files.Where(file => SolutionFile.Rank(file) >= 0)).OrderBy(root => root.Path.Length))
        {
            IReadOnlyList<string> projects = SolutionFile.Projects(tree, root.Entry);
            if (!solutions.Exists(above => TreePaths.IsBelow(root.Path, above.Path)) || projects.Any(project => there.Contains(project) && !named.Contains(project)))
            {
                solutions.Add(root);
                named.UnionWith(projects);
            }
        }

        var alone = there.Where(file => !named.Contains(file) && !solutions.Exists(root => IsMaterial(file, root.Path)));
        return [.. solutions.Concat(Outermost(alone)).OrderBy(root => root.Path, StringComparer.Ordinal).ThenBy(root => SolutionFile.Rank(root.Entry) < 0).ThenBy(root => root.Entry, StringComparer.Ordinal)];
    }

    private static bool IsMaterial(string file, string folder) =>
        TreePaths.IsBelow(file, folder) && file[folder.Length..].Split('/').Any(Material.Contains);

    /// <summary>Solutions beside the one that is used.</summary>
    internal static int Others(IFileTree tree, ToolchainRoot root) => SolutionFile.Rank(root.Entry) < 0 ? 0
        : tree.Files.Count(file => SolutionFile.Rank(file.Path) >= 0 && TreePaths.Folder(file.Path) == root.Path) - 1;

    /// <summary>The projects that belong to the root: those that its solution names, else all below its folder.</summary>
    internal static IReadOnlyList<string> Projects(IFileTree tree, ToolchainRoot root) => SolutionFile.Rank(root.Entry) >= 0
        ? SolutionFile.Projects(tree, root.Entry)
        : [.. tree.Files.Select(file => file.Path).Where(file => ProjectFile.Is(file) && TreePaths.IsBelow(file, root.Path))];

    private static IEnumerable<ToolchainRoot> ByFolder(IEnumerable<string> entries) => entries.GroupBy(TreePaths.Folder)
        .Select(group => new ToolchainRoot(DotNetToolchain.ToolchainName, group.Key, Preferred(group.Key, group)));

    private static IEnumerable<ToolchainRoot> Outermost(IEnumerable<string> projects)
    {
        var roots = ByFolder(projects).ToList();
        return roots.Where(root => !roots.Exists(other => other != root && TreePaths.IsBelow(root.Path, other.Path)));
    }

    private static string Preferred(string folder, IEnumerable<string> entries) => entries
        .OrderBy(SolutionFile.Rank)
        .ThenBy(entry => Path.GetFileNameWithoutExtension(entry).Equals(TreePaths.Name(folder), StringComparison.OrdinalIgnoreCase) ? 0 : 1)
        .ThenBy(entry => entry, StringComparer.Ordinal)
        .First();
}
