using Assay.Evidence.Recognition;

namespace Assay.Evidence;

/// <summary>
/// The beginning of a file, as far as recognising needs it.
/// </summary>
/// <param name="RootElement">Local name of the root element, for XML.</param>
/// <param name="RootNamespace">Namespace of the root element; empty where it has none.</param>
/// <param name="RootKeys">Top-level keys seen in the first 64 KB, for JSON and YAML; names of the root element's attributes, for XML.</param>
/// <param name="Text">The first 64 KB decoded as text.</param>
public sealed record ContentHead(ContentShape Shape, string? RootElement, string RootNamespace, IReadOnlySet<string> RootKeys, string Text)
{
    /// <summary>How many bytes of a file are looked at.</summary>
    public const int Length = 64 * 1024;

    /// <summary>What the top-level key <c>schema</c> says, for JSON; null where it is no text, or does not stand in the first 64 KB.</summary>
    public string? Schema { get; init; }

    /// <summary>Looks at the beginning of a file. Never throws for content, and never resolves a document type definition.</summary>
    public static ContentHead Of(ReadOnlySpan<byte> content) => HeadSniffer.Sniff(content.Length > Length ? content[..Length] : content);

    /// <summary>Reads up to 64 KB and looks at them.</summary>
    public static ContentHead Of(Stream content)
    {
        var bytes = new byte[Length];
        return Of(bytes.AsSpan(0, content.ReadAtLeast(bytes, Length, throwOnEndOfStream: false)));
    }
}

/// <summary>What the bytes look like.</summary>
public enum ContentShape { Empty, Xml, Json, Text, Binary }
