using System.Text;
using Assay.Core.Changes;
using Assay.Git.Trees;
using Assay.Toolchains.Components;

namespace Assay.Proof.Green;

/// <summary>Whether tests may read what the judged tree does not hold, so that the same tree does not mean the same result.</summary>
internal static class Reaching
{
    private static readonly string[] Environments = [".venv", "venv"];

    /// <summary>A submodule, whose files may be edited, or a link to what is no file of the tree.</summary>
    public static bool Out(IFileTree tree)
    {
        var there = tree.Files.SelectMany(file => Above(file.Path).Prepend(file.Path)).ToHashSet(StringComparer.Ordinal);
        return tree.Files.Any(file => file.Mode == FileModes.Submodule || (file.Mode == FileModes.Link && !(Target(tree, file.Path) is { } target && there.Contains(target))));
    }

    /// <summary>Packages in a folder of the work tree that a check uses and a clone lacks, or reports that commands leave beside the code.</summary>
    public static bool WorkTree(string root, FoundComponent found) => !found.Configuration.Evidence.IsEmpty
        || found.Component.Toolchains.Any(toolchain => toolchain.Toolchain == "python" && Environments.Any(name => Directory.Exists(Path.Combine(root, toolchain.Path, name))));

    private static string? Target(IFileTree tree, string link)
    {
        if (tree.Read(link) is not { } bytes || Encoding.UTF8.GetString(bytes) is not { Length: > 0 } target || Path.IsPathRooted(target)) return null;
        var parts = link.Split('/')[..^1].ToList();
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."))
        {
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1)) yield return path[..slash];
    }
}
