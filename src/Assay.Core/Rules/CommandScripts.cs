using System.Text;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Globs;

namespace Assay.Core.Rules;

/// <summary>
/// Scripts that the configured commands run, and those that these run in turn: files of the tree that a command or script names, from wherever it may stand.
/// Comments name nothing; documentation, records and prompts, which are judged by themselves, are no scripts.
/// </summary>
internal static class CommandScripts
{
    /// <summary>Edits of the change to any script that the commands reach, at head or at base.</summary>
    public static IEnumerable<Weakening> In(Change change, params ReadOnlySpan<(Configuration Configuration, IFileTree Tree)> sides)
    {
        var changed = change.Files.SelectMany(file => file.OldPath is null ? [file.Path] : new[] { file.Path, file.OldPath }).ToHashSet(StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (configuration, tree) in sides)
        {
            if (configuration.Components.All(component => component.Commands.IsEmpty)) continue;
            var folder = configuration.Path is { } path ? TreePath.Folder(path) : "";
            var places = new TreePlaces(tree);
            foreach (var component in configuration.Components.Where(component => !component.Commands.IsEmpty))
                Reach(places, TreePath.Resolve(folder, component.Path) ?? "", component.Commands.Values, new GlobSet(component.Prompts), reached);
        }
        return reached.Where(changed.Contains).Order(StringComparer.Ordinal)
            .Select(path => new Weakening(WeakeningSource.Rule, "edits a script that a configured command runs", new Location(path)));
    }

    /// <summary>Follows names and <c>cd</c> until neither leads anywhere new: a script may stand in any folder that those before it went to.</summary>
    private static void Reach(TreePlaces tree, string component, IEnumerable<string> commands, GlobSet prompts, HashSet<string> reached)
    {
        HashSet<string> own = new(StringComparer.Ordinal), folders = new([component, ""], StringComparer.Ordinal);
        List<(string Folder, ShellWords Words)> texts = [.. commands.Select(command => (component, ShellWords.Of(command)))];
        int before;
        do
        {
            before = folders.Count + own.Count;
            for (var i = 0; i < texts.Count; i++)
            {
                var (folder, words) = texts[i];
                foreach (var entered in words.Entered)
                    foreach (var from in folders.Append(folder).ToArray())
                        if (folders.Count < MostFolders && TreePath.Resolve(from, entered) is { } to && tree.Folders.Contains(to)) folders.Add(to);
                foreach (var name in words.Names.Where(tree.MayName))
                    foreach (var from in folders.Append(folder))
                        if (TreePath.Resolve(from, name) is { } path && tree.Files.Contains(path) && !NoScript(path, component, prompts) && own.Add(path)
                            && tree.Tree.Read(path) is { Length: < MostScriptBytes } bytes)
                            texts.Add((TreePath.Folder(path), ShellWords.Of(Encoding.UTF8.GetString(bytes))));
            }
        }
        while (folders.Count + own.Count > before);
        reached.UnionWith(own);
    }

    private static bool NoScript(string path, string component, GlobSet prompts)
    {
        if (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) return true;
        var local = component.Length > 0 && path.StartsWith(component + "/", StringComparison.Ordinal) ? path[(component.Length + 1)..] : path;
        return prompts.IsMatch(local) || RecordPlaces.Named.IsMatch(local) || RecordPlaces.NoInput.IsMatch(local) || RecordPlaces.Watching.IsMatch(local);
    }

    private const int MostScriptBytes = 1 << 20;

    private const int MostFolders = 256;

    private sealed class TreePlaces
    {
        private readonly HashSet<string> _names;

        public TreePlaces(IFileTree tree)
        {
            Tree = tree;
            Files = tree.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            _names = Files.Select(TreePath.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var path in Files)
                for (var folder = TreePath.Folder(path); folder.Length > 0 && Folders.Add(folder); folder = TreePath.Folder(folder)) { }
        }

        public IFileTree Tree { get; }

        public HashSet<string> Files { get; }

        public HashSet<string> Folders { get; } = new([""], StringComparer.Ordinal);

        /// <summary>Whether any file has that name, wherever it lies.</summary>
        public bool MayName(string name) => _names.Contains(TreePath.Name(name));
    }
}
