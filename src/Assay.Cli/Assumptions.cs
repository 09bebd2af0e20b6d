using System.Collections.Immutable;
using Assay.Cli.Commands;
using Assay.Core;
using Assay.Core.Components;
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
            var tools = components.SelectMany(found => found.Component.Toolchains).Select(root => $"{root.Toolchain} ({root.Entry})").ToList();
            notes.Add(components is [{ Component: var one }]
                ? $"no assay.yaml: all of {(one.Path.Length == 0 ? "the repository" : one.Path)} is judged as one component, {one.Id}"
                : $"no assay.yaml: {components.Length} components were found, {Few(components.Select(found => found.Component.Id))}");
            notes.Add(tools.Count > 0 ? $"detected: {Few(tools)}" : "no known toolchain was detected; pass reports with --evidence");
        }
        notes.AddRange(components.Where(found => found.Component.Judged).Select(found => Unconfirmed(found.Component)).OfType<string>());
        if (options is { Collect: true, Phase: Phase.PreImplementation }) notes.Add("nothing was collected: nothing that runs is due before implementation");
        else if (options is { Collect: true, Head: not null }) notes.Add("nothing was collected: --head is not what stands in the work tree");
        return notes.ToImmutable();
    }

    /// <summary>A kind that its sources do not bear out sets nothing aside; null where they do, or none was declared.</summary>
    private static string? Unconfirmed(Component component) => component.DeclaredKind is not { } declared || component.DeclaredKind == component.DetectedKind ? null
        : $"{component.Id}: assay.yaml calls it a {Snake.Case(declared)}, {(component.DetectedKind is { } detected ? $"its sources look like a {Snake.Case(detected)}" : "which its sources do not show")}, so what is asked of any kind is asked of it";

    private static string Few(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count <= Most ? string.Join(", ", all) : $"{string.Join(", ", all.Take(Most))} and {all.Count - Most} more";
    }

    private const int Most = 6;
}
