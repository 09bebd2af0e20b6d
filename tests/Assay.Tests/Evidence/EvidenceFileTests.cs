using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence;

namespace Assay.Tests.Evidence;

public sealed class EvidenceFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Every_reader_in_the_assembly_is_registered()
    {
        var written = typeof(IEvidenceReader).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IEvidenceReader)));
        Assert.Equal(written.OrderBy(type => type.FullName), EvidenceReaders.All.Select(reader => reader.GetType()).OrderBy(type => type.FullName));
    }

    [Fact]
    public void No_two_readers_share_a_format() => Assert.Distinct(EvidenceReaders.All.Select(reader => reader.Format));

    [Theory]
    [InlineData("", "ASY1404")]
    [InlineData("Dear reader, this is a letter.", "ASY1401")]
    [InlineData("<html><body/></html>", "ASY1401")]
    [InlineData("{\"hello\": 1}", "ASY1401")]
    [InlineData("\0\0\0", "ASY1401")]
    public void What_no_reader_knows_is_named_with_its_path_and_digest(string text, string code)
    {
        File.WriteAllText(path, text);
        var content = EvidenceFile.Read(path, TestContext.Current.CancellationToken);
        Assert.Equal((code, path), (content.Error?.Kind.Code, content.Error?.File));
        Assert.Equal(DigestOf(text), content.Digest);
        Assert.Empty(content.Observations);
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error_and_no_exception()
    {
        var content = EvidenceFile.Read(Path.Combine(path, "nowhere"), TestContext.Current.CancellationToken);
        Assert.Equal(EvidenceErrors.NotFound, content.Error?.Kind);
    }

    [Fact]
    public void A_folder_is_an_error_and_no_exception() =>
        Assert.Equal(EvidenceErrors.Unreadable, EvidenceFile.Read(Path.GetTempPath(), TestContext.Current.CancellationToken).Error?.Kind);

    [Fact]
    public void A_file_that_two_readers_claim_is_read_by_neither_and_both_are_named()
    {
        var content = Read("x", new Claimant("one", 1), new Claimant("two", 1));
        Assert.Equal(EvidenceErrors.Ambiguous, content.Error?.Kind);
        Assert.Contains("one and two", content.Error?.What);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(100_000)]
    [InlineData(300_000)]
    public void The_digest_is_of_all_bytes_however_far_the_reader_went(int readerStopsAt)
    {
        var text = new string('a', 250_001);
        Assert.Equal(DigestOf(text), Read(text, new Claimant("one", readerStopsAt)).Digest);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        File.WriteAllText(path, "SF:a\nend_of_record\n");
        Assert.Throws<OperationCanceledException>(() => EvidenceFile.Read(path, new CancellationToken(canceled: true)));
    }

    private static string DigestOf(string text) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static EvidenceContent Read(string text, params ImmutableArray<IEvidenceReader> readers)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return EvidenceFile.Read(stream, readers, TestContext.Current.CancellationToken);
    }

    private sealed class Claimant(string format, int length) : IEvidenceReader
    {
        public string Format => format;

        public bool Claims(ContentHead head) => true;

        public ReadOutcome Read(Stream content, CancellationToken cancellation)
        {
            content.ReadAtLeast(new byte[length], length, throwOnEndOfStream: false);
            return new(ImmutableArray<Observation>.Empty);
        }
    }
}
