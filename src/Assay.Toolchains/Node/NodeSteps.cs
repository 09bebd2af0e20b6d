using System.Collections.Immutable;
using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Toolchains.Configured;
using Assay.Toolchains.Node.Testing;
using Assay.Toolchains.Node.Trials;

namespace Assay.Toolchains.Node;

/// <summary>What there is to do for one root, in order; a command that assay.yaml names stands in for what is detected.</summary>
internal sealed class NodeSteps
{
    private readonly StepContext context;

    /// <summary>The packages of this component: members of its workspace may be components of their own.</summary>
    private readonly NodeProject project;

    /// <summary>Who installs the packages: the workspace, also for a member of it.</summary>
    private readonly NodeProject installed;

    internal NodeSteps(StepContext context, NodeProject whole)
    {
        this.context = context;
        project = whole with { Members = [.. whole.Members.Where(member => context.Component.Contains(member.File("package.json")))] };
        string? workspace = NodeWorkspace.Of(context.Tree, whole.Root.Path);
        installed = workspace is not null && NodeProject.Read(context.Tree, new ToolchainRoot(NodeToolchain.ToolchainName, workspace, TreePaths.Join(workspace, "package.json"))) is { } above ? above : whole;
    }

    /// <summary>Whether one runner of the root runs the tests of all packages.</summary>
    internal static bool RootRunsAll(NodeProject project) => TestScript.Of(project.Root.Manifest) is [var first, ..] && first.Runner != TestRunner.Unknown;

    internal IReadOnlyList<Step> All()
    {
        PackageManager manager = PackageManager.Of(context.Tree, installed);
        return
        [
            .. manager.Install is { } install ? [NodeInstallStep.Install(Name("install", project.Root), OnDisk(installed.Root), manager, install) with { Shared = $"{install} in {installed.Root.Path}" }] : (IEnumerable<Step>)[],
            .. Chosen("build", StepKind.Build, Builds),
            .. Chosen("test", StepKind.Test, () => TestRuns(new Trial(Coverage: true, []))),
            .. Chosen("types", StepKind.Types, Types),
            .. Chosen("lint", StepKind.Lint, Lints),
        ];
    }

    /// <summary>Set-up, builds and tests alone, for one of several trees that the same folder shows.</summary>
    internal IReadOnlyList<Step> InTrial(Trial trial) =>
    [
        TrialInstall.Create(Name("install", project.Root), context, installed, PackageManager.Of(context.Tree, installed)),
        .. Chosen("build", StepKind.Build, Builds).Select(build => TrialClean.Before(build, context, OnDisk(project.Root))),
        .. Chosen("test", StepKind.Test, () => TestRuns(trial)).Select(test => context.Commands.ContainsKey("test") ? ConfiguredTrial.Of(test, context.RepositoryRoot) : test),
    ];

    private IEnumerable<Step> Chosen(string key, StepKind kind, Func<IEnumerable<Step>> detected) =>
        !context.Commands.ContainsKey(key) ? detected()
        : IsOurs(key) && ConfiguredStep.Create(context, key, Name(key, project.Root), kind) is { } step ? [step]
        : [];

    /// <summary>A configured command is the component's and runs once: for its first root, and for .NET where it builds or tests and .NET is there too.</summary>
    private bool IsOurs(string key)
    {
        var roots = context.Component.Toolchains;
        return roots.FirstOrDefault(root => root.Toolchain == NodeToolchain.ToolchainName) == context.Root
            && (key is not ("build" or "test") || roots.All(root => root.Toolchain == NodeToolchain.ToolchainName));
    }

    /// <summary>The root's own runner runs the tests of all packages; where it has none, each package runs its own.</summary>
    private IEnumerable<(NodePackage Package, ImmutableArray<TestScript> Runs)> Tests()
    {
        var tests = project.Packages.Select(package => (Package: package, Runs: TestScript.Of(package.Manifest))).Where(test => !test.Runs.IsEmpty).ToList();
        bool rootRuns = tests.Count > 0 && tests[0].Package == project.Root && (tests[0].Runs[0].Runner != TestRunner.Unknown || tests.Count == 1);
        return rootRuns ? tests.Take(1) : tests.Where(test => test.Package != project.Root);
    }

    private IEnumerable<Step> TestRuns(Trial trial)
    {
        var runs = Tests().SelectMany(test => test.Runs.Select((script, index) => (test.Package, Script: script, Suffix: index == 0 ? "" : $".{index + 1}"))).ToList();
        return runs.Select(run => new NodeTestStep(context.RepositoryRoot, run.Package, run.Script, trial, runs.Count == 1).Create(Name("test", run.Package) + run.Suffix));
    }

    private IEnumerable<Step> Builds() => Tests().Select(test => (test.Package, Before: test.Runs.SelectMany(run => run.Before).Distinct().ToImmutableArray()))
        .Where(build => !build.Before.IsEmpty).Select(build => NodeInstallStep.Build(Name("build", build.Package), OnDisk(build.Package), build.Before));

    private IEnumerable<Step> Types()
    {
        foreach (NodePackage package in project.Packages)
        {
            if (NodeTypesStep.Projects(context.Tree, package) is { IsEmpty: false } projects)
            {
                string compiler = package.Manifest.Uses("vue-tsc") || project.Root.Manifest.Uses("vue-tsc") || installed.Root.Manifest.Uses("vue-tsc") ? "vue-tsc" : "tsc";
                yield return new NodeTypesStep(context.RepositoryRoot, package, compiler, projects).Create(Name("types", package));
            }
        }
    }

    /// <summary>ESLint of the root goes down into the packages; only where it has no configuration do theirs stand alone.</summary>
    private IEnumerable<Step> Lints()
    {
        if (installed.Root.Path != project.Root.Path && project.Members.IsEmpty && (project.Has(project.Root, NodeLintStep.IsConfiguration) || installed.Has(installed.Root, NodeLintStep.IsConfiguration)))
        {
            return [new NodeLintStep(context.RepositoryRoot, project.Root).Create(Name("lint", project.Root))];
        }

        var configured = project.Packages.Where(package => project.Has(package, NodeLintStep.IsConfiguration)).ToList();
        return (configured.FirstOrDefault() == project.Root ? configured.Take(1) : configured)
            .Select(package => new NodeLintStep(context.RepositoryRoot, package).Create(Name("lint", package)));
    }

    private string OnDisk(NodePackage package) => TreePaths.OnDisk(context.RepositoryRoot, package.Path);

    /// <summary>Unique in the component, which may hold several roots and many packages.</summary>
    private string Name(string step, NodePackage package)
    {
        string below = package.Path[context.Component.Path.Length..].Trim('/');
        return below.Length == 0 ? $"node-{step}" : $"node-{step}-{string.Concat(below.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}";
    }
}
