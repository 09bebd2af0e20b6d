using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Toolchains.Analysis.DotNet;
using Assay.Toolchains.Configured;
using Assay.Toolchains.DotNet.Building;
using Assay.Toolchains.DotNet.Documentation;
using Assay.Toolchains.DotNet.Projects;
using Assay.Toolchains.DotNet.Testing;
using Assay.Toolchains.DotNet.Trials;

namespace Assay.Toolchains.DotNet;

/// <summary>.NET: solutions and projects, built and tested by the <c>dotnet</c> command.</summary>
internal sealed class DotNetToolchain : IToolchain
{
    internal const string ToolchainName = "dotnet";

    private readonly TrialMemory memory = new();

    public string Name => ToolchainName;

    public ImmutableArray<ToolchainRoot> Detect(IFileTree tree, string path) => DotNetRoots.Find(tree, path);

    public ComponentKind? KindOf(IFileTree tree, ToolchainRoot root) => DotNetKind.Of(tree, root);

    public Func<string, FileRole?> Roles(IFileTree tree, ToolchainRoot root) => new DotNetRoles(tree, root).Of;

    public Func<string, bool> Shipped(IFileTree tree, ToolchainRoot root, Func<string, bool> saidTest) => new DotNetRoles(tree, root).Shipped(saidTest);

    public IReadOnlyList<Step> Steps(StepContext context)
    {
        var work = new DotNetWork(context);
        Step? build = ConfiguredStep.Create(context, "build", work.Name("build"), StepKind.Build);
        Step? test = ConfiguredStep.Create(context, "test", work.Name("test"), StepKind.Test);
        Step?[] steps =
        [
            build is null ? RestoreStep.Create(work) : null,
            build ?? BuildStep.Create(work),
            DocumentationStep.Create(work, built: build is null),
            test ?? TestStep.Create(work),
            RoslynAnalysisStep.Create(work),
            Alone(context) ? ConfiguredStep.Create(context, "types", work.Name("types"), StepKind.Types) : null,
            Alone(context) ? ConfiguredStep.Create(context, "lint", work.Name("lint"), StepKind.Lint) : null,
        ];
        return [.. steps.OfType<Step>()];
    }

    public IReadOnlyList<Step> TrialSteps(StepContext context, Trial trial)
    {
        var work = new DotNetWork(context);
        Step? build = ConfiguredStep.Create(context, "build", work.Name("build"), StepKind.Build);
        Step? test = ConfiguredStep.Create(context, "test", work.Name("test"), StepKind.Test);
        if (build is not null)
        {
            return [build, test ?? TestStep.Create(work)];
        }

        var tried = new TrialWork(work, trial);
        return !tried.HoldsTests && test is null && work.OthersHoldTests
            ? []
            : [TrialRestore.Create(tried, memory), TrialBuild.Create(tried, memory), test ?? TrialTest.Create(tried)];
    }

    /// <summary>Types and lint are other toolchains' own words; where one of them is there, the configured command is its.</summary>
    private static bool Alone(StepContext context) => context.Component.Toolchains.All(root => root.Toolchain == ToolchainName);
}
