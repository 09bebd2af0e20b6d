using System.Security.Cryptography;
using System.Text;

namespace Assay.Git.Objects;

/// <summary>How a repository names its objects: a digest over <c>blob SIZE NUL content</c>. See gitformat-loose, hash-function-transition.</summary>
internal sealed class ObjectFormat
{
    public static readonly ObjectFormat Sha1 = new("sha1", HashAlgorithmName.SHA1, 40);
    public static readonly ObjectFormat Sha256 = new("sha256", HashAlgorithmName.SHA256, 64);

    private readonly HashAlgorithmName algorithm;

    private ObjectFormat(string name, HashAlgorithmName algorithm, int length) => (Name, this.algorithm, IdLength) = (name, algorithm, length);

    /// <summary>Its name on git's command line.</summary>
    public string Name { get; }

    /// <summary>Hexadecimal digits of an id.</summary>
    public int IdLength { get; }

    /// <summary>The id of the tree without a file, which git knows in every repository.</summary>
    public string EmptyTree => Convert.ToHexStringLower(CryptographicOperations.HashData(algorithm, "tree 0\0"u8));

    public string NoObject => new('0', IdLength);

    public bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);

    public string IdOf(ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(algorithm);
        hash.AppendData(Header(content.Length));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public string IdOf(Stream content, long length)
    {
        using var hash = IncrementalHash.CreateHash(algorithm);
        hash.AppendData(Header(length));
        var buffer = new byte[1 << 16];
        for (int read; (read = content.Read(buffer)) > 0;)
            hash.AppendData(buffer, 0, read);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static byte[] Header(long length) => Encoding.ASCII.GetBytes($"blob {length}\0");
}
