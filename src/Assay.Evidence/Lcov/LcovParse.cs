using System.Buffers.Text;
using System.Text;
using Assay.Evidence.Coverage;

namespace Assay.Evidence.Lcov;

/// <summary>One pass over one tracefile.</summary>
internal sealed class LcovParse(ByteLines lines)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly CoveredFiles files = new();
    private readonly Dictionary<string, BranchMerge> branches = new(StringComparer.Ordinal);
    private readonly BranchNames names = new();
    private readonly LcovFunctions functions = new();
    private readonly List<(int Line, bool Covered)> data = [];
    private string? path;
    private LineMerge? file;
    private int fileAt;
    private int linesFound, branchesFound, linesStated, branchesStated;

    public ReadOutcome Run()
    {
        while (lines.Next(out var line))
        {
            if (line.IsEmpty || line[0] == '#') continue;
            if (line.SequenceEqual("end_of_record"u8)) EndOfRecord();
            else Record(line);
        }
        if (file is not null)
            throw LcovReader.Mistake($"The record of {path}, begun in line {fileAt}, is cut off: its end_of_record is missing.");
        foreach (var (file, merge) in branches)
            merge.AddTo(files.Of(file));
        return new(files.ToObservations([]));
    }

    private void Record(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon < 2 || line[..colon].ContainsAnyExceptInRange((byte)'A', (byte)'Z'))
            throw LcovReader.Mistake("This is no LCOV record.");
        var value = line[(colon + 1)..];
        switch (line[..colon])
        {
            case [(byte)'S', (byte)'F']: SourceFile(value); break;
            case [(byte)'D', (byte)'A']: LineData(value); break;
            case [(byte)'B', (byte)'R', (byte)'D', (byte)'A']: BranchData(value); break;
            case [(byte)'F', (byte)'N']: functions.Begins(Number(ref value), Text(value)); break;
            case [(byte)'F', (byte)'N', (byte)'D', (byte)'A']: var called = IsHit(Field(ref value)); functions.Ran(Text(value), called); break;
            case [(byte)'L', (byte)'F']: linesStated = Number(ref value); break;
            case [(byte)'B', (byte)'R', (byte)'F']: branchesStated = Number(ref value); break;
        }
    }

    private void SourceFile(ReadOnlySpan<byte> value)
    {
        if (file is not null)
            throw LcovReader.Mistake($"A new record begins, and the one of {path}, begun in line {fileAt}, has no end_of_record.");
        path = Text(value);
        if (path.Length == 0)
            throw LcovReader.Mistake("A record names no source file.");
        file = files.Of(path);
        fileAt = lines.Number;
        linesFound = branchesFound = linesStated = branchesStated = 0;
    }

    private void EndOfRecord()
    {
        if (file is null)
            throw LcovReader.Mistake("A record ends that did not begin with SF.");
        if (linesStated > 0 && linesFound == 0)
            throw LcovReader.Mistake($"The record of {path} says that it holds {linesStated} lines, and holds none.");
        if (branchesStated > 0 && branchesFound == 0)
            throw LcovReader.Mistake($"The record of {path} says that it holds {branchesStated} branches, and holds none.");
        var uncalled = functions.NeverCalledOnOneLine(data);
        if (branches.TryGetValue(path!, out var taken)) taken.NeverCalled.UnionWith(uncalled);
        foreach (var (line, covered) in data) file.Add(line, covered && !uncalled.Contains(line), 0, 0);
        data.Clear();
        functions.Clear();
        file = null;
    }

    /// <summary><c>DA:line,hits[,checksum]</c></summary>
    private void LineData(ReadOnlySpan<byte> value)
    {
        Open();
        var line = Number(ref value);
        var covered = IsHit(Field(ref value));
        linesFound++;
        if (line > 0) data.Add((line, covered));
    }

    /// <summary><c>BRDA:line,block,branch,taken</c>, where taken is a dash if the line never ran; a branch may be an expression with commas.</summary>
    private void BranchData(ReadOnlySpan<byte> value)
    {
        Open();
        var line = Number(ref value);
        var last = value.LastIndexOf((byte)',');
        if (last < 0)
            throw LcovReader.Mistake("A branch lacks its number or how often it was taken.");
        var taken = value[(last + 1)..];
        var branch = value[..last];
        var block = Field(ref branch);
        branchesFound++;
        if (line == 0) return;
        if (!branches.TryGetValue(path!, out var merge))
            branches.Add(path!, merge = new());
        merge.Add(line, names.Of(Text(block)), names.Of(Text(branch)), !taken.SequenceEqual("-"u8) && IsHit(taken));
    }

    private LineMerge Open() => file ?? throw LcovReader.Mistake("Data stands outside of a record, so its file is not known.");

    private static ReadOnlySpan<byte> Field(ref ReadOnlySpan<byte> value)
    {
        var comma = value.IndexOf((byte)',');
        var field = comma < 0 ? value : value[..comma];
        value = comma < 0 ? default : value[(comma + 1)..];
        return field;
    }

    private static int Number(ref ReadOnlySpan<byte> value)
    {
        var field = Field(ref value);
        return Utf8Parser.TryParse(field, out int number, out var used) && used == field.Length && number >= 0
            ? number
            : throw LcovReader.Mistake("A number is missing or malformed.");
    }

    /// <summary>Counts may exceed any integer type, and some compilers write them negative; only whether it ran matters.</summary>
    private static bool IsHit(ReadOnlySpan<byte> value)
    {
        var digits = value.StartsWith("-"u8) ? value[1..] : value;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            throw LcovReader.Mistake("A count is missing or malformed.");
        return digits.Length == value.Length && digits.ContainsAnyInRange((byte)'1', (byte)'9');
    }

    private static string Text(ReadOnlySpan<byte> value)
    {
        try
        {
            return value.Contains((byte)0) ? throw LcovReader.Mistake("It holds binary data.") : Strict.GetString(value);
        }
        catch (DecoderFallbackException)
        {
            throw LcovReader.Mistake("It is not UTF-8.");
        }
    }
}
