using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assay.Evidence.Store;

namespace Assay.Proof.Running;

/// <summary>
/// Runs by key, below <c>.assay/proof</c>: a line with the format and the digest of what follows, then JSON, compressed. What is not exactly what was written, is of
/// another format, stands under another key or is older than two weeks counts as absent.
/// </summary>
/// <param name="repositoryRoot">Absolute path of the work tree.</param>
internal sealed class ResultCache(string repositoryRoot, TimeProvider time)
{
    /// <summary>More make the oldest give way.</summary>
    public const int MostEntries = 200;

    private const string Format = "assay/proof-run/v1 ";
    private const long MostBytes = 64 << 20;

    /// <summary>What a run depends on and no key can name (registries, services, the clock) does not stay the same for long.</summary>
    private static readonly TimeSpan MostAge = TimeSpan.FromDays(14);

    private readonly KeptFiles files = new(repositoryRoot, "proof");

    /// <summary>The run that is kept under this key; null where none can be relied on.</summary>
    public PhaseRun? Find(string key)
    {
        if (files.Read(key, MostBytes) is not { } content || Parse(content) is not { } kept || kept.Key != key) return null;
        var age = time.GetUtcNow() - kept.KeptAt;
        return age >= TimeSpan.Zero && age <= MostAge ? new PhaseRun(kept.Tests, kept.CompileErrors, null, kept.Coverage, kept.Commands) : null;
    }

    /// <summary>Keeps a run; one that shows nothing is not kept, since the next may show something.</summary>
    public void Keep(string key, PhaseRun run)
    {
        if (run.Problem is not null || !run.NotShown.IsEmpty || (run.Tests.IsEmpty && run.CompileErrors.IsEmpty)) return;
        var json = JsonSerializer.SerializeToUtf8Bytes(new KeptRun(key, time.GetUtcNow(), run.Tests, run.CompileErrors, run.Coverage, run.Commands), KeptRunJson.Default.KeptRun);
        using var compressed = new MemoryStream();
        using (var compressing = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true)) compressing.Write(json);
        var body = compressed.ToArray();
        byte[] content = [.. Encoding.ASCII.GetBytes($"{Format}{Convert.ToHexStringLower(SHA256.HashData(body))}\n"), .. body];
        if (content.Length <= MostBytes) files.Write(key, content, MostEntries);
    }

    private static KeptRun? Parse(byte[] content)
    {
        var end = Array.IndexOf(content, (byte)'\n');
        if (end < 0 || !content.AsSpan().StartsWith(Encoding.ASCII.GetBytes(Format))) return null;
        var body = content[(end + 1)..];
        if (Encoding.ASCII.GetString(content.AsSpan(Format.Length..end)) != Convert.ToHexStringLower(SHA256.HashData(body))) return null;
        try
        {
            using var json = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
            return JsonSerializer.Deserialize(json, KeptRunJson.Default.KeptRun) is { } kept && IsWhole(kept) ? kept : null;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsWhole(KeptRun kept) => !kept.Tests.IsDefault && !kept.CompileErrors.IsDefault && !kept.Coverage.IsDefault && !kept.Commands.IsDefault;
}
