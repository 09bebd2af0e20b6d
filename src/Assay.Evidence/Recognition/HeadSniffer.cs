using System.Collections.Immutable;
using System.Text;
using Assay.Evidence.Xml;

namespace Assay.Evidence.Recognition;

/// <summary>Tells XML, JSON, text and binary apart and finds what stands at the top of them.</summary>
internal static class HeadSniffer
{
    private static readonly ImmutableHashSet<string> None = [];

    public static ContentHead Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return new(ContentShape.Empty, null, "", None, "");

        var text = TextEncoding.Decode(bytes);
        var start = text.AsSpan().TrimStart();
        if (LooksBinary(text))
            return new(ContentShape.Binary, null, "", None, "");
        if (LooksLikeXml(start))
        {
            var root = XmlProlog.Scan(text).Root;
            return new(ContentShape.Xml, root?.Name, root?.Namespace ?? "", root?.Attributes ?? None, text);
        }
        if (start is ['{' or '[', ..])
        {
            var (keys, schema) = JsonKeys.Of(Encoding.UTF8.GetBytes(text));
            return new(ContentShape.Json, null, "", keys, text) { Schema = schema };
        }
        return new(ContentShape.Text, null, "", YamlKeys.Of(text), text);
    }

    private static bool LooksLikeXml(ReadOnlySpan<char> start) =>
        start is ['<', var next, ..] && (next is '?' or '!' or '_' || char.IsLetter(next));

    /// <summary>Control characters other than white space and escape sequences stand in no text that a tool writes.</summary>
    private static bool LooksBinary(string text)
    {
        foreach (var c in text)
        {
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\b' or '\u001b'))
                return true;
        }
        return false;
    }
}
