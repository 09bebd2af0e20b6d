namespace Assay.Evidence.Osv;

/// <summary>A stream that ends with an error where it is longer than it may be, as a compressed one can be without saying so.</summary>
internal sealed class LimitedContent(Stream content, long most) : Stream
{
    private long _given;

    public override int Read(Span<byte> buffer)
    {
        var read = content.Read(buffer);
        _given += read;
        return _given <= most ? read : throw new InvalidDataException($"one advisory is longer than {most / (1024 * 1024)} MB");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
