using System.Buffers;

namespace Assay.Core.Yaml.Parsing;

/// <summary>
/// Characters that no file of rules needs: control characters (YAML 1.2, chapter 5.1, forbids them too), those that turn
/// the direction of text and so make it look like another, and the one that stands for bytes that were no UTF-8.
/// </summary>
internal static class ForbiddenCharacters
{
    private const char Undecodable = '\uFFFD';

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(c => c is not ('\t' or '\n' or '\r')), '\u007F',
        .. Between('\u202A', '\u202E'), .. Between('\u2066', '\u2069'), Undecodable,
    ]);

    /// <summary>Reports the first of them; false where there is none.</summary>
    public static bool Reported(string text, YamlMistakes mistakes)
    {
        var at = text.AsSpan().IndexOfAny(Forbidden);
        if (at < 0) return false;
        var before = text.AsSpan(0, at);
        mistakes.Add(before.Count('\n') + 1, at - before.LastIndexOf('\n'), text[at] switch
        {
            Undecodable => "the file is not UTF-8",
            > '\u2000' => $"character U+{(int)text[at]:X4}, which turns the direction of text, is not allowed",
            _ => $"control character U+{(int)text[at]:X4} is not allowed",
        });
        return true;
    }

    private static IEnumerable<char> Between(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
