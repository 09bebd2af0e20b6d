using Assay.Core;
using Assay.Core.Changes;
using Assay.Core.Rules;

namespace Assay.Toolchains.Components;

/// <summary>Sources that a change adds or edits beside the declared components: nothing compiles, tests or measures them.</summary>
public static class Unjudged
{
    /// <summary>One weakening for each such file in the judged path.</summary>
    /// <param name="scope">Judged path relative to the repository, empty for the root.</param>
    public static IEnumerable<Weakening> In(Change change, string scope, IReadOnlyCollection<FoundComponent> components) =>
        from file in change.Files
        where file.Kind != ChangeKind.Deleted && Inventory.IsSource(file.Path)
        where (scope.Length == 0 || file.Path.StartsWith(scope + "/", StringComparison.Ordinal)) && !components.Any(found => found.Component.Contains(file.Path))
        select new Weakening(WeakeningSource.Rule, "lies in no component, so that nothing judges it", new Location(file.Path));
}
