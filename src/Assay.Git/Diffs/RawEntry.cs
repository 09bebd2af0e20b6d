using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Git.Processes;
using System.Text;

namespace Assay.Git.Diffs;

/// <summary>A line of <c>--raw -z</c>: <c>:OLDMODE NEWMODE OLDID NEWID STATUS NUL PATH NUL</c>, with a second path after a rename. See git-diff-tree(1), "Raw output format".</summary>
internal sealed record RawEntry(string OldMode, string NewMode, string OldId, string NewId, char Status, string Path, string? OldPath)
{
    public ChangeKind Kind => Status switch
    {
        'A' => ChangeKind.Added,
        'D' => ChangeKind.Deleted,
        'R' => ChangeKind.Renamed,
        'M' or 'T' => ChangeKind.Modified,
        _ => throw GitOutput.Failed(TreeDiff.Command, $"gave the unknown status {Status} for {Path}"),
    };

    /// <summary>What turns from one kind of thing into another (a file into a link) has two patches: one that removes, one that adds.</summary>
    public int Patches => Status == 'T' ? 2 : 1;

    /// <summary>Reads all entries, and says where what follows them begins.</summary>
    public static ImmutableArray<RawEntry> ParseAll(ReadOnlySpan<byte> output, out int length)
    {
        var entries = ImmutableArray.CreateBuilder<RawEntry>();
        length = 0;
        while (length < output.Length && output[length] == (byte)':')
        {
            var fields = Next(output, ref length)[1..].Split(' ');
            if (fields.Length != 5 || fields[4].Length == 0)
                throw GitOutput.Failed(TreeDiff.Command, "gave a malformed list of files");
            var path = Next(output, ref length);
            var renamed = fields[4][0] == 'R';
            entries.Add(new(fields[0], fields[1], fields[2], fields[3], fields[4][0], renamed ? Next(output, ref length) : path, renamed ? path : null));
        }

        if (length < output.Length && output[length] == 0)
            length++;
        return entries.DrainToImmutable();
    }

    private static string Next(ReadOnlySpan<byte> output, ref int at)
    {
        var end = output[at..].IndexOf((byte)0);
        if (end < 0)
            throw GitOutput.Failed(TreeDiff.Command, "gave a list of files that is cut off");
        var field = Encoding.UTF8.GetString(output.Slice(at, end));
        at += end + 1;
        return field;
    }
}
