using System.Collections.Immutable;
using Assay.Core.Components;

namespace Assay.Toolchains.Python;

/// <summary>Roles of Python files by the names that its tools use; null for every other file.</summary>
internal static class PythonRoles
{
    private static readonly ImmutableHashSet<string> TestFolders = ["tests", "test", "testing"];
    private static readonly ImmutableHashSet<string> Tooling = ["setup.py", "noxfile.py", "tasks.py", "fabfile.py"];

    /// <param name="root">Folder of the toolchain's root.</param>
    internal static FileRole? Of(string root, string path)
    {
        var name = TreePaths.Name(path);
        if (!TreePaths.IsBelow(path, root) || !name.EndsWith(".py", StringComparison.Ordinal))
        {
            return null;
        }

        var folders = path[(root.Length == 0 ? 0 : root.Length + 1)..].Split('/')[..^1];
        if (name.EndsWith("_pb2.py", StringComparison.Ordinal) || name.EndsWith("_pb2_grpc.py", StringComparison.Ordinal))
        {
            return FileRole.Generated;
        }

        if (folders.Any(TestFolders.Contains) || name == "conftest.py" || name.StartsWith("test_", StringComparison.Ordinal) || name.EndsWith("_test.py", StringComparison.Ordinal))
        {
            return FileRole.Test;
        }

        return (folders.Length == 0 && Tooling.Contains(name)) || folders is ["docs" or "doc", ..] && name == "conf.py" ? FileRole.Tooling : FileRole.Production;
    }
}
