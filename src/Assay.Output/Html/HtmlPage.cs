using System.Net;
using System.Text;

namespace Assay.Output.Html;

/// <summary>Collects HTML. Text goes in escaped, by <see cref="Text"/>; markup only as this assembly writes it.</summary>
internal sealed class HtmlPage
{
    private readonly StringBuilder _html = new();

    /// <summary>Markup as it stands.</summary>
    public HtmlPage Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>An element with text in it.</summary>
    public HtmlPage Element(string name, string text, string attributes = "") =>
        Raw($"<{name}{(attributes.Length == 0 ? "" : " " + attributes)}>{Escape(text)}</{name}>");

    /// <summary>A section with its heading, to which the navigation leads.</summary>
    public HtmlPage Section(string id, string title, Action content)
    {
        Raw($"<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{Escape(title)}</h2>\n");
        content();
        return Raw("</section>\n");
    }

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_html.ToString());

    /// <summary>Safe between tags and in quoted attributes; what cannot be seen is shown.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(Printable.Line(text));

    /// <summary>Source text: tabs and spaces stay.</summary>
    public static string EscapeCode(string text) => string.Join('\t', text.Split('\t').Select(Escape));
}
