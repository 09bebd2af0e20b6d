using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Toolchains.DotNet.Projects;
using Assay.Toolchains.Node;

namespace Assay.Toolchains.Components;

/// <summary>
/// What components use of each other, by what their files say: paths that lead into another component (project references, imports, <c>file:</c> packages, shared
/// sources), projects that a solution names, and packages that another component is. A reference too many only means that more is judged.
/// </summary>
internal static partial class Dependencies
{
    private const int MostBytes = 1 << 20;

    private static readonly HashSet<string> Settings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".csproj", ".fsproj", ".vbproj", ".props", ".targets", ".sln", ".slnx", ".slnf", ".json", ".toml", ".yaml", ".yml", ".xml", ".gradle", ".kts", ".mod", ".sh", ".mk", ".cfg", ".ini",
    };

    private static readonly HashSet<string> Locks = new(StringComparer.OrdinalIgnoreCase)
    {
        "package-lock.json", "npm-shrinkwrap.json", "packages.lock.json", "pnpm-lock.yaml", "yarn.lock",
    };

    /// <summary>Ids of the components that each component uses directly, by its id.</summary>
    internal static Dictionary<string, HashSet<string>> Of(IFileTree tree, Territory territory, ImmutableArray<Component> components)
    {
        var used = components.ToDictionary(component => component.Id, _ => new HashSet<string>(StringComparer.Ordinal));
        if (components.Length < 2)
        {
            return used;
        }

        var byPath = components.ToDictionary(component => component.Path, component => component.Id, StringComparer.Ordinal);
        var projects = components.SelectMany(component => territory.Of(component.Path).Files.Where(file => ProjectFile.Is(file.Path)).Select(file => (Name: TreePaths.Name(file.Path), component.Id)))
            .ToLookup(project => project.Name, project => project.Id, StringComparer.OrdinalIgnoreCase);
        var manifests = tree.ReadAll(tree.Files.Select(file => file.Path).Where(path => TreePaths.Name(path) == "package.json"))
            .Select(file => (file.Path, Manifest: NodeManifest.Read(file.Content), Id: Owner(file.Path))).Where(file => file.Manifest is not null && file.Id is not null).ToList();
        var packages = manifests.Where(file => file.Manifest!.Name is not null).ToLookup(file => file.Manifest!.Name!, file => file.Id!, StringComparer.Ordinal);
        foreach (var (_, manifest, id) in manifests) used[id!].UnionWith(manifest!.Dependencies.Keys.SelectMany(name => packages[name]));

        var telling = components.SelectMany(component => territory.Of(component.Path).Files.Where(Tells).Select(file => (component, file.Path))).ToList();
        foreach (var ((component, path), (_, content)) in telling.Zip(tree.ReadAll(telling.Select(file => file.Path))))
        {
            if (content is { Length: < MostBytes }) Refers(component, path, content, used[component.Id]);
        }

        foreach (Component component in components)
        {
            used[component.Id].UnionWith(component.Toolchains.Where(root => SolutionFile.Rank(root.Entry) >= 0)
                .SelectMany(root => SolutionFile.Projects(tree, root.Entry)).Select(Owner).OfType<string>());
        }

        // A file above that MSBuild reads for all projects below may refer to a component for them.
        foreach (TreeFile file in tree.Files.Where(file => TreePaths.Name(file.Path) is "Directory.Build.props" or "Directory.Build.targets"))
        {
            var named = new HashSet<string>(StringComparer.Ordinal);
            if (tree.Read(file.Path) is { } bytes) Refers(null, file.Path, bytes, named);
            foreach (Component below in components.Where(component => named.Count > 0 && TreePaths.IsBelow(component.Path, TreePaths.Folder(file.Path)))) used[below.Id].UnionWith(named);
        }

        foreach (var (id, others) in used) others.Remove(id);
        return used;

        void Refers(Component? component, string path, byte[] bytes, HashSet<string> found)
        {
            bool leadsOut = bytes.AsSpan().IndexOf("../"u8) >= 0 || bytes.AsSpan().IndexOf("..\\"u8) >= 0;
            bool within = component is null || !component.Nested.IsEmpty;
            bool byName = bytes.AsSpan().IndexOf("$("u8) >= 0;
            if (!leadsOut && !within && !byName)
            {
                return;
            }

            string text = Encoding.UTF8.GetString(bytes);
            string folder = TreePaths.Folder(path);
            foreach (ValueMatch match in Paths().EnumerateMatches(text))
            {
                string written = text.Substring(match.Index, match.Length);
                if (written.Contains("$(", StringComparison.Ordinal) && written.LastIndexOf(')') is var end && ProjectFile.Is(written))
                {
                    found.UnionWith(projects[TreePaths.Name(written.Replace('\\', '/')[(end + 1)..])]);
                }

                if (!within && !written.Contains("..", StringComparison.Ordinal))
                {
                    continue;
                }

                string plain = DotNetRoles.OwnFolder().Replace(written, "");
                if (TreePaths.Resolve(folder, plain) is { } target && Owner(target) is { } owner) found.Add(owner);
            }
        }

        string? Owner(string path) => Territory.Owner(path + "/", byPath.ContainsKey) is { } owner ? byPath[owner] : null;
    }

    /// <summary>Whether a file can refer to another component at all.</summary>
    private static bool Tells(TreeFile file) => file.Mode.StartsWith("100", StringComparison.Ordinal) && TreePaths.Name(file.Path) is var name && !Locks.Contains(name)
        && (Inventory.IsSource(file.Path) || Settings.Contains(Path.GetExtension(name)) || name is "Makefile" or "Dockerfile");

    /// <summary>What looks like a path of at least two parts.</summary>
    [GeneratedRegex(@"\$\([A-Za-z]+\)[\w@.+-]*(?:[/\\][\w@.+*-]+)*|[\w@.+-]*(?:[/\\][\w@.+*-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Paths();
}
