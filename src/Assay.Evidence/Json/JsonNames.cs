using System.Text;

namespace Assay.Evidence.Json;

/// <summary>Gives the same string for the same key, since a report repeats a few keys millions of times.</summary>
internal sealed class JsonNames
{
    private readonly (byte[] Bytes, string Name)[] _known = new (byte[], string)[256];

    /// <summary>The key; null where it is long, or not plain ASCII, and so has to be decoded.</summary>
    internal string? Get(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 64)
        {
            return null;
        }
        var hash = bytes.Length;
        foreach (var each in bytes)
        {
            if (each is > 126 or (byte)'\\')
            {
                return null;
            }
            hash = (hash * 31) + each;
        }
        ref var slot = ref _known[hash & 255];
        if (slot.Bytes is null || !bytes.SequenceEqual(slot.Bytes))
        {
            slot = (bytes.ToArray(), Encoding.ASCII.GetString(bytes));
        }
        return slot.Name;
    }
}
