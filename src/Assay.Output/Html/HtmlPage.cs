using System.Net;
using System.Text;

namespace Assay.Output.Html;

/// <summary>Collects HTML. Text goes in escaped, by <see cref="Text"/>; markup only as this assembly writes it.</summary>
internal sealed class HtmlPage
{
    private static readonly Lazy<string> Style = new(() =>
    {
        using var reader = new StreamReader(typeof(HtmlPage).Assembly.GetManifestResourceStream("html/style.css")!);
        return reader.ReadToEnd();
    });

    private readonly StringBuilder _html = new();

    /// <summary>Everything up to the body's content: no script and nothing from elsewhere may load.</summary>
    /// <param name="skip">What the first link says, which leads past the navigation.</param>
    public HtmlPage Begin(string title, string skip) =>
        Raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Element("title", title).Raw($"\n<style>\n{Style.Value}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">{Escape(skip)}</a>\n");

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
