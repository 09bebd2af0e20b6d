using System.Text;
using System.Xml;
using Assay.Core.Errors;
using Assay.Evidence.Recognition;

namespace Assay.Evidence.Xml;

/// <summary>
/// Opens XML that others wrote, safely: no definition is fetched or interpreted, depth and size are capped, and every mistake is a value.
/// </summary>
internal static class XmlEvidence
{
    /// <summary>Runs <paramref name="parse"/> over the content, from before the root element; the rest is checked to be well-formed.</summary>
    public static ReadOutcome Read(Stream content, CancellationToken cancellation, Func<XmlCursor, ReadOutcome> parse)
    {
        var source = new XmlSource(content, cancellation);
        var prolog = XmlProlog.Scan(TextEncoding.Decode(source.Peek()));
        if (prolog.Doctype == Doctype.Internal)
            return ReadOutcome.Failed(new(EvidenceErrors.ForbiddenContent, "Its DOCTYPE declares entities or elements of its own.", Line: prolog.DoctypeLine));

        using var reader = XmlReader.Create(source, Settings(prolog.Doctype));
        var cursor = new XmlCursor(reader, source);
        try
        {
            var outcome = parse(cursor);
            while (cursor.Read()) { }
            return outcome;
        }
        catch (ContentMistake mistake)
        {
            var (line, column) = cursor.Place;
            return ReadOutcome.Failed(mistake.Error.Line is null ? mistake.Error with { Line = line, Column = column } : mistake.Error);
        }
        catch (XmlException mistake)
        {
            return ReadOutcome.Failed(new(EvidenceErrors.Unreadable, $"It is cut off or not well-formed XML: {WithoutPlace(mistake)}",
                Line: mistake.LineNumber > 0 ? mistake.LineNumber : null, Column: mistake.LinePosition > 0 ? mistake.LinePosition : null));
        }
        catch (Exception mistake) when (mistake is DecoderFallbackException or NotSupportedException or ArgumentException)
        {
            return ReadOutcome.Failed(new(EvidenceErrors.Unreadable, $"Its characters are not of the encoding that it names: {mistake.Message}"));
        }
    }

    /// <summary>A document type that was found harmless is passed over; one that was not seen stays prohibited.</summary>
    private static XmlReaderSettings Settings(Doctype doctype) => new()
    {
        DtdProcessing = doctype == Doctype.External ? DtdProcessing.Ignore : DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    private static string WithoutPlace(XmlException mistake)
    {
        var place = mistake.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return place > 0 ? mistake.Message[..place] : mistake.Message;
    }
}
