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
        HashSet<string> folders = [.. tree.Files.Select(file => file.Path).Where(file => NodeProject.IsManifest(file, path)).Select(TreePaths.Folder)];
        return [.. folders.Where(folder => StandsAlone(tree, folder, folders)).Order(StringComparer.Ordinal)
            .Select(folder => new ToolchainRoot(Name, folder, TreePaths.Join(folder, "package.json")))];
    }

    /// <summary>
    /// The members of a workspace, where each runs its own tests. Where one runner of the root runs them all, its report cannot be divided.
    /// </summary>
    public ImmutableArray<string> Parts(IFileTree tree, ToolchainRoot root) =>
        NodeProject.Read(tree, root) is { Members.IsEmpty: false } project && !NodeSteps.RootRunsAll(project) ? [.. project.Members.Select(member => member.Path)] : [];

    /// <summary>
    /// An outermost package; below one, a package that is no member of its workspace and has something to say: a package.json that only marks a folder
    /// (<c>{ "type": "module" }</c>) is part of the package above.
    /// </summary>
    private static bool StandsAlone(IFileTree tree, string folder, HashSet<string> folders)
    {
        bool nested = false;
        for (string? above = TreePaths.Parent(folder); above is not null && !nested && folder.Length > 0; above = TreePaths.Parent(above))
        {
            nested = folders.Contains(above);
        }

        return !nested || (NodeWorkspace.Of(tree, folder) is not { } workspace || !folders.Contains(workspace)
            ? NodeManifest.Read(tree.Read(TreePaths.Join(folder, "package.json"))) is not { } manifest || manifest.Name is not null || !manifest.Scripts.IsEmpty || !manifest.Dependencies.IsEmpty
            : false);
    }

    public ComponentKind? KindOf(IFileTree tree, ToolchainRoot root) => NodeProject.Read(tree, root) is { } project ? NodeKind.Of(project) : null;

    public Func<string, FileRole?> Roles(IFileTree tree, ToolchainRoot root)
    {
        var imported = new Lazy<HashSet<string>>(() => NodeImports.Of(tree, root));
        return path => NodeRoles.Of(root.Path, path) switch
        {
            null or FileRole.Test or FileRole.Generated or FileRole.Tooling when imported.Value.Contains(path) => FileRole.Production,
            var role => role,
        };
    }

    public Func<string, bool> Shipped(IFileTree tree, ToolchainRoot root, Func<string, bool> saidTest) => NodeImports.Of(tree, root, saidTest).Contains;

    public IReadOnlyList<Step> Steps(StepContext context) =>
        NodeProject.Read(context.Tree, context.Root) is { } project ? new NodeSteps(context, project).All() : [NodeBrokenStep.Create(context.Root)];

    public IReadOnlyList<Step> TrialSteps(StepContext context, Trial trial) =>
        NodeProject.Read(context.Tree, context.Root) is { } project ? new NodeSteps(context, project).InTrial(trial) : [NodeBrokenStep.Create(context.Root)];
}
