using System.Collections.Immutable;
using System.Text;

namespace Assay.Proof.Hunks;

/// <summary>A file cut into lines as git cuts it, each with its line end, so that the lines together are the file byte for byte.</summary>
internal sealed class ByteLines
{
    private readonly byte[] content;
    private readonly ImmutableArray<int> starts;

    public ByteLines(byte[]? content)
    {
        this.content = content ?? [];
        var found = ImmutableArray.CreateBuilder<int>();
        for (var at = 0; at < this.content.Length;)
        {
            found.Add(at);
            var end = Array.IndexOf(this.content, (byte)'\n', at);
            at = end < 0 ? this.content.Length : end + 1;
        }
        starts = found.ToImmutable();
    }

    public int Count => starts.Length;

    /// <summary>The bytes of these lines; of those that are there.</summary>
    public ReadOnlySpan<byte> Bytes(LineRange lines) => content.AsSpan(Offset(lines.Start)..Offset(lines.End));

    /// <summary>The lines as text.</summary>
    public string Text(LineRange lines) => Encoding.UTF8.GetString(Bytes(lines));

    /// <summary>One line as text, without its line end.</summary>
    public string Text(int line) => Text(new LineRange(line, 1)).TrimEnd('\n', '\r');

    private int Offset(int line) => line >= starts.Length ? content.Length : starts[Math.Max(0, line)];
}
