using Assay.Evidence;

namespace Assay.Toolchains.Vulnerabilities;

/// <summary>A report that a tool can only print: cut out of its log and read.</summary>
internal static class ToolReport
{
    /// <summary>What the reader of the format makes of the JSON that begins in a line of its own; an error value where there is none.</summary>
    internal static (byte[] Bytes, ReadOutcome Outcome) Read(string log, string format, CancellationToken cancellation)
    {
        byte[] bytes = File.ReadAllBytes(log);
        int start = bytes is [(byte)'{', ..] ? 0 : bytes.AsSpan().IndexOf("\n{"u8) + 1;
        byte[] json = bytes.Length > start && bytes[start] == '{' ? bytes[start..] : [];
        int end = json.AsSpan().LastIndexOf("\n}"u8);
        json = end < 0 ? json : json[..(end + 2)];
        IEvidenceReader reader = EvidenceReaders.All.Single(each => each.Format == format);
        using var content = new MemoryStream(json, writable: false);
        return (json, reader.Read(content, cancellation));
    }
}
