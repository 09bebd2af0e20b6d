using System.Collections.Immutable;
using Assay.Core.Components;

namespace Assay.Toolchains.Node;

/// <summary>Roles of JavaScript and TypeScript files by the names that their tools use; null for every other file.</summary>
internal static class NodeRoles
{
    private static readonly ImmutableHashSet<string> Sources = [".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx", ".vue", ".svelte"];
    private static readonly ImmutableHashSet<string> TestFolders = ["__tests__", "__mocks__", "test", "tests", "e2e", "spec", "__fixtures__", "fixtures", "cypress"];
    private static readonly ImmutableHashSet<string> MadeFolders = ["dist", "build", "coverage", "node_modules", ".next", ".nuxt"];

    /// <param name="root">Folder of the toolchain's root.</param>
    internal static FileRole? Of(string root, string path)
    {
        string name = TreePaths.Name(path);
        if (!TreePaths.IsBelow(path, root) || !Sources.Contains(Path.GetExtension(name)))
        {
            return null;
        }

        string[] folders = path[(root.Length == 0 ? 0 : root.Length + 1)..].Split('/')[..^1];
        string[] parts = name.Split('.');
        string[] middle = parts.Length > 2 ? parts[1..^1] : [];
        if (folders.Any(MadeFolders.Contains) || middle.Contains("min") || (middle.Contains("d") && parts[^1] is "ts" or "mts" or "cts"))
        {
            return FileRole.Generated;
        }

        if (folders.Any(TestFolders.Contains) || middle.Any(part => part is "test" or "spec" or "test-d" or "e2e" or "cy" or "stories"))
        {
            return FileRole.Test;
        }

        return folders.Length == 0 && (middle.Contains("config") || name.StartsWith('.')) ? FileRole.Tooling : FileRole.Production;
    }
}
