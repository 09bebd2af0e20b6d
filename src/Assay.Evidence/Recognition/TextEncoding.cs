using System.Text;

namespace Assay.Evidence.Recognition;

/// <summary>Decodes the beginning of a file by its byte order mark or the pattern of its first characters (XML 1.0, appendix F).</summary>
internal static class TextEncoding
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var (encoding, skip) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [not 0, 0, not 0, 0, ..] => (Encoding.Unicode, 0),
            [0, not 0, 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
            _ => (Encoding.UTF8, 0),
        };
        return encoding.GetString(bytes[skip..]);
    }
}
