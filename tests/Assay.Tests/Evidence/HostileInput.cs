using System.Text;
using Assay.Core.Errors;
using Assay.Evidence;

namespace Assay.Tests.Evidence;

/// <summary>What every reader has to bear. Good content is given; bad content is made from it, by a seed, so that a failure can be repeated.</summary>
internal static class HostileInput
{
    internal static ReadOutcome Read(IEvidenceReader reader, string text) => Read(reader, Encoding.UTF8.GetBytes(text));

    internal static ReadOutcome Read(IEvidenceReader reader, byte[] bytes) => reader.Read(new MemoryStream(bytes), TestContext.Current.CancellationToken);

    internal static void IsRefusedWhereverItIsCutOff(IEvidenceReader reader, string good)
    {
        var bytes = Encoding.UTF8.GetBytes(good.TrimEnd());
        Assert.Null(Read(reader, bytes).Error);
        for (var length = 1; length < bytes.Length; length++)
        {
            var error = Read(reader, bytes[..length]).Error;
            Assert.True(error?.Kind == EvidenceErrors.Unreadable, $"cut at {length}: {error}");
        }
    }

    internal static void NeverThrows(IEvidenceReader reader, string good, int rounds = 3000)
    {
        var random = new Random(2026);
        var bytes = Encoding.UTF8.GetBytes(good);
        for (var round = 0; round < rounds; round++)
        {
            var bad = (byte[])bytes.Clone();
            for (var edit = random.Next(1, 6); edit > 0; edit--)
            {
                bad[random.Next(bad.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : bytes[random.Next(bytes.Length)];
            }
            var outcome = Read(reader, bad);
            Assert.True(outcome.Error is null || outcome.Observations.IsEmpty, $"round {round}");
        }
    }

    internal static void IsTooDeep(IEvidenceReader reader, string text) => Assert.Equal(EvidenceErrors.TooDeep, Read(reader, text).Error?.Kind);

    internal static string Nested(string before, string open, int depth, string middle, string close, string after) =>
        before + string.Concat(Enumerable.Repeat(open, depth)) + middle + string.Concat(Enumerable.Repeat(close, depth)) + after;
}

/// <summary>Gives a few bytes at a time, as a slow pipe does.</summary>
internal sealed class Trickle(byte[] bytes, int most) : MemoryStream(bytes)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));
}
