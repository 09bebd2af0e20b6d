using System.Collections.Immutable;
using System.Xml;

namespace Assay.Evidence.Xml;

/// <summary>The kind of document type that stands before the root element.</summary>
internal enum Doctype
{
    /// <summary>None.</summary>
    None,

    /// <summary>Only names an external definition, as Cobertura reports do. It is never fetched.</summary>
    External,

    /// <summary>Declares something itself, or is not whole.</summary>
    Internal,
}

/// <summary>The root element's start tag.</summary>
internal sealed record XmlRoot(string Name, string Namespace, ImmutableHashSet<string> Attributes);

/// <summary>
/// Looks over the beginning of an XML document without interpreting any document type definition.
/// </summary>
/// <param name="DoctypeLine">1-based line of the document type; 0 without one.</param>
/// <param name="Root">Null where its start tag is not whole in what was scanned.</param>
internal sealed record XmlProlog(Doctype Doctype, int DoctypeLine, XmlRoot? Root)
{
    private static readonly XmlReaderSettings Fragment = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static XmlProlog Scan(string text)
    {
        var at = 0;
        var doctype = Doctype.None;
        var doctypeLine = 0;
        while (true)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF'))
                at++;
            var rest = text.AsSpan(at);
            if (rest.StartsWith("<?"))
            {
                if (!SkipPast(text, "?>", ref at)) break;
            }
            else if (rest.StartsWith("<!--"))
            {
                if (!SkipPast(text, "-->", ref at)) break;
            }
            else if (rest.StartsWith("<!"))
            {
                doctypeLine = 1 + text.AsSpan(0, at).Count('\n');
                if (!SkipDoctype(text, ref at)) return new(Doctype.Internal, doctypeLine, null);
                doctype = Doctype.External;
            }
            else
            {
                return new(doctype, doctypeLine, ReadRoot(text, at));
            }
        }
        return new(doctype, doctypeLine, null);
    }

    private static bool SkipPast(string text, string end, ref int at)
    {
        var found = text.IndexOf(end, at, StringComparison.Ordinal);
        at = found < 0 ? text.Length : found + end.Length;
        return found >= 0;
    }

    /// <summary>Skips a document type that has no internal subset; quoted identifiers may hold anything.</summary>
    private static bool SkipDoctype(string text, ref int at)
    {
        if (!text.AsSpan(at).StartsWith("<!DOCTYPE"))
            return false;
        var quote = '\0';
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0')
            {
                if (c == quote) quote = '\0';
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '[')
            {
                return false;
            }
            else if (c == '>')
            {
                at++;
                return true;
            }
        }
        return false;
    }

    private static XmlRoot? ReadRoot(string text, int at)
    {
        using var characters = new StringReader(text);
        var skipped = new char[at];
        characters.ReadBlock(skipped, 0, at);
        try
        {
            using var reader = XmlReader.Create(characters, Fragment);
            if (!reader.Read() || reader.NodeType != XmlNodeType.Element)
                return null;
            var (name, ns) = (reader.LocalName, reader.NamespaceURI);
            var attributes = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
            while (reader.MoveToNextAttribute())
                attributes.Add(reader.Name);
            return new(name, ns, attributes.ToImmutable());
        }
        catch (XmlException)
        {
            return null; // No whole start tag: nobody recognises it.
        }
    }
}
