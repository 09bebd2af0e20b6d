using System.Globalization;
using System.Text;

namespace Assay.Output;

/// <summary>
/// Text of evidence, made fit to be shown: it comes from files that anybody may have written, and must not be able to
/// steer a terminal or look like something that it is not.
/// </summary>
internal static class Printable
{
    /// <summary>On one line; what cannot be seen (controls, bidirectional and zero-width characters) is shown as <c>\u{1b}</c>.</summary>
    public static string Line(string text)
    {
        if (!text.EnumerateRunes().Any(rune => IsHidden(rune) || rune == Rune.ReplacementChar)) return text;
        var shown = new StringBuilder(text.Length + 16);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t') shown.Append(' ');
            else if (IsHidden(rune)) shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
            else shown.Append(rune);
        }
        return shown.ToString();
    }

    /// <summary>Whether a reader cannot see the character, or it changes how its neighbours are seen, or it is none (U+FFFE, U+FFFF and their like, which XML cannot hold).</summary>
    public static bool IsHidden(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>At most this many characters, cut with an ellipsis.</summary>
    public static string Short(string text, int length) => text.Length <= length ? text : $"{text[..(length - 1)].TrimEnd()}…";
}
