using System.Text;

namespace Assay.Output.Markdown;

/// <summary>Text of evidence, made fit for Markdown that a forge shows: no markup, no mention, no link that it did not mean.</summary>
public static class MarkdownText
{
    /// <summary>On one line, with everything that Markdown or HTML would read as markup escaped.</summary>
    public static string Of(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        foreach (var c in Printable.Line(text))
        {
            safe.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '@' => "&#64;",
                '#' => "&#35;",
                ':' => "&#58;",
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '$' => $"\\{c}",
                _ => c.ToString(),
            });
        }
        return safe.ToString();
    }

    /// <summary>As code; a backtick in it becomes an apostrophe.</summary>
    public static string Code(string text) => $"`{Printable.Line(text).Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal)}`";
}
