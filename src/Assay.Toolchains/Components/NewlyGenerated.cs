using Assay.Core;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Rules;

namespace Assay.Toolchains.Components;

/// <summary>
/// Sources that a change brings as generated, or calls so now. Nothing is asked of generated code, and nothing but a name or a comment says that it is,
/// so it counts as a suppression like <c>@Generated</c>.
/// </summary>
public static class NewlyGenerated
{
    /// <summary>One weakening for each such file.</summary>
    public static IEnumerable<Weakening> In(Change change, IFileTree head, IFileTree? atBase, FoundComponent found, IEnumerable<string> others)
    {
        if (change.Judged == Judged.State) yield break;
        var paths = others.ToList();
        var before = atBase is null ? [] : Generated(atBase);
        var now = Generated(head);
        foreach (var file in change.Files.Where(file => now.Contains(file.Path) && !before.Contains(file.OldPath ?? file.Path)))
            yield return new Weakening(WeakeningSource.Suppression, "is called generated, so that no test is asked for it", new Location(file.Path));

        HashSet<string> Generated(IFileTree tree) => Inventory.Of(tree, found.Component, found.Configuration, paths)
            .Where(file => file.Role == FileRole.Generated && !IsTypes(file.Path)).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsTypes(string path) => path.EndsWith(".d.mts", StringComparison.Ordinal) || path.EndsWith(".d.cts", StringComparison.Ordinal);
}
