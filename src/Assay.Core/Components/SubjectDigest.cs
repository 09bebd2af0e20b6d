using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Assay.Core.Changes;
using Assay.Core.Globs;

namespace Assay.Core.Components;

/// <summary>
/// The digest that evidence is bound to: over mode, path and git object id of a component's inputs, that is its files and those directly in the folders above it,
/// without documentation and records, and over the inputs of all that it depends on. The same inputs give the same digest in another commit, so a squash, a merge
/// queue or a documentation commit does not make evidence stale.
/// </summary>
public static class SubjectDigest
{
    private static readonly GlobSet Documentation = new(["**/README*.md", "**/CHANGELOG*.md", "**/CONTRIBUTING*.md", "**/LICENSE", "**/LICENSE.{txt,md}", "docs/**/*.md"]);

    /// <summary><c>sha256:…</c> of the inputs of the one component in this folder, which depends on nothing; empty for the root.</summary>
    public static string Of(IFileTree tree, string path) => Hash(Own(tree.Files.Where(file => IsBelow(file.Path, path)), path).Concat(Above(tree.Files, path)));

    /// <summary><c>sha256:…</c> of every file of the one component in this folder, documentation and records included: what is said of every file is bound to it.</summary>
    public static string Everything(IFileTree tree, string path) => Hash(tree.Files.Where(file => IsBelow(file.Path, path)));

    /// <summary>The components with their digests.</summary>
    /// <param name="rest">Files of no component, which the first component answers for.</param>
    public static ImmutableArray<Component> OfAll(IFileTree tree, Territory territory, ImmutableArray<Component> components, IEnumerable<TreeFile> rest)
    {
        var above = tree.Files.ToLookup(file => Folder(file.Path), StringComparer.Ordinal);
        var own = components.ToDictionary(component => component.Id, component => Hash(
            Own(territory.Of(component.Path).Files, component.Path)
                .Concat(Ancestors(component.Path).SelectMany(folder => above[folder]).Where(file => !IsDocumentation(file.Path) && Path.GetFileName(file.Path) != Adoption.Baseline.FileName))
                .Concat(component == components[0] ? rest.Where(file => !IsDocumentation(file.Path)) : [])));
        var used = components.ToDictionary(component => component.Id, component => component.DependsOn);
        return
        [
            .. components.Select(component => component with
            {
                Subject = With(component.Id),
                Content = Hash(component == components[0] ? territory.Of(component.Path).Files.Concat(rest) : territory.Of(component.Path).Files),
            }),
        ];

        string With(string id)
        {
            var others = Reachable.From([id], next => used[next]).Where(other => other != id).Order(StringComparer.Ordinal).ToList();
            if (others.Count == 0) return own[id];
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(Encoding.UTF8.GetBytes(own[id]));
            foreach (var other in others) hash.AppendData(Encoding.UTF8.GetBytes($"\0{other} {own[other]}"));
            return Shown(hash);
        }
    }

    /// <summary>Whether the file is documentation by its name, which no build and no test reads.</summary>
    public static bool IsDocumentation(string path) =>
        // Most files have neither, and this is asked for every file of a repository.
        (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.Contains("LICENSE", StringComparison.OrdinalIgnoreCase)) && Documentation.IsMatch(path);

    private static IEnumerable<TreeFile> Own(IEnumerable<TreeFile> files, string path) =>
        files.Where(file => !IsDocumentation(file.Path) && !RecordPlaces.NoInput.IsMatch(path.Length == 0 ? file.Path : file.Path[(path.Length + 1)..]));

    private static IEnumerable<TreeFile> Above(IEnumerable<TreeFile> files, string path) =>
        files.Where(file => !IsBelow(file.Path, path) && IsBelow(path, Folder(file.Path)) && !IsDocumentation(file.Path) && Path.GetFileName(file.Path) != Adoption.Baseline.FileName);

    private static string Hash(IEnumerable<TreeFile> inputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in inputs.DistinctBy(file => file.Path).OrderBy(file => file.Path, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Mode} {file.Id} {file.Path}\0"));
        return Shown(hash);
    }

    private static string Shown(IncrementalHash hash) => "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());

    private static IEnumerable<string> Ancestors(string path)
    {
        while (path.Length > 0) yield return path = Folder(path);
    }

    private static bool IsBelow(string path, string folder) =>
        folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static string Folder(string file) => file.LastIndexOf('/') is var slash and >= 0 ? file[..slash] : "";
}
