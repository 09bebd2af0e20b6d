using System.Text;

namespace Assay.Output.Text;

/// <summary>
/// The only way to the output: lines of two columns, wrapped at the width. Everything that is written here is made
/// printable first, so no text of evidence reaches a terminal as it is.
/// </summary>
internal sealed class Page(OutputOptions options)
{
    private readonly StringBuilder _text = new();

    public bool Verbose => options.Verbose;

    public void Blank() => _text.Append('\n');

    /// <summary>A heading after a blank line.</summary>
    public void Heading(string heading)
    {
        Blank();
        Row("", heading);
    }

    /// <summary>
    /// <paramref name="lead"/>, then <paramref name="text"/> from <paramref name="column"/> on, wrapped there. A lead that is
    /// too long for its column is followed after two blanks where the text fits, else on the next line.
    /// </summary>
    /// <param name="tint">Colours the first word of the text.</param>
    public void Row(string lead, string text, int column = 0, Tint tint = Tint.None)
    {
        lead = Printable.Line(lead);
        text = Printable.Line(text);
        var width = Columns(lead);
        var start = width == 0 || width < column ? Math.Max(width, column) : width + 2;
        if (text.Length > 0 && start > column && column > 0 && start + Columns(text) > options.Width)
        {
            Write(lead);
            (lead, start) = ("", column);
        }
        var first = true;
        foreach (var line in Wrap(text, options.Width - start, options.Width - column))
        {
            var shown = first && options.Colour ? Coloured(line, tint) : line;
            Write(first ? lead + new string(' ', Math.Max(0, start - Columns(lead))) + shown : new string(' ', column) + shown);
            first = false;
        }
    }

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text.ToString());

    private void Write(string line) => _text.Append(line.TrimEnd()).Append('\n');

    private static string Coloured(string line, Tint tint)
    {
        var end = line.AsSpan().IndexOfAny(' ', ':');
        return end < 0 ? Ansi.Colour(line, tint) : Ansi.Colour(line[..end], tint) + line[end..];
    }

    private static IEnumerable<string> Wrap(string text, int first, int rest)
    {
        var line = new StringBuilder();
        var room = first;
        var used = 0;
        foreach (var word in text.Split(' '))
        {
            var columns = Columns(word);
            if (line.Length > 0 && columns > 0 && used + 1 + columns > room)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
                (used, room) = (0, rest);
            }
            else if (used > 0 || line.Length > 0)
            {
                line.Append(' ');
                used++;
            }
            line.Append(word);
            used += columns;
        }
        yield return line.ToString();
    }

    private static int Columns(string text) => text.EnumerateRunes().Count();
}
