using System.Collections.Immutable;

namespace Assay.Core.Yaml;

/// <summary>A node of a YAML document with its place, 1-based.</summary>
public abstract record YamlNode(int Line, int Column);

/// <summary>A single value; <paramref name="Plain"/> where it stands without quotes and is no block text.</summary>
public sealed record YamlScalar(string Text, bool Plain, int Line, int Column) : YamlNode(Line, Column)
{
    /// <summary>What YAML's core schema takes the value for.</summary>
    public ScalarType Type => Plain ? ScalarTypes.Of(Text) : ScalarType.String;
}

/// <summary>A list.</summary>
public sealed record YamlSequence(ImmutableArray<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column);

/// <summary>Keys with their values, in the order of the file; no key stands twice.</summary>
public sealed record YamlMapping(ImmutableArray<YamlEntry> Entries, int Line, int Column) : YamlNode(Line, Column);

/// <summary>One key with its value.</summary>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);

/// <summary>Something that has been reported already; nothing more is said about it.</summary>
public sealed record YamlRefused(int Line, int Column) : YamlNode(Line, Column);
