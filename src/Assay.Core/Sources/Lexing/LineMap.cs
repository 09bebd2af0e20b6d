namespace Assay.Core.Sources.Lexing;

/// <summary>Where the lines of a text begin. LF, CR LF and a lone CR end a line; what follows the last of them is a line only if it is not empty.</summary>
internal sealed class LineMap
{
    private readonly List<int> starts = [];

    public LineMap(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(start);
                start = i + 1;
            }
        }

        if (start < text.Length)
        {
            starts.Add(start);
        }
    }

    public int Count => starts.Count;

    public int StartOf(int line) => starts[line - 1];

    public int LineAt(int offset)
    {
        var found = starts.BinarySearch(offset);
        return found >= 0 ? found + 1 : Math.Max(1, ~found);
    }
}
