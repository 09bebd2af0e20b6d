using System.Collections.Immutable;
using Assay.Core.Yaml.Parsing;

namespace Assay.Core.Yaml;

/// <summary>
/// Reads the YAML files that people write for Assay. A small part of YAML on purpose: one document, no anchors, aliases
/// or tags, at most 1 MB and 64 levels, so that what a reader sees is what is judged and a small file stays small.
/// </summary>
public static class YamlReader
{
    /// <summary>Longest text, in characters.</summary>
    public const int LongestText = 1024 * 1024;

    /// <summary>Deepest nesting of lists and mappings.</summary>
    public const int DeepestNesting = 64;

    /// <summary>The root mapping; null, with the mistake reported, where there is none.</summary>
    public static YamlFields? Read(string text, YamlKeys keys, YamlMistakes mistakes) =>
        ReadNode(text, mistakes) is { } root ? YamlFields.Open(root, keys, mistakes) : null;

    /// <summary>The root nodes of a text that may hold several documents, as Kubernetes has them; none, with the mistake reported, where it is no YAML that Assay takes.</summary>
    public static ImmutableArray<YamlNode> ReadNodes(string text, YamlMistakes mistakes) =>
        Prepared(text, mistakes) is { } good ? new NodeBuilder(good, mistakes).BuildAll() : [];

    /// <summary>The root node, whatever it is; null, with the mistake reported, where the text is no YAML that Assay takes.</summary>
    public static YamlNode? ReadNode(string text, YamlMistakes mistakes) => Prepared(text, mistakes) is { } good ? new NodeBuilder(good, mistakes).Build() : null;

    private static string? Prepared(string text, YamlMistakes mistakes)
    {
        if (text.Length > LongestText)
        {
            mistakes.Add(1, 1, $"the file is larger than {LongestText / 1024 / 1024} MB", "Split it, or remove what does not belong in it.");
            return null;
        }
        text = text.TrimStart('\uFEFF');
        return ForbiddenCharacters.Reported(text, mistakes) ? null : text;
    }
}
