using System.Text;

namespace Assay.Output.Text;

/// <summary>
/// The only way to the output: lines of two columns, wrapped at the width. Everything that is written here is made
/// printable first, so no text of evidence reaches a terminal as it is.
/// </summary>
internal sealed class Page(OutputOptions options)
{
    private const char NoBreak = '\u00a0';

    private readonly StringBuilder _text = new();

    public bool Verbose => options.Verbose;

    public void Blank() => _text.Append('\n');

    /// <summary>A heading after a blank line.</summary>
    public void Heading(string heading)
    {
        Blank();
        Row("", heading);
    }

    /// <summary>A line that stays one line, however long.</summary>
    /// <param name="tint">Colours the first word.</param>
    public void Line(string text, Tint tint = Tint.None) => Write(Coloured(Printable.Line(text), tint));

    /// <summary>
    /// <paramref name="lead"/>, then <paramref name="text"/> from <paramref name="column"/> on, wrapped there. A lead that
    /// reaches into its column is followed after two blanks; one that ends with a blank at once.
    /// </summary>
    /// <param name="tint">Colours the first word of the text.</param>
    public void Row(string lead, string text, int column = 0, Tint tint = Tint.None)
    {
        lead = Printable.Line(lead);
        text = Glued(Printable.Line(text));
        var width = Columns(lead);
        var start = lead.Length > 0 && lead[^1] == ' ' ? width : Math.Max(width == 0 ? 0 : width + 2, column);
        var first = true;
        foreach (var line in Wrap(text, options.Width - start, options.Width - column))
        {
            Write(first ? lead + new string(' ', start - width) + Coloured(line, tint) : new string(' ', column) + line);
            first = false;
        }
    }

    /// <summary>Whether the text still fits on a line behind so many columns.</summary>
    public bool Fits(int start, string text) => start + Columns(Printable.Line(text)) <= options.Width;

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text.ToString());

    private void Write(string line) => _text.Append(line.Replace(NoBreak, ' ').TrimEnd()).Append('\n');

    /// <summary>A number stays with its unit and its comparison.</summary>
    private static string Glued(string text) =>
        text.Replace(" %", $"{NoBreak}%", StringComparison.Ordinal).Replace("≥ ", $"≥{NoBreak}", StringComparison.Ordinal)
            .Replace("≤ ", $"≤{NoBreak}", StringComparison.Ordinal).Replace("< ", $"<{NoBreak}", StringComparison.Ordinal);

    private string Coloured(string line, Tint tint)
    {
        if (!options.Colour) return line;
        var end = line.AsSpan().IndexOfAny(' ', ':');
        return end < 0 ? Ansi.Colour(line, tint) : Ansi.Colour(line[..end], tint) + line[end..];
    }

    private static IEnumerable<string> Wrap(string text, int first, int rest)
    {
        var line = new StringBuilder();
        var (room, used, begun) = (first, 0, false);
        foreach (var word in text.Split(' '))
        {
            var columns = Columns(word);
            if (begun && columns > 0 && used + 1 + columns > room)
            {
                yield return line.ToString();
                line.Clear();
                (room, used) = (rest, 0);
            }
            else if (begun)
            {
                line.Append(' ');
                used++;
            }
            line.Append(word);
            used += columns;
            begun = true;
        }
        yield return line.ToString();
    }

    private static int Columns(string text) => text.EnumerateRunes().Count();
}
