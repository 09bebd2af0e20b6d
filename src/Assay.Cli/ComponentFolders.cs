using Assay.Core.Components;

namespace Assay.Cli;

/// <summary>Components by their folders: an id that nobody declared is made of the name of the clone's folder, and differs from clone to clone.</summary>
internal sealed class ComponentFolders
{
    private readonly Dictionary<string, string> folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    public ComponentFolders(IReadOnlyList<Component> components)
    {
        foreach (var component in components)
        {
            var alone = components.Count(other => other.Path == component.Path) == 1;
            var folder = !alone ? component.Id : component.Path.Length == 0 ? "." : component.Path;
            folders[component.Id] = folder;
            ids[folder] = component.Id;
        }
    }

    public string Folder(string id) => folders.GetValueOrDefault(id, id);

    public string Id(string folder) => ids.GetValueOrDefault(folder, folder);
}
