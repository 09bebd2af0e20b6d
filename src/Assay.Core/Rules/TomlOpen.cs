namespace Assay.Core.Rules;

/// <summary>Whether a TOML text stands within a value of several lines, read line by line: a list, an inline table, or a text in three quotes.</summary>
internal sealed class TomlOpen
{
    private string? _quotes;
    private int _depth;

    public bool IsOpen => _quotes is not null || _depth > 0;

    public void Read(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (_quotes is not null)
            {
                if (line[i] == '\\' && _quotes[0] == '"') i++;
                else if (At(line, i, _quotes)) (i, _quotes) = (i + _quotes.Length - 1, null);
                continue;
            }
            if (line[i] == '#') break;
            if (line[i] is '"' or '\'')
            {
                var three = new string(line[i], 3);
                _quotes = At(line, i, three) ? three : line[i].ToString();
                i += _quotes.Length - 1;
            }
            else if (line[i] is '[' or '{') _depth++;
            else if (line[i] is ']' or '}') _depth = Math.Max(0, _depth - 1);
        }
        // A text in single quotes ends with its line.
        if (_quotes is { Length: 1 }) _quotes = null;
    }

    private static bool At(string line, int index, string quotes) => string.CompareOrdinal(line, index, quotes, 0, quotes.Length) == 0;
}
