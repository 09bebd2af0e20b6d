using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;

namespace Assay.Toolchains.DotNet.Projects;

/// <summary>Finds what <c>dotnet</c> is to be pointed at.</summary>
internal static class DotNetRoots
{
    /// <summary>
    /// The outermost folders that hold a solution; then the outermost folders of projects that lie below none of them and that none of their solutions names.
    /// </summary>
    internal static ImmutableArray<ToolchainRoot> Find(IFileTree tree, string path)
    {
        string[] files = [.. tree.Files.Select(file => file.Path).Where(file => TreePaths.IsBelow(file, path))];
        ToolchainRoot[] solutions = [.. Roots(files.Where(file => SolutionFile.Rank(file) >= 0))];
        HashSet<string> named = [.. solutions.SelectMany(root => SolutionFile.Projects(tree, root.Entry))];
        var alone = files.Where(file => ProjectFile.Is(file) && !named.Contains(file) && !solutions.Any(root => TreePaths.IsBelow(file, root.Path)));
        return [.. solutions.Concat(Roots(alone)).OrderBy(root => root.Path, StringComparer.Ordinal)];
    }

    /// <summary>Solutions beside the one that is used.</summary>
    internal static int Others(IFileTree tree, ToolchainRoot root) => SolutionFile.Rank(root.Entry) < 0 ? 0
        : tree.Files.Count(file => SolutionFile.Rank(file.Path) >= 0 && TreePaths.Folder(file.Path) == root.Path) - 1;

    /// <summary>The projects that belong to the root: those that its solution names, else all below its folder.</summary>
    internal static IReadOnlyList<string> Projects(IFileTree tree, ToolchainRoot root) => SolutionFile.Rank(root.Entry) >= 0
        ? SolutionFile.Projects(tree, root.Entry)
        : [.. tree.Files.Select(file => file.Path).Where(file => ProjectFile.Is(file) && TreePaths.IsBelow(file, root.Path))];

    private static IEnumerable<ToolchainRoot> Roots(IEnumerable<string> entries)
    {
        ILookup<string, string> byFolder = entries.ToLookup(TreePaths.Folder);
        return TreePaths.Outermost([.. byFolder.Select(group => group.Key)])
            .Select(folder => new ToolchainRoot(DotNetToolchain.ToolchainName, folder, Preferred(folder, byFolder[folder])));
    }

    private static string Preferred(string folder, IEnumerable<string> entries) => entries
        .OrderBy(SolutionFile.Rank)
        .ThenBy(entry => Path.GetFileNameWithoutExtension(entry).Equals(TreePaths.Name(folder), StringComparison.OrdinalIgnoreCase) ? 0 : 1)
        .ThenBy(entry => entry, StringComparer.Ordinal)
        .First();
}
