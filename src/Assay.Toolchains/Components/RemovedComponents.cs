using Assay.Core;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Rules;

namespace Assay.Toolchains.Components;

/// <summary>
/// Components at base that are none any more, while sources of theirs stay: the manifest that showed one was deleted or renamed, or assay.yaml now says otherwise.
/// Dividing a component is no removal: its parts are judged each.
/// </summary>
public static class RemovedComponents
{
    /// <summary>One weakening for each. Where both sides declare their components, the comparison of the two files of configuration tells.</summary>
    /// <param name="scope">Judged path relative to the repository, empty for the root.</param>
    public static IEnumerable<Weakening> In(
        Change change, string scope, IReadOnlyCollection<FoundComponent> components, IFileTree head, IFileTree? atBase, Configuration baseConfiguration)
    {
        if (atBase is null || !baseConfiguration.Components.IsEmpty || !CouldMove(change)) yield break;
        var now = components.Select(found => found.Component.Path).ToHashSet(StringComparer.Ordinal);
        var before = DetectedFolders.Of(atBase, scope);
        var territory = new Territory(atBase, before);
        var stay = head.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in before.Where(folder => !now.Contains(folder)))
        {
            var left = territory.Of(folder).Files.Select(file => file.Path).FirstOrDefault(path => Inventory.IsSource(path) && stay.Contains(path)
                && !(Territory.Owner(path, now.Contains) is { } owner && TreePaths.IsBelow(owner, folder)));
            if (left is not null)
                yield return new Weakening(WeakeningSource.Rule, $"removes the component in {(folder.Length == 0 ? "." : folder)}, whose sources stay", new Location(left));
        }
    }

    /// <summary>An edit of sources alone moves no component.</summary>
    private static bool CouldMove(Change change) => change.Files.Any(file => file.Kind != ChangeKind.Modified || !Inventory.IsSource(file.Path));
}
