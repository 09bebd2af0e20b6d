using Assay.Core.Errors;

namespace Assay.Evidence.Xml;

/// <summary>
/// The bytes that an XML parser is given: it sees the beginning again after it was looked at, and it cannot take in more than
/// <see cref="LongestPart"/> without coming to a next part (tag, comment, piece of text), since it would have to keep that in memory.
/// </summary>
internal sealed class XmlSource(Stream content, CancellationToken cancellation) : Stream
{
    /// <summary>Bytes of the longest single part.</summary>
    public const int LongestPart = 32 * 1024 * 1024;

    private readonly byte[] start = new byte[ContentHead.Length];
    private int startLength;
    private int replayed;
    private int sinceLastPart;

    /// <summary>Reads the beginning, which stays to be read.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        startLength = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start.AsSpan(0, startLength);
    }

    /// <summary>The parser has come to a next part.</summary>
    public void NextPart() => sinceLastPart = 0;

    public override int Read(Span<byte> destination)
    {
        cancellation.ThrowIfCancellationRequested();
        int read;
        if (replayed < startLength)
        {
            read = Math.Min(destination.Length, startLength - replayed);
            start.AsSpan(replayed, read).CopyTo(destination);
            replayed += read;
        }
        else
        {
            read = content.Read(destination);
        }
        sinceLastPart += read;
        if (sinceLastPart > LongestPart)
            throw new ContentMistake(new(EvidenceErrors.TooDeep, $"A single part of it is longer than {LongestPart / 1024 / 1024} MB."));
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
}
