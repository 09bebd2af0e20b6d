using System.Buffers;

namespace Assay.Evidence.Json;

/// <summary>The part of a stream that is being looked at, and where in the document it lies.</summary>
internal sealed class JsonBuffer : IDisposable
{
    /// <summary>Longest single value, in bytes; reports embed whole source files, not more.</summary>
    internal const int LongestToken = 16 * 1024 * 1024;

    private readonly Stream _content;
    private readonly CancellationToken _cancellation;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _end, _line = 1, _column = 1; // line and column of the first byte in the buffer

    internal JsonBuffer(Stream content, CancellationToken cancellation)
    {
        (_content, _cancellation) = (content, cancellation);
        Fill();
        if (Rest.StartsWith("\uFEFF"u8))
        {
            Position = 3;
        }
    }

    internal int Position { get; private set; }

    internal bool AtEnd { get; private set; }

    internal ReadOnlySpan<byte> Rest => _bytes.AsSpan(Position, _end - Position);

    internal (int Line, int Column) EndPlace => Place(_end);

    internal ReadOnlySpan<byte> Bytes(int from, int to) => _bytes.AsSpan(from, to - from);

    internal void Consume(int count) => Position += count;

    /// <summary>Line and column, both from 1, of a byte in the buffer.</summary>
    internal (int Line, int Column) Place(int at)
    {
        var before = _bytes.AsSpan(0, at);
        var newline = before.LastIndexOf((byte)'\n');
        return (_line + before.Count((byte)'\n'), newline < 0 ? _column + at : at - newline);
    }

    /// <summary>Makes room and reads on; false where what is left fills the longest permitted buffer.</summary>
    internal bool Fill()
    {
        _cancellation.ThrowIfCancellationRequested();
        var left = _end - Position;
        if (left >= LongestToken)
        {
            return false;
        }
        (_line, _column) = Place(Position);
        var target = left > _bytes.Length / 2 ? ArrayPool<byte>.Shared.Rent(_bytes.Length * 2) : _bytes;
        _bytes.AsSpan(Position, left).CopyTo(target);
        if (target != _bytes)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = target;
        }
        (Position, _end) = (0, left);
        _end += _content.ReadAtLeast(_bytes.AsSpan(left), _bytes.Length - left, throwOnEndOfStream: false);
        AtEnd = _end < _bytes.Length;
        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }
}
