using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Toolchains.Node;

namespace Assay.Toolchains.Sbom;

/// <summary>Packages of a Node root, from its lock file as the judged tree has it.</summary>
internal static class NodeLock
{
    internal static readonly string[] NpmNames = ["npm-shrinkwrap.json", "package-lock.json"];

    private const long MostBytes = 256L << 20;

    internal static BillContents Read(IFileTree tree, ToolchainRoot root)
    {
        (string Name, Func<byte[], string, BillContents> Read)[] known =
        [
            ("pnpm-lock.yaml", PnpmLock.Read),
            .. NpmNames.Select(name => (name, (Func<byte[], string, BillContents>)((bytes, path) => NpmLock.Read(bytes, path, tree.Read(root.Entry))))),
            ("yarn.lock", YarnLock.Read),
        ];
        foreach (var (name, read) in known)
        {
            string path = TreePaths.Join(root.Path, name);
            if (tree.Read(path) is { } bytes)
            {
                return bytes.LongLength <= MostBytes ? read(bytes, path) : BillContents.Unknown($"{path} is longer than {MostBytes >> 20} MB.", path, "Split the project.");
            }
        }

        bool needs = NodeProject.Read(tree, root) is not { } project || project.Packages.Any(package => !package.Manifest.Dependencies.IsEmpty);
        return needs
            ? BillContents.Unknown($"{root.Entry} declares packages, and no lock file says which versions.", root.Entry, "Commit the lock file: npm install --package-lock-only")
            : BillContents.None;
    }
}
