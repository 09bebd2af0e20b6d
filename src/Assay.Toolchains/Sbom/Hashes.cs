namespace Assay.Toolchains.Sbom;

/// <summary>Digests as lock files write them.</summary>
internal static class Hashes
{
    private const int Sha512Bytes = 64;

    /// <summary>Lower-case hex of a SHA-512 in base64; null where the text is none.</summary>
    internal static string? FromBase64(string? text)
    {
        var bytes = new byte[Sha512Bytes + 2];
        return text is not null && Convert.TryFromBase64String(text, bytes, out int written) && written == Sha512Bytes ? Convert.ToHexStringLower(bytes.AsSpan(0, Sha512Bytes)) : null;
    }

    /// <summary>The same of Subresource Integrity (<c>sha512-…</c>), which may list several.</summary>
    internal static string? FromIntegrity(string? text) =>
        text?.Split(' ').Where(each => each.StartsWith("sha512-", StringComparison.Ordinal)).Select(each => FromBase64(each["sha512-".Length..])).FirstOrDefault();
}
