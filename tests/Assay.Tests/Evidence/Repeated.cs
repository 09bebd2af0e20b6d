using System.Text;

namespace Assay.Tests.Evidence;

/// <summary>A large document that is never in memory as a whole.</summary>
internal sealed class Repeated(string before, string piece, int times, string after) : Stream
{
    private readonly byte[] _piece = Encoding.UTF8.GetBytes(piece);
    private byte[] _now = Encoding.UTF8.GetBytes(before);
    private int _at, _left = times + 1;

    /// <summary>What other tests left is none of this document's.</summary>
    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);

    internal long Given { get; private set; }

    /// <summary>Most memory that was held beyond what was there before, when another 10 MB had been given.</summary>
    internal long MostMemory { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (_at == _now.Length && _left >= 0)
        {
            (_now, _at) = (--_left > 0 ? _piece : _left == 0 ? Encoding.UTF8.GetBytes(after) : [], 0);
        }
        var count = Math.Min(buffer.Length, _now.Length - _at);
        _now.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        if (Given / 10_000_000 != (Given += count) / 10_000_000)
        {
            MostMemory = Math.Max(MostMemory, GC.GetTotalMemory(forceFullCollection: true) - _before);
        }
        return count;
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
