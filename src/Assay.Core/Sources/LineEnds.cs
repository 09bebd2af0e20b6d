using System.Text;

namespace Assay.Core.Sources;

/// <summary>Whether everybody counts the same lines in a file.</summary>
public static class LineEnds
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Git ends a line at LF, in whatever encoding; C# also at a lone CR, U+0085, U+2028 and U+2029, JavaScript at some of them, and tools at either. False where the file
    /// holds one of these, or is no UTF-8.
    /// </summary>
    public static bool AreAgreed(ReadOnlySpan<byte> content)
    {
        string text;
        try
        {
            text = Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        if (text.AsSpan().ContainsAny("\u0085\u2028\u2029\0\f\v")) return false;
        for (var at = text.IndexOf('\r'); at >= 0; at = text.IndexOf('\r', at + 1))
            if (at + 1 == text.Length || text[at + 1] != '\n') return false;
        return true;
    }
}
