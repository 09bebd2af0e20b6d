namespace Assay.Cli.Publishing;

/// <summary>Texts that a forge takes only so much of.</summary>
internal static class Texts
{
    private const string More = "\n\n… and more: the summary of the job has all of it.\n";

    /// <summary>At most this many characters, cut at the end of a line, and saying so.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = text.LastIndexOf('\n', most - More.Length);
        if (end <= 0) end = most - More.Length;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + More;
    }
}
