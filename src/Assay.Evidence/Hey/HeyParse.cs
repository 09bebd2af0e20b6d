using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Lcov;
using Assay.Evidence.Xml;

namespace Assay.Evidence.Hey;

/// <summary>
/// One pass. hey writes times in steps of 0.1 ms, so equal times are counted instead of kept: memory grows with how many different times there are
/// (20 000 up to its usual timeout of 20 s), not with the number of requests.
/// </summary>
internal sealed class HeyParse(ByteLines lines)
{
    private const int MostTimes = 1_000_000, LongestRun = 7 * 24 * 3600;
    private const int Columns = 8, Time = 0, Status = 6, Offset = 7;
    private static readonly byte[] Header = Encoding.ASCII.GetBytes(HeyReader.Header);

    private readonly Dictionary<long, long> answered = [];
    private readonly List<int> perSecond = [];
    private long failed, slowest, end;

    public RequestTimes Run()
    {
        if (!lines.Next(out var header) || !header.SequenceEqual(Header)) throw HeyReader.Mistake("It does not begin with hey's column names.");
        while (lines.Next(out var line))
        {
            if (!line.IsEmpty) Request(line);
        }
        return new RequestTimes([.. answered.OrderBy(time => time.Key).Select(time => new TimeCount(time.Key / 10m, time.Value))], failed, slowest / 10m, end / 10_000m, [.. perSecond]);
    }

    private void Request(ReadOnlySpan<byte> line)
    {
        Span<Range> fields = stackalloc Range[Columns + 1];
        var count = 0;
        foreach (var field in line.Split((byte)','))
        {
            if (count == fields.Length) break;
            fields[count++] = field;
        }
        if (count != Columns) throw HeyReader.Mistake($"A line of hey has {Columns} columns; it is cut off, or something else wrote it.");
        var time = Tenths(line[fields[Time]]);
        var offset = Tenths(line[fields[Offset]]);
        if (!Utf8Parser.TryParse(line[fields[Status]], out int status, out var used) || used != line[fields[Status]].Length || status is < 100 or > 999)
            throw HeyReader.Mistake("A status code is missing or malformed.");

        if (status is < 200 or >= 300) failed++;
        else CollectionsMarshal.GetValueRefOrAddDefault(answered, time, out _)++;
        if (answered.Count > MostTimes) throw new ContentMistake(new(EvidenceErrors.TooDeep, $"It holds more than {MostTimes} different response times."));
        slowest = Math.Max(slowest, time);
        end = Math.Max(end, offset + time);
        var second = (int)(offset / 10_000);
        if (second >= perSecond.Count) CollectionsMarshal.SetCount(perSecond, second + 1);
        perSecond[second]++;
    }

    /// <summary>Seconds as tenths of a millisecond; what is finer is rounded up.</summary>
    private static long Tenths(ReadOnlySpan<byte> field) =>
        Utf8Parser.TryParse(field, out decimal seconds, out var used) && used == field.Length && seconds is >= 0 and < LongestRun
            ? (long)decimal.Ceiling(seconds * 10_000)
            : throw HeyReader.Mistake("A time is missing, malformed, or longer than a week.");
}
