using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Configurations;
using Assay.Core.Standards;

namespace Assay.Core.Rules;

/// <summary>Everything in a change that loosens what it is judged by.</summary>
public static class Weakenings
{
    /// <summary>Compares the rules at base and head and reads the edited lines; ordered by place.</summary>
    public static ImmutableArray<Weakening> Of(Change change, Policy head, IFileTree headTree, Policy atBase, IFileTree? baseTree)
    {
        if (change.Judged == Judged.State) return head.Overridden;
        var standard = StandardDiff.Loosened(atBase.Standard, head.Standard)
            .Select(what => new Weakening(WeakeningSource.Rule, what, new Location(Place(head.Configuration))));
        var scripts = baseTree is null
            ? CommandScripts.In(change, (head.Configuration, headTree))
            : CommandScripts.In(change, (head.Configuration, headTree), (atBase.Configuration, baseTree));
        return
        [
            .. head.Overridden,
            .. atBase.Unread is { } unread ? [new Weakening(WeakeningSource.Rule, unread, new Location(head.Configuration.Path ?? "assay.yaml"))] : ImmutableArray<Weakening>.Empty,
            .. ConfigurationDiff.Loosened(atBase.Configuration, head.Configuration)
                .Concat(standard).Concat(scripts).Concat(RuleFiles.In(change)).Concat(PackageScripts.In(change, headTree, baseTree))
                .Concat(PythonSettings.In(change, headTree, baseTree)).Concat(SloDiff.Loosened(change, headTree, baseTree)).Concat(OpenApiDiff.Loosened(change, headTree, baseTree))
                .Concat(RequirementsDiff.Loosened(change, headTree, baseTree)).Concat(Suppressions.In(change))
                .Distinct().OrderBy(weakening => weakening.Location?.File, StringComparer.Ordinal).ThenBy(weakening => weakening.Location?.Line),
        ];
    }

    /// <summary>The standard's file where it lies in this repository, else the file that names it.</summary>
    private static string Place(Configuration configuration) =>
        configuration.Standard is { } standard && !PinnedStandard.IsMeant(standard) ? standard : configuration.Path ?? "assay.yaml";
}
