using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;

namespace Assay.Toolchains.Node;

/// <summary>JavaScript and TypeScript on Node.js: npm, pnpm or yarn by lock file; Vitest, Jest, Mocha or Node's own test runner; tsc; ESLint.</summary>
internal sealed class NodeToolchain : IToolchain
{
    internal const string ToolchainName = "node";

    public string Name => ToolchainName;

    public ImmutableArray<ToolchainRoot> Detect(IFileTree tree, string path)
    {
        ImmutableArray<string> entries = [.. tree.Files.Select(file => file.Path).Where(file => NodeProject.IsManifest(file, path))];
        var folders = entries.Select(TreePaths.Folder).ToList();
        return [.. TreePaths.Outermost(folders).Order(StringComparer.Ordinal)
            .Select(folder => new ToolchainRoot(Name, folder, TreePaths.Join(folder, "package.json")))];
    }

    public ComponentKind? KindOf(IFileTree tree, ToolchainRoot root) => NodeProject.Read(tree, root) is { } project ? NodeKind.Of(project) : null;

    public Func<string, FileRole?> Roles(IFileTree tree, ToolchainRoot root)
    {
        var imported = new Lazy<HashSet<string>>(() => NodeImports.Of(tree, root.Path));
        return path => NodeRoles.Of(root.Path, path) switch
        {
            FileRole.Test or FileRole.Generated or FileRole.Tooling when imported.Value.Contains(path) => FileRole.Production,
            var role => role,
        };
    }

    public IReadOnlyList<Step> Steps(StepContext context) =>
        NodeProject.Read(context.Tree, context.Root) is { } project ? new NodeSteps(context, project).All() : [NodeBrokenStep.Create(context.Root)];
}
