namespace Assay.Core.Sources.Lexing;

/// <summary>Tells an element from a comparison, a type parameter or a cast: an element is closed further on.</summary>
internal sealed class Jsx(string text)
{
    private Dictionary<string, int>? lastClosing;
    private int lastSelfClosing = -2;

    public bool MayOpen(int at)
    {
        if (at + 1 >= text.Length || !(char.IsLetter(text[at + 1]) || text[at + 1] is '>' or '_'))
        {
            return false;
        }

        if (lastSelfClosing == -2)
        {
            lastSelfClosing = text.LastIndexOf("/>", StringComparison.Ordinal);
        }

        return lastSelfClosing > at || ClosesAfter(NameAt(at + 1), at);
    }

    public bool ClosesAfter(string name, int at)
    {
        lastClosing ??= Closings();
        return lastClosing.TryGetValue(name, out var last) && last >= at;
    }

    private Dictionary<string, int> Closings()
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = text.IndexOf("</", StringComparison.Ordinal); i >= 0; i = text.IndexOf("</", i + 2, StringComparison.Ordinal))
        {
            found[NameAt(i + 2)] = i;
        }

        return found;
    }

    private string NameAt(int start)
    {
        var end = start;
        while (end < text.Length && end - start < 200 && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '$' or '.' or '-' or ':'))
        {
            end++;
        }

        return text[start..end];
    }
}
