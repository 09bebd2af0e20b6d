using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;

namespace Assay.Toolchains.Node;

/// <summary>JavaScript and TypeScript on Node.js: npm, pnpm or yarn by lock file; Vitest, Jest, Mocha or Node's own test runner; tsc; ESLint.</summary>
public sealed class NodeToolchain : IToolchain
{
    /// <inheritdoc/>
    public string Name => "node";

    /// <inheritdoc/>
    public ImmutableArray<ToolchainRoot> Detect(IFileTree tree, string path)
    {
        var roots = new List<ToolchainRoot>();
        var entries = tree.Files.Select(file => file.Path).Where(file => NodeProject.Below(path, file) && NodeProject.IsManifest(file));
        foreach (string entry in entries.OrderBy(entry => entry.Count(c => c == '/')).ThenBy(entry => entry, StringComparer.Ordinal))
        {
            string folder = NodeProject.FolderOf(entry);
            if (!roots.Any(root => NodeProject.Below(root.Path, entry)))
            {
                roots.Add(new ToolchainRoot(Name, folder, entry));
            }
        }

        return [.. roots];
    }

    /// <inheritdoc/>
    public ComponentKind? KindOf(IFileTree tree, ToolchainRoot root) => NodeProject.Read(tree, root) is { } project ? NodeKind.Of(project) : null;

    /// <inheritdoc/>
    public Func<string, FileRole?> Roles(IFileTree tree, ToolchainRoot root) => path => NodeRoles.Of(root.Path, path);

    /// <inheritdoc/>
    public IReadOnlyList<Step> Steps(StepContext context)
    {
        if (NodeProject.Read(context.Tree, context.Root) is not { } project)
        {
            return [NodeBrokenStep.Create(context.Root)];
        }

        var steps = new List<Step>();
        PackageManager manager = PackageManager.Of(context.Tree, project);
        if (manager.Install is { } install)
        {
            steps.Add(NodeInstallStep.Install(Path.Combine(context.RepositoryRoot, project.Root.Path), manager, install));
        }

        steps.AddRange(TestSteps(context, project));
        steps.AddRange(TypesSteps(context, project));
        steps.AddRange(LintSteps(context, project));
        return steps;
    }

    /// <summary>The root's own runner runs the tests of all packages; where it has none, each package runs its own.</summary>
    private static IEnumerable<Step> TestSteps(StepContext context, NodeProject project)
    {
        var scripts = project.Packages.Select(package => (Package: package, Script: TestScript.Of(package.Manifest))).Where(pair => pair.Script is not null).ToList();
        bool rootRuns = scripts.FirstOrDefault().Package == project.Root && (scripts[0].Script!.Runner != TestRunner.Unknown || scripts.Count == 1);
        foreach (var (package, script) in rootRuns ? scripts.Take(1) : scripts.Where(pair => pair.Package != project.Root))
        {
            if (!script!.Before.IsEmpty)
            {
                yield return NodeInstallStep.Build(NameOf("node-build", project, package), Path.Combine(context.RepositoryRoot, package.Path), script.Before);
            }

            yield return new NodeTestStep(context.RepositoryRoot, package, script).Create(NameOf("node-test", project, package));
        }
    }

    private static IEnumerable<Step> TypesSteps(StepContext context, NodeProject project)
    {
        foreach (NodePackage package in project.Packages)
        {
            if (NodeTypesStep.Projects(context.Tree, package) is { IsEmpty: false } projects)
            {
                string compiler = package.Manifest.Uses("vue-tsc") || project.Root.Manifest.Uses("vue-tsc") ? "vue-tsc" : "tsc";
                yield return new NodeTypesStep(context.RepositoryRoot, package, compiler, projects).Create(NameOf("node-types", project, package));
            }
        }
    }

    private static IEnumerable<Step> LintSteps(StepContext context, NodeProject project)
    {
        // ESLint of the root goes down into the packages; only where it has no configuration do theirs stand alone.
        var configured = project.Packages.Where(package => project.Has(package, NodeLintStep.IsConfiguration)).ToList();
        return (configured.FirstOrDefault() == project.Root ? configured.Take(1) : configured)
            .Select(package => new NodeLintStep(context.RepositoryRoot, package).Create(NameOf("node-lint", project, package)));
    }

    private static string NameOf(string step, NodeProject project, NodePackage package)
    {
        string path = package.Path == project.Root.Path ? "" : package.Path[(project.Root.Path.Length == 0 ? 0 : project.Root.Path.Length + 1)..];
        return path.Length == 0 ? step : $"{step}-{string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}";
    }
}
