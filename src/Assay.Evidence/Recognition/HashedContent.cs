using System.Security.Cryptography;

namespace Assay.Evidence.Recognition;

/// <summary>
/// A file's content from its first byte on, hashed while it is read. What the reader leaves is hashed at the end, so the digest is always of all bytes.
/// </summary>
internal sealed class HashedContent : Stream
{
    private readonly Stream file;
    private readonly CancellationToken cancellation;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] buffer = new byte[ContentHead.Length];
    private readonly int head;
    private int replayed;

    public HashedContent(Stream file, CancellationToken cancellation)
    {
        this.file = file;
        this.cancellation = cancellation;
        head = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        hash.AppendData(buffer, 0, head);
    }

    /// <summary>The beginning, whatever was read since. Gone once <see cref="Digest"/> was asked for.</summary>
    public ReadOnlySpan<byte> Head => buffer.AsSpan(0, head);

    /// <summary>Reads what is left and gives <c>sha256:…</c> of everything.</summary>
    public string Digest()
    {
        replayed = head;
        while (Read(buffer) > 0) { }
        return $"sha256:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    public override int Read(Span<byte> destination)
    {
        cancellation.ThrowIfCancellationRequested();
        if (replayed < head)
        {
            var again = Math.Min(destination.Length, head - replayed);
            buffer.AsSpan(replayed, again).CopyTo(destination);
            replayed += again;
            return again;
        }
        var read = file.Read(destination);
        hash.AppendData(destination[..read]);
        return read;
    }

    public override int Read(byte[] destination, int offset, int count) => Read(destination.AsSpan(offset, count));

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] source, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) hash.Dispose();
        base.Dispose(disposing);
    }
}
