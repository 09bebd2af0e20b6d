using System.Collections.Immutable;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Standards;
using Assay.Git;
using Assay.Toolchains.Components;

namespace Assay.Cli;

/// <summary>All components of the judged path, and which of them are judged: those that the change concerns; all for a state and for a deployment.</summary>
internal static class JudgedComponents
{
    public static ImmutableArray<FoundComponent> Of(ChangeSelection selection, string scope, Configuration configuration, Phase phase, bool everything = false)
    {
        var all = ComponentFinder.Locate(selection.Head, scope, selection.Change.Repository, configuration, phase == Phase.PreImplementation);
        var touched = everything || phase == Phase.Deployment ? null : Touched.By(selection.Change, [.. all.Select(found => found.Component)]);
        var territory = new Territory(selection.Head, all.Select(found => found.Component.Path));
        return [.. all.Select(found => found with
        {
            Component = touched is null || touched.Contains(found.Component.Id) ? ComponentFinder.WithKind(territory, found.Component) : found.Component with { Judged = false },
        })];
    }
}
