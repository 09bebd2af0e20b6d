using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Git.WorkTrees;

/// <summary>
/// The stand-in that git-lfs commits for a large file: its SHA-256 and size. See https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md.
/// </summary>
internal static class LfsPointer
{
    /// <summary>A pointer has fewer bytes.</summary>
    public const int MaxSize = 1024;

    public static bool IsPointer(ReadOnlySpan<byte> blob) =>
        blob.Length < MaxSize && blob.StartsWith("version https://git-lfs.github.com/spec/v1\n"u8) && blob.IndexOf("\noid sha256:"u8) > 0;

    /// <summary>The pointer names exactly this content.</summary>
    public static bool Names(ReadOnlySpan<byte> pointer, string path)
    {
        var lines = Encoding.UTF8.GetString(pointer).Split('\n');
        return lines.Contains($"size {new FileInfo(path).Length}") && lines.Contains($"oid sha256:{Digest(path)}");
    }

    /// <summary>The digest in hexadecimal digits and the size that the pointer names; null where it names none.</summary>
    public static (string Digest, long Size)? Parse(ReadOnlySpan<byte> blob)
    {
        if (!IsPointer(blob)) return null;
        var lines = Encoding.UTF8.GetString(blob).Split('\n');
        var digest = lines.First(line => line.StartsWith("oid sha256:", StringComparison.Ordinal))["oid sha256:".Length..];
        var size = lines.FirstOrDefault(line => line.StartsWith("size ", StringComparison.Ordinal))?["size ".Length..];
        return digest.Length == 64 && digest.All(char.IsAsciiHexDigitLower) && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? (digest, bytes) : null;
    }

    public static byte[] For(string path) =>
        Encoding.ASCII.GetBytes($"version https://git-lfs.github.com/spec/v1\noid sha256:{Digest(path)}\nsize {new FileInfo(path).Length}\n");

    private static string Digest(string path)
    {
        using var content = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
