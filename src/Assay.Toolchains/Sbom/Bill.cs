using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Toolchains.DotNet;
using Assay.Toolchains.Node;

namespace Assay.Toolchains.Sbom;

/// <summary>Which packages a component is made of: what restore resolved for .NET, what lock files name for Node and Python. Read once for all steps that need it.</summary>
internal sealed class Bill(string repositoryRoot, IFileTree tree, Component component, IReadOnlyDictionary<string, string> commands)
{
    private BillContents? contents;

    internal string RepositoryRoot => repositoryRoot;

    internal IFileTree Tree => tree;

    internal Component Component => component;

    internal ImmutableArray<DotNetWork> DotNet { get; } =
    [
        .. component.Toolchains.Where(root => root.Toolchain == DotNetToolchain.ToolchainName)
            .Select(root => new DotNetWork(new StepContext(repositoryRoot, tree, component, root, commands, TimeSpan.Zero))),
    ];

    internal ImmutableArray<ToolchainRoot> Node { get; } = [.. component.Toolchains.Where(root => root.Toolchain == NodeToolchain.ToolchainName)];

    internal async Task<BillContents> ReadAsync(StepRun run, CancellationToken cancellation)
    {
        if (contents is not null)
        {
            return contents;
        }

        var parts = new List<BillContents>();
        foreach (DotNetWork work in DotNet)
        {
            // A configured build stands in place of restore, and may restore something else or nothing.
            parts.Add(await new RestoredPackages(work, restore: commands.ContainsKey("build")).ReadAsync(run, cancellation).ConfigureAwait(false));
        }

        parts.AddRange(Node.Select(root => NodeLock.Read(tree, root)));
        parts.Add(PythonLock.Read(tree, component));
        return contents = BillContents.All(parts);
    }

    internal static ImmutableArray<string> EcosystemsOf(BillContents read) =>
        [.. read.Packages.Select(package => package.Ecosystem).Distinct().Order(StringComparer.Ordinal)];
}
