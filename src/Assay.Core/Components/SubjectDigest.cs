using System.Security.Cryptography;
using System.Text;
using Assay.Core.Changes;
using Assay.Core.Globs;

namespace Assay.Core.Components;

/// <summary>
/// The digest that evidence is bound to: over mode, path and git object id of a component's inputs, that is its files and those directly in the folders above it,
/// without documentation and records. The same inputs give the same digest in another commit, so a squash, a merge queue or a documentation commit does not make evidence stale.
/// </summary>
public static class SubjectDigest
{
    private static readonly GlobSet Documentation = new(["**/README*.md", "**/CHANGELOG*.md", "**/CONTRIBUTING*.md", "**/LICENSE*", "docs/**/*.md", "**/docs/**/*.md"]);

    /// <summary><c>sha256:…</c> of the inputs of the component in this folder; empty for the root.</summary>
    public static string Of(IFileTree tree, string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in tree.Files)
        {
            if (!IsInput(file.Path, path)) continue;
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Mode} {file.Id} {file.Path}\0"));
        }
        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool IsInput(string file, string component) =>
        IsBelow(file, component)
            ? !Documentation.IsMatch(file) && !RecordPlaces.NoInput.IsMatch(component.Length == 0 ? file : file[(component.Length + 1)..])
            : IsBelow(component, Folder(file)) && !Documentation.IsMatch(file);

    private static bool IsBelow(string path, string folder) =>
        folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static string Folder(string file) => file.LastIndexOf('/') is var slash and >= 0 ? file[..slash] : "";
}
