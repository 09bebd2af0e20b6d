using Assay.Core;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Rules;

namespace Assay.Toolchains.Components;

/// <summary>Sources beside the components: nothing compiles, tests or measures them.</summary>
public static class Unjudged
{
    /// <summary>One weakening for each such file of the judged path that the change adds or edits.</summary>
    /// <param name="scope">Judged path relative to the repository, empty for the root.</param>
    public static IEnumerable<Weakening> In(Change change, string scope, IReadOnlyCollection<FoundComponent> components)
    {
        var folders = components.Select(found => found.Component.Path).ToHashSet(StringComparer.Ordinal);
        return from file in change.Files
               where file.Kind != ChangeKind.Deleted && Inventory.IsSource(file.Path) && TreePaths.IsBelow(file.Path, scope) && Territory.Owner(file.Path, folders.Contains) is null
               select new Weakening(WeakeningSource.Rule, "lies in no component, so that nothing judges it", new Location(file.Path));
    }

    /// <summary>Where a state is judged: one problem for all such files of the judged path. Generated code and what configures tools asks for no component.</summary>
    public static IEnumerable<EvidenceProblem> In(IFileTree tree, string scope, IReadOnlyCollection<FoundComponent> components)
    {
        var rest = new Territory(tree, components.Select(found => found.Component.Path)).Rest
            .Where(file => file.Mode.StartsWith("100", StringComparison.Ordinal) && TreePaths.IsBelow(file.Path, scope) && Inventory.IsSource(file.Path)).ToList();
        if (rest.Count == 0) yield break;
        var roles = Toolchains.All.SelectMany(toolchain => toolchain.Detect(tree, scope).Select(root => toolchain.Roles(tree, root))).ToList();
        var files = rest.Where(file => roles.All(role => role(file.Path) is null or FileRole.Production or FileRole.Test)).Select(file => file.Path).ToList();
        if (files.Count == 0) yield break;
        var named = string.Join(", ", files.Take(3)) + (files.Count > 3 ? $" and {files.Count - 3} more" : "");
        yield return new EvidenceProblem(new AssayError(ConfigurationErrors.SourcesOfNoComponent, $"No component holds {named}, so that nothing judges {(files.Count == 1 ? "it" : "them")}.", files[0]), null, null);
    }
}
