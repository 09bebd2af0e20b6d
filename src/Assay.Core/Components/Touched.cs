using System.Collections.Immutable;
using Assay.Core.Changes;

namespace Assay.Core.Components;

/// <summary>
/// The components that a change concerns: those that its files lie in, records and documentation included; those below a folder in which it edits a file directly
/// (<c>Directory.Build.props</c>, <c>global.json</c>, a lock file, <c>assay.yaml</c>), since toolchains read such files from above; and all that depend on any of these.
/// The first component answers for files that lie in none, so no change concerns nothing.
/// </summary>
public static class Touched
{
    /// <summary>Ids of the components that the change concerns; all of them for a state.</summary>
    public static ImmutableHashSet<string> By(Change change, ImmutableArray<Component> components)
    {
        if (change.Judged == Judged.State) return [.. components.Select(component => component.Id)];
        var byPath = components.ToDictionary(component => component.Path, component => component.Id, StringComparer.Ordinal);
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in change.Files.SelectMany(file => file.OldPath is null ? [file.Path] : new[] { file.Path, file.OldPath }).Distinct())
        {
            touched.Add(Territory.Owner(path, byPath.ContainsKey) is { } owner ? byPath[owner] : components[0].Id);
            if (!SubjectDigest.IsDocumentation(path)) touched.UnionWith(Below(path[..Math.Max(0, path.LastIndexOf('/'))]));
        }
        // What differs from head in nothing, a change of history alone, is held against the first one too.
        if (touched.Count == 0) touched.Add(components[0].Id);
        var users = components.SelectMany(component => component.DependsOn.Select(used => (Used: used, User: component.Id))).ToLookup(edge => edge.Used, edge => edge.User);
        return [.. Reachable.From(touched, id => users[id])];

        IEnumerable<string> Below(string folder) =>
            components.Where(component => component.Path.Length > 0 && (folder.Length == 0 || component.Path.StartsWith(folder + "/", StringComparison.Ordinal))).Select(component => component.Id);
    }
}
