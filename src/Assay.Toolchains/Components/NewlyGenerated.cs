using Assay.Core;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Rules;

namespace Assay.Toolchains.Components;

/// <summary>
/// Sources that a change brings as generated, or calls so now. Nothing is asked of generated code, and nothing but a name or a comment says that it is,
/// so it counts as a suppression like <c>@Generated</c>.
/// So does production code that a change moves to where it is called a test, generated or a tool's.
/// </summary>
public static class NewlyGenerated
{
    /// <summary>One weakening for each such file.</summary>
    /// <param name="all">All components: what came from another one has its role from there.</param>
    public static IEnumerable<Weakening> In(Change change, IFileTree head, IFileTree? atBase, FoundComponent found, IReadOnlyCollection<FoundComponent> all)
    {
        if (change.Judged == Judged.State) yield break;
        var before = new Dictionary<string, Dictionary<string, FileRole>>(StringComparer.Ordinal);
        var now = Roles(head, found);
        foreach (var file in change.Files)
        {
            if (now.GetValueOrDefault(file.Path, FileRole.Production) is var role && role == FileRole.Production) continue;
            var was = RoleAtBase(file.OldPath ?? file.Path);
            if (role == FileRole.Generated && was != FileRole.Generated && !IsTypes(file.Path))
                yield return new Weakening(WeakeningSource.Suppression, "is called generated, so that no test is asked for it", new Location(file.Path));
            else if (was == FileRole.Production && file.OldPath is { } old)
                yield return new Weakening(WeakeningSource.Suppression, $"was production code in {old}, and no test is asked for it where it lies now", new Location(file.Path));
        }

        FileRole? RoleAtBase(string path)
        {
            if (atBase is null || !Inventory.IsSource(path)) return null;
            if (all.FirstOrDefault(other => other.Component.Contains(path)) is not { } owner) return FileRole.Production;
            if (!before.TryGetValue(owner.Component.Id, out var roles)) before[owner.Component.Id] = roles = Roles(atBase, owner);
            return roles.TryGetValue(path, out var role) ? role : null;
        }

        static Dictionary<string, FileRole> Roles(IFileTree tree, FoundComponent of) =>
            Inventory.Of(tree, of.Component, of.Configuration).ToDictionary(file => file.Path, file => file.Role, StringComparer.Ordinal);
    }

    private static bool IsTypes(string path) => path.EndsWith(".d.mts", StringComparison.Ordinal) || path.EndsWith(".d.cts", StringComparison.Ordinal);
}
