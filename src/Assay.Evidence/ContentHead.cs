namespace Assay.Evidence;

/// <summary>
/// The beginning of a file, as far as recognising needs it.
/// </summary>
/// <param name="RootElement">Local name of the root element, for XML.</param>
/// <param name="RootNamespace">Namespace of the root element; empty where it has none.</param>
/// <param name="RootKeys">Top-level keys seen in the first 64 KB, for JSON and YAML.</param>
/// <param name="Text">The first 64 KB decoded as text.</param>
public sealed record ContentHead(ContentShape Shape, string? RootElement, string RootNamespace, IReadOnlySet<string> RootKeys, string Text);

/// <summary>What the bytes look like.</summary>
public enum ContentShape { Empty, Xml, Json, Text, Binary }
