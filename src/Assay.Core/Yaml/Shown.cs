namespace Assay.Core.Yaml;

/// <summary>Text of a file as a message may show it: on one line, without control characters, not long.</summary>
internal static class Shown
{
    public static string Short(string text, int length = 40)
    {
        var cut = text.Length > length ? text[..length] + "…" : text;
        return string.Create(cut.Length, cut, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(from[i]) ? ' ' : from[i];
        });
    }
}
