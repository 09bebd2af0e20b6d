using Assay.Core.Errors;
using Assay.Evidence.Xml;

namespace Assay.Evidence.Lcov;

/// <summary>The lines of a file as bytes, without their ends; memory is one buffer.</summary>
internal sealed class ByteLines(Stream content, CancellationToken cancellation)
{
    private const int LongestLine = 64 * 1024;

    private readonly byte[] buffer = new byte[LongestLine];
    private int start;
    private int end;

    /// <summary>1-based number of the line last read.</summary>
    public int Number { get; private set; }

    /// <summary>Gives the next line, valid until the next call.</summary>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        var searched = start;
        while (true)
        {
            var found = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                line = Clean(buffer.AsSpan(start, searched + found - start));
                start = searched + found + 1;
                return true;
            }
            searched = Fill();
            if (searched == end)
            {
                line = start == end ? default : Clean(buffer.AsSpan(start, end - start));
                var any = start < end;
                start = end;
                return any;
            }
        }
    }

    /// <summary>Reads more after what is left; gives where the new bytes begin.</summary>
    private int Fill()
    {
        cancellation.ThrowIfCancellationRequested();
        if (end == buffer.Length)
        {
            if (start == 0)
            {
                Number++;
                throw new ContentMistake(new(EvidenceErrors.TooDeep, $"A line is longer than {LongestLine / 1024} KB."));
            }
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }
        var from = end;
        end += content.Read(buffer, end, buffer.Length - end);
        return from;
    }

    private ReadOnlySpan<byte> Clean(ReadOnlySpan<byte> line)
    {
        if (Number++ == 0 && line.StartsWith("\uFEFF"u8))
            line = line[3..];
        return line.Trim((byte)' ').TrimEnd(" \t\r"u8);
    }
}
