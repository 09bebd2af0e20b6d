using System.Security.Cryptography;
using System.Text;

namespace Assay.Toolchains.Releases;

/// <summary>
/// The digest of what is released. A file: over its bytes, as any other tool tells it. A folder: over the path and the digest of each file in it, by
/// path; a link in it counts with where it leads, not with what lies there.
/// </summary>
internal static class ArtifactDigest
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = false, AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary><c>sha256:…</c>; null where there is no file.</summary>
    public static string? Of(string path)
    {
        if (File.Exists(path)) return Prefixed(OfFile(path));
        if (!Directory.Exists(path)) return null;
        var entries = Entries(new DirectoryInfo(path), "").OrderBy(entry => entry.Name, StringComparer.Ordinal).ToList();
        if (entries.Count == 0) return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in entries) hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0{content()}\n"));
        return Prefixed(hash.GetHashAndReset());
    }

    private static IEnumerable<(string Name, Func<string> Content)> Entries(DirectoryInfo folder, string prefix)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything))
        {
            var name = prefix + entry.Name;
            if (entry.LinkTarget is { } target) yield return (name, () => $"link {target}");
            else if (entry is DirectoryInfo below)
                foreach (var deeper in Entries(below, name + "/")) yield return deeper;
            else yield return (name, () => Convert.ToHexStringLower(OfFile(entry.FullName)));
        }
    }

    private static byte[] OfFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return SHA256.HashData(file);
    }

    private static string Prefixed(byte[] hash) => "sha256:" + Convert.ToHexStringLower(hash);
}
