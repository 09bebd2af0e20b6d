using System.Security.Cryptography;

namespace Assay.Evidence.Store;

/// <summary>Digests of files, as they stand in records.</summary>
internal static class Digests
{
    /// <summary><c>sha256:…</c> of the file's bytes.</summary>
    internal static string Of(string path)
    {
        using var file = File.OpenRead(path);
        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(file))}";
    }
}
