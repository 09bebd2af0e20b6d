using System.Security.Cryptography;
using System.Text;
using Assay.Core.Standards;
using Assay.Git.Remotes;

namespace Assay.Tests.Support;

/// <summary>An organisation's repository of standards, reached as git reaches it: by a file:// address.</summary>
internal sealed class StandardsRepository : IDisposable
{
    public const string File = "standards/strict.yaml";

    private readonly DirectoryInfo cache = Directory.CreateTempSubdirectory("assay-cache-");

    public TestRepository Files { get; } = TestRepository.Create("standards");

    public string Url => new Uri(Files.Root).AbsoluteUri;

    public string Cache => cache.FullName;

    public static string Production { get; } = BuiltInStandards.Find("production")!;

    /// <summary>Production under another name, with one thing replaced.</summary>
    public static string Own(string replace = "version: 1.1.0", string by = "version: 2.0.0")
    {
        Assert.Contains(replace, Production);
        return Production.Replace("name: production", "name: strict").Replace(replace, by);
    }

    /// <summary>Commits a standard; returns its digest in hexadecimal.</summary>
    public string Publish(string text)
    {
        Files.Write(File, text).Commit("publishes");
        return Hex(text);
    }

    public string Reference(string hex, string? revision = null, string path = File) => $"git+{Url}{(revision is null ? "" : $"@{revision}")}#{path}@sha256:{hex}";

    public PinnedStandard Pinned(string hex, string? revision = null, string path = File) => PinnedStandard.Read(Reference(hex, revision, path)).Pinned!;

    public PinnedStandards Reader(TimeSpan? limit = null) => new(Cache, TestContext.Current.CancellationToken) { TimeLimit = limit ?? TimeSpan.FromMinutes(1) };

    /// <summary>The only thing that is kept.</summary>
    public string KeptFile => Assert.Single(Directory.GetFiles(Path.Combine(Cache, "standards")));

    public static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public void Dispose()
    {
        Files.Dispose();
        cache.Delete(recursive: true);
    }
}
