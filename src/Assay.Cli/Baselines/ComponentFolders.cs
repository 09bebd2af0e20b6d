using Assay.Core.Components;
using Assay.Core.Configurations;

namespace Assay.Cli.Baselines;

/// <summary>Components by their folders: an id that nobody declared is made of the name of the clone's folder, and differs from clone to clone.</summary>
internal sealed class ComponentFolders
{
    private readonly Dictionary<string, string> folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    /// <param name="before">The configuration at base: a declared component whose folder moved is the same.</param>
    public ComponentFolders(IReadOnlyList<Component> components, Configuration before)
    {
        foreach (var component in components)
        {
            var alone = components.Count(other => other.Path == component.Path) == 1;
            var folder = !alone ? component.Id : component.Path.Length == 0 ? "." : component.Path;
            folders[component.Id] = folder;
            ids[folder] = component.Id;
        }
        var above = before.Path is { } path && path.LastIndexOf('/') is >= 0 and var slash ? path[..(slash + 1)] : "";
        foreach (var declared in before.Components.Where(declared => folders.ContainsKey(declared.Id)))
            ids.TryAdd(declared.Path.Length > 0 ? above + declared.Path : above.Length > 0 ? above.TrimEnd('/') : ".", declared.Id);
    }

    public string Folder(string id) => folders.GetValueOrDefault(id, id);

    public string Id(string folder) => ids.GetValueOrDefault(folder, folder);
}
