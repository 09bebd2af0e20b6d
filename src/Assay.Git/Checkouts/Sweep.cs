using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Git.Trees;

namespace Assay.Git.Checkouts;

/// <summary>
/// Removes from a clone what is not in the tree that it is to show, ignored or not: a generated file of an earlier tree could make the tests of a later one pass.
/// Only what set-up and builds put down, and keep right themselves from tree to tree, stays: <c>node_modules</c> beside a package.json, <c>bin</c> and <c>obj</c>
/// beside a project of MSBuild (its targets remove outputs that are no longer made), and virtual environments of Python.
/// </summary>
internal sealed class Sweep
{
    private static readonly ImmutableHashSet<string> VirtualEnvironments = [".venv", "venv"];

    /// <summary>What tools keep in <c>node_modules</c> and make again where it is gone.</summary>
    private static readonly ImmutableArray<string> CachesOfNode = [".cache", ".vite", ".vite-temp", ".vitest"];

    private readonly HashSet<string> files;
    private readonly HashSet<string> folders;
    private readonly HashSet<string> projects;

    private Sweep(ImmutableArray<TreeFile> tree)
    {
        files = tree.Where(file => file.Mode != FileModes.Submodule).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        folders = tree.SelectMany(file => Above(file.Path)).Concat(tree.Where(file => file.Mode == FileModes.Submodule).Select(file => file.Path)).ToHashSet(StringComparer.Ordinal);
        projects = files.Where(file => file.EndsWith("proj", StringComparison.Ordinal) && Path.GetExtension(file).Length > 4).Select(Parent).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>False where something has a name that cannot be said, so that it had to stay.</summary>
    public bool Complete { get; private set; } = true;

    /// <summary>Nothing was there that did not belong.</summary>
    public bool FoundNothing { get; private set; } = true;

    /// <summary>Removes what does not belong.</summary>
    public static Sweep Clean(string root, ImmutableArray<TreeFile> tree)
    {
        var sweep = new Sweep(tree);
        sweep.Clean(new DirectoryInfo(root), "");
        return sweep;
    }

    private void Clean(DirectoryInfo folder, string prefix)
    {
        FolderRemoval.MakeWritable(folder);
        foreach (var entry in folder.GetFileSystemInfos())
        {
            var path = prefix + entry.Name;
            if (path == VisibleRepository.Name) continue;
            if (entry is DirectoryInfo { LinkTarget: null } inner)
            {
                if (folders.Contains(path)) Clean(inner, path + "/");
                else if (Stays(inner, prefix)) DropCaches(inner);
                else Remove(entry);
            }
            else if (!files.Contains(path))
            {
                Remove(entry);
            }
        }
    }

    private bool Stays(DirectoryInfo folder, string prefix) => !files.Contains(prefix + folder.Name) && folder.Name switch
    {
        "node_modules" => files.Contains(prefix + "package.json"),
        "bin" or "obj" => projects.Contains(prefix.TrimEnd('/')),
        _ => VirtualEnvironments.Contains(folder.Name) && File.Exists(Path.Combine(folder.FullName, "pyvenv.cfg")),
    };

    private static void DropCaches(DirectoryInfo folder)
    {
        if (folder.Name != "node_modules") return;
        foreach (var cache in CachesOfNode.Select(name => Path.Combine(folder.FullName, name)).Where(Path.Exists)) FolderRemoval.Remove(cache);
    }

    private void Remove(FileSystemInfo entry)
    {
        FoundNothing = false;
        if (entry.Name.Contains('\uFFFD')) Complete = false;
        else FolderRemoval.Remove(entry.FullName);
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1)) yield return path[..slash];
    }

    private static string Parent(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}
