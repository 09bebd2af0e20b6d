using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Toolchains.Configured;

namespace Assay.Toolchains.Python;

/// <summary>Python, by the tools that are there (the project's <c>.venv</c>, else the machine's): pytest with coverage.py, mypy, ruff or flake8.</summary>
internal sealed class PythonToolchain : IToolchain
{
    internal const string ToolchainName = "python";

    private static readonly ImmutableArray<string> Entries = ["pyproject.toml", "setup.py", "setup.cfg", "requirements.txt"];
    private static readonly ImmutableHashSet<string> NotOurs = ["node_modules", "testdata", "fixtures", "templates", "site-packages", ".venv", "venv"];

    public string Name => ToolchainName;

    public ImmutableArray<ToolchainRoot> Detect(IFileTree tree, string path)
    {
        var sources = tree.Files.Select(file => file.Path).Where(file => TreePaths.IsBelow(file, path) && file.EndsWith(".py", StringComparison.Ordinal)).ToList();
        if (sources.Count == 0)
        {
            return [];
        }

        var entries = tree.Files.Select(file => file.Path)
            .Where(file => TreePaths.IsBelow(file, path) && Entries.Contains(TreePaths.Name(file)) && !file.Split('/').Any(NotOurs.Contains))
            .GroupBy(TreePaths.Folder).Where(folder => sources.Exists(source => TreePaths.IsBelow(source, folder.Key)))
            .ToDictionary(folder => folder.Key, folder => folder.OrderBy(file => Entries.IndexOf(TreePaths.Name(file))).First());
        return [.. TreePaths.Outermost(entries.Keys).Order(StringComparer.Ordinal).Select(folder => new ToolchainRoot(Name, folder, entries[folder]))];
    }

    public ComponentKind? KindOf(IFileTree tree, ToolchainRoot root) => PythonKind.Of(tree, root.Path);

    public Func<string, FileRole?> Roles(IFileTree tree, ToolchainRoot root)
    {
        var imported = new Lazy<HashSet<string>>(() => PythonImports.OfProduction(tree, root.Path));
        return path => PythonRoles.Of(root.Path, path) switch
        {
            FileRole.Test or FileRole.Generated or FileRole.Tooling when imported.Value.Contains(path) => FileRole.Production,
            var role => role,
        };
    }

    public Func<string, bool> Shipped(IFileTree tree, ToolchainRoot root, Func<string, bool> saidTest) => PythonImports.OfProduction(tree, root.Path, saidTest).Contains;

    public IReadOnlyList<Step> TrialSteps(StepContext context, Trial trial) =>
    [
        .. Steps(context).Where(step => step.Kind is StepKind.Build or StepKind.Test).Select(step =>
            step.Kind != StepKind.Test ? step
            : context.Commands.ContainsKey("test") ? ConfiguredTrial.Of(step, context.RepositoryRoot)
            : new PythonTestStep(new Interpreter(context.RepositoryRoot, context.Root.Path), trial).Create(step.Name)),
    ];

    public IReadOnlyList<Step> Steps(StepContext context)
    {
        var sources = context.Tree.Files.Select(file => file.Path).Where(path => context.Component.Contains(path) && PythonRoles.Of(context.Root.Path, path) is FileRole.Production).ToImmutableArray();
        var interpreter = new Interpreter(context.RepositoryRoot, context.Root.Path);
        // Where another toolchain is there, a configured command is that one's, which runs it once.
        var alone = context.Component.Toolchains.All(root => root.Toolchain == Name) && context.Component.Toolchains[0] == context.Root;
        Step?[] steps =
        [
            alone ? ConfiguredStep.Create(context, "build", StepName("build"), StepKind.Build) : null,
            Chosen("test", StepKind.Test, () => new PythonTestStep(interpreter, new Trial(Coverage: true, [])).Create(StepName("test"))),
            Chosen("types", StepKind.Types, () => new PythonTypesStep(interpreter, sources).Create(StepName("types"))),
            Chosen("lint", StepKind.Lint, () => new PythonLintStep(interpreter, sources).Create(StepName("lint"))),
        ];
        return [.. steps.OfType<Step>()];

        Step? Chosen(string key, StepKind kind, Func<Step> detected) =>
            !context.Commands.ContainsKey(key) ? detected() : alone ? ConfiguredStep.Create(context, key, StepName(key), kind) : null;

        string StepName(string step)
        {
            var below = context.Root.Path[context.Component.Path.Length..].Trim('/');
            return below.Length == 0 ? $"python-{step}" : $"python-{step}-{string.Concat(below.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}";
        }
    }
}
