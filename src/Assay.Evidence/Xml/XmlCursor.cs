using System.Globalization;
using System.Text;
using System.Xml;
using Assay.Core.Errors;

namespace Assay.Evidence.Xml;

/// <summary>
/// A place in an XML document that moves forward only. Numbers are read without making strings; text that nobody asks for is passed over in pieces.
/// </summary>
internal sealed class XmlCursor(XmlReader reader, XmlSource source)
{
    /// <summary>Deepest nesting that a genuine report has.</summary>
    public const int Deepest = 256;

    /// <summary>Longest text that is kept of a message, in characters.</summary>
    public const int LongestText = 4096;

    private readonly char[] piece = new char[4096];

    public XmlNodeType Node => reader.NodeType;

    /// <summary>Local name of the element or attribute; the same object wherever the same name stands, see <see cref="NameOf"/>.</summary>
    public string Name => reader.LocalName;

    public int Depth => reader.Depth;

    public bool IsEmpty => reader.IsEmptyElement;

    public (int? Line, int? Column) Place =>
        reader is IXmlLineInfo { LineNumber: > 0 } at ? (at.LineNumber, at.LinePosition) : (null, null);

    /// <summary>The object that <see cref="Name"/> gives for this name, so that names compare by reference.</summary>
    public string NameOf(string name) => reader.NameTable.Add(name);

    /// <summary>Is given every comment; null where nobody asks for them.</summary>
    public Action<string>? Comment { get; set; }

    /// <summary>Goes to the next start tag, end tag or text.</summary>
    public bool Read()
    {
        if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            PassOverText();
        while (true)
        {
            source.NextPart();
            if (!reader.Read()) return false;
            if (reader.Depth > Deepest)
                throw new ContentMistake(new(EvidenceErrors.TooDeep, $"Elements are nested more than {Deepest} deep."));
            if (reader.NodeType != XmlNodeType.Comment) return true;
            Comment?.Invoke(reader.Value);
        }
    }

    /// <summary>Goes to the root element.</summary>
    public void ReadRoot()
    {
        while (Read())
        {
            if (Node == XmlNodeType.Element) return;
        }
        throw Mistake("It has no root element.");
    }

    /// <summary>Passes over the element that the cursor is at, with everything in it; afterwards at its end tag, or at itself where it is empty.</summary>
    public void SkipElement()
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        while (Read() && reader.Depth > depth) { }
    }

    /// <summary>The text in the element that the cursor is at, nested text included, cut after so many characters; afterwards at its end tag.</summary>
    public string ReadText(int longest = LongestText)
    {
        if (reader.IsEmptyElement) return "";
        var depth = reader.Depth;
        var text = new StringBuilder();
        while (Read() && reader.Depth > depth)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA)) continue;
            int length;
            while ((length = reader.ReadValueChunk(piece, 0, piece.Length)) > 0)
            {
                source.NextPart();
                text.Append(piece.AsSpan(0, Math.Min(length, longest - text.Length)));
            }
        }
        return text.ToString();
    }

    /// <summary>Goes to the element's next attribute; back to the element after the last one.</summary>
    public bool NextAttribute()
    {
        if (reader.MoveToNextAttribute()) return true;
        reader.MoveToElement();
        return false;
    }

    /// <summary>The value of the attribute that the cursor is at.</summary>
    public string Value => reader.Value;

    /// <summary>The element's attribute; null where it has none of this name.</summary>
    public string? Attribute(string name) => reader.GetAttribute(name);

    /// <summary>The element's attribute as a number that counts something; null where it has none of this name.</summary>
    public int? Count(string name)
    {
        var value = reader.GetAttribute(name);
        if (string.IsNullOrWhiteSpace(value)) return null;
        return int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw Mistake($"{name}=\"{Shorten(value)}\" is not a count.");
    }

    /// <summary>The value of the attribute that the cursor is at, as characters in a buffer that the next call uses again.</summary>
    public ReadOnlySpan<char> Characters()
    {
        var length = reader.ReadValueChunk(piece, 0, piece.Length);
        return length < piece.Length
            ? piece.AsSpan(0, length)
            : throw new ContentMistake(new(EvidenceErrors.TooDeep, $"The attribute {Name} is longer than {piece.Length} characters."));
    }

    /// <summary>A mistake in the content at this place.</summary>
    public ContentMistake Mistake(string what) => new(new(EvidenceErrors.Unreadable, what, Line: Place.Line, Column: Place.Column));

    /// <summary>A value that is fit to stand in a message.</summary>
    public static string Shorten(ReadOnlySpan<char> value) => value.Length <= 60 ? value.ToString() : $"{value[..60]}…";

    private void PassOverText()
    {
        while (reader.ReadValueChunk(piece, 0, piece.Length) > 0)
            source.NextPart();
    }
}
