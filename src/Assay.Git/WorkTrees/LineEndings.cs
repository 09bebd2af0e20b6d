namespace Assay.Git.WorkTrees;

/// <summary>Git stores text with LF where it is told to, and checks it out with CRLF (gitattributes, "text").</summary>
internal static class LineEndings
{
    /// <summary>Text, as git sees it, that has CRLF line ends. Git looks for a NUL in the first 8000 bytes; Assay looks in all.</summary>
    public static bool IsTextWithCrLf(ReadOnlySpan<byte> content) => content.IndexOf("\r\n"u8) >= 0 && content.IndexOf((byte)0) < 0;

    /// <summary>Writes the content with LF into <paramref name="target"/>, which is at least as long; returns the length.</summary>
    public static int ToLf(ReadOnlySpan<byte> content, Span<byte> target)
    {
        var length = 0;
        for (int next; (next = content.IndexOf("\r\n"u8)) >= 0; content = content[(next + 1)..])
        {
            content[..next].CopyTo(target[length..]);
            length += next;
        }

        content.CopyTo(target[length..]);
        return length + content.Length;
    }

    public static byte[] ToLf(ReadOnlySpan<byte> content)
    {
        var target = new byte[content.Length];
        return target[..ToLf(content, target)];
    }
}
