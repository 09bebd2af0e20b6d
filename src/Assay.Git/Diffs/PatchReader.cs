using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using Assay.Core.Changes;
using Assay.Git.Processes;

namespace Assay.Git.Diffs;

/// <summary>
/// Reads patches without context lines one after the other. Hunks are read by the line counts in their headers, so no content can be
/// mistaken for a header; names are never taken from it. A hunk without removed (added) lines has as its start the line before it, as in git.
/// </summary>
internal ref struct PatchReader(ReadOnlySpan<byte> patches)
{
    private ReadOnlySpan<byte> rest = patches;

    public readonly bool AtEnd => rest.IsEmpty;

    /// <summary>The next file's hunks, after its header was found to be about <paramref name="entry"/>.</summary>
    public void ReadInto(ImmutableArray<Hunk>.Builder hunks, RawEntry entry)
    {
        if (!TakeLine().StartsWith("diff --git "u8))
            throw Malformed(entry);
        while (!AtEnd && !rest.StartsWith("diff --git "u8) && !rest.StartsWith("@@ "u8))
            Check(TakeLine(), entry);
        while (rest.StartsWith("@@ "u8))
            hunks.Add(ReadHunk(entry));
        if (!AtEnd && !rest.StartsWith("diff --git "u8))
            throw Malformed(entry);
    }

    /// <summary>The header names both contents; they must be those of the list.</summary>
    private static void Check(ReadOnlySpan<byte> header, RawEntry entry)
    {
        if (!header.StartsWith("index "u8))
            return;
        var ids = Encoding.ASCII.GetString(header["index ".Length..]).Split(' ')[0].Split("..");
        if (ids.Length != 2 || (ids[0] != entry.OldId && entry.Patches == 1) || (ids[1] != entry.NewId && entry.Patches == 1))
            throw Malformed(entry);
    }

    private Hunk ReadHunk(RawEntry entry)
    {
        var header = TakeLine()["@@ ".Length..];
        var (oldStart, removed) = Range(ref header, (byte)'-', entry);
        var (newStart, added) = Range(ref header, (byte)'+', entry);
        return new(oldStart, Lines((byte)'-', removed, entry), newStart, Lines((byte)'+', added, entry));
    }

    private static (int Start, int Count) Range(ref ReadOnlySpan<byte> header, byte sign, RawEntry entry)
    {
        if (header.IsEmpty || header[0] != sign || !Utf8Parser.TryParse(header[1..], out int start, out var used))
            throw Malformed(entry);
        header = header[(1 + used)..];
        var count = 1;
        if (!header.IsEmpty && header[0] == (byte)',')
        {
            if (!Utf8Parser.TryParse(header[1..], out count, out used) || count < 0)
                throw Malformed(entry);
            header = header[(1 + used)..];
        }

        header = header.IsEmpty ? header : header[1..];
        return (start, count);
    }

    private ImmutableArray<string> Lines(byte sign, int count, RawEntry entry)
    {
        var lines = ImmutableArray.CreateBuilder<string>(Math.Min(count, rest.Length));
        for (var n = 0; n < count; n++)
        {
            var line = TakeLine();
            if (line.IsEmpty || line[0] != sign)
                throw Malformed(entry);
            line = line[1..];
            lines.Add(Encoding.UTF8.GetString(line.EndsWith((byte)'\r') ? line[..^1] : line));
        }

        // "\ No newline at end of file"
        if (rest.StartsWith("\\ "u8))
            TakeLine();
        return lines.DrainToImmutable();
    }

    private ReadOnlySpan<byte> TakeLine()
    {
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return line;
    }

    private static Core.Errors.AssayException Malformed(RawEntry entry) => GitOutput.Failed(TreeDiff.Command, $"gave a patch of {entry.Path} that could not be read");
}
