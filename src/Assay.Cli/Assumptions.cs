using System.Collections.Immutable;
using Assay.Cli.Commands;
using Assay.Core.Configurations;
using Assay.Core.Standards;
using Assay.Toolchains.Components;

namespace Assay.Cli;

/// <summary>What was assumed where nothing was configured; every verdict says so.</summary>
internal static class Assumptions
{
    public static ImmutableArray<string> Of(
        Configuration configuration, ImmutableArray<FoundComponent> components, CheckOptions options)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (configuration.Path is null)
        {
            var component = components[0].Component;
            var tools = component.Toolchains.Select(root => $"{root.Toolchain} ({root.Entry})").ToList();
            notes.Add($"no assay.yaml: all of {(component.Path.Length == 0 ? "the repository" : component.Path)} is judged as one component, {component.Id}");
            notes.Add(tools.Count > 0 ? $"detected: {string.Join(", ", tools)}" : "no known toolchain was detected; pass reports with --evidence");
        }
        if (options is { Collect: true, Phase: Phase.PreImplementation }) notes.Add("nothing was collected: nothing that runs is due before implementation");
        else if (options is { Collect: true, Head: not null }) notes.Add("nothing was collected: --head is not what stands in the work tree");
        return notes.ToImmutable();
    }
}
