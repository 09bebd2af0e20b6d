using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Core.Standards;

/// <summary>The standards that Assay brings: the files of <c>standards/</c>, byte for byte.</summary>
public static class BuiltInStandards
{
    private static readonly FrozenDictionary<string, Lazy<Standard>> Loaded = Names.ToFrozenDictionary(name => name, name => new Lazy<Standard>(() => Parse(name)));

    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names => ["production"];

    /// <summary>The text of the standard with this name; null where there is none.</summary>
    public static string? Find(string name) => Names.Contains(name) ? Encoding.UTF8.GetString(Bytes(name)) : null;

    /// <summary>The standard with this name, read once in a process; null where there is none.</summary>
    public static Standard? Load(string name) => Loaded.GetValueOrDefault(name)?.Value;

    private static Standard Parse(string name)
    {
        var bytes = Bytes(name);
        // The first hash of a process loads the platform's library for it, which takes as long as reading the standard.
        var digest = Task.Run(() => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}");
        return StandardLoader.Load(Encoding.UTF8.GetString(bytes), $"{name} (built in)", "") with { Digest = digest.GetAwaiter().GetResult() };
    }

    private static byte[] Bytes(string name)
    {
        using var stream = typeof(BuiltInStandards).Assembly.GetManifestResourceStream($"standards/{name}.yaml")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
