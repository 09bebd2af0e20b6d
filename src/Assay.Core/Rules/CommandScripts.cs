using System.Text;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;

namespace Assay.Core.Rules;

/// <summary>
/// Scripts that the configured commands run, and those that these run in turn: files of the tree that a command or script names. Comments name nothing;
/// documentation and records, which are judged by themselves, are no scripts.
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
            var folder = configuration.Path is { } path ? Folder(path) : "";
            var files = tree.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            foreach (var component in configuration.Components)
                foreach (var command in component.Commands.Values)
                    Reach(tree, files, Combine(folder, component.Path), command, reached);
        }
        return reached.Where(changed.Contains).Order(StringComparer.Ordinal)
            .Select(path => new Weakening(WeakeningSource.Rule, "edits a script that a configured command runs", new Location(path)));
    }

    private static void Reach(IFileTree tree, HashSet<string> files, string folder, string command, HashSet<string> reached)
    {
        var open = new Queue<(string Folder, string Text)>([(folder, command)]);
        while (open.TryDequeue(out var text))
        {
            foreach (var name in Names(text.Text))
            {
                foreach (var path in (string[])[Combine(text.Folder, name), Combine(folder, name), name])
                {
                    if (!files.Contains(path) || NoScript(path, folder) || !reached.Add(path)) continue;
                    if (tree.Read(path) is { Length: < MostScriptBytes } bytes) open.Enqueue((Folder(path), Encoding.UTF8.GetString(bytes)));
                }
            }
        }
    }

    /// <summary>Words that may name a file. One without a dot or slash is a word like any other, unless a line begins with it.</summary>
    private static IEnumerable<string> Names(string text)
    {
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith('#')))
        {
            var words = line.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < words.Length; i++)
            {
                if (i == 0 || words[i].AsSpan().IndexOfAny('.', '/') >= 0) yield return words[i].StartsWith("./", StringComparison.Ordinal) ? words[i][2..] : words[i];
            }
        }
    }

    private static bool NoScript(string path, string component)
    {
        if (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) return true;
        var local = component.Length > 0 && path.StartsWith(component + "/", StringComparison.Ordinal) ? path[(component.Length + 1)..] : path;
        return RecordPlaces.Named.IsMatch(local) || RecordPlaces.NoInput.IsMatch(local) || RecordPlaces.Watching.IsMatch(local);
    }

    private const int MostScriptBytes = 1 << 20;

    private static readonly char[] Separators = [' ', '\t', '\r', '\n', '"', '\'', ';', '&', '|', '(', ')', '{', '}', '<', '>', '=', ',', '`', '$', ':', '[', ']'];

    private static string Folder(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    private static string Combine(string folder, string path) => folder.Length == 0 ? path : path.Length == 0 ? folder : $"{folder}/{path}";
}
