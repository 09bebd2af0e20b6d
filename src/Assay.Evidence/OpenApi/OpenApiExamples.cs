using Assay.Core.Yaml;

namespace Assay.Evidence.OpenApi;

/// <summary>Whether a value of an interface is shown by example: at the media type or parameter, at its schema, or at every property of it.</summary>
internal sealed class OpenApiExamples(OpenApiReferences references)
{
    private const int Deepest = 12;

    private readonly Dictionary<YamlMapping, bool> _known = new(ReferenceEqualityComparer.Instance);

    /// <param name="holder">A media type, a parameter or a header.</param>
    internal bool IsShown(YamlMapping holder) => HasOwn(holder) || (holder.Get("schema") is { } schema && IsShown(schema, 0));

    /// <summary>Bytes that no document can show.</summary>
    internal static bool IsBinary(string mediaType) =>
        mediaType.Split(';')[0].Trim().ToLowerInvariant() is var type
        && (type is "application/octet-stream" or "application/pdf" or "application/zip" or "application/gzip" or "application/x-tar" || type.StartsWith("image/", StringComparison.Ordinal) && type != "image/svg+xml"
            || type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal) || type.StartsWith("font/", StringComparison.Ordinal));

    private bool HasOwn(YamlMapping holder)
    {
        if (holder.Get("example") is { } example && !example.IsNothing()) return true;
        return holder.Get("examples") switch
        {
            YamlSequence list => list.Items.Any(item => !item.IsNothing()),
            YamlMapping named => named.Entries.Any(entry => references.Resolve(entry.Value).Node is { } shown
                ? (shown.Get("value") ?? shown.Get("externalValue")) is { } value && !value.IsNothing() : false),
            _ => false,
        };
    }

    private bool IsShown(YamlNode schema, int depth)
    {
        if (schema is YamlMapping written && HasOwn(written)) return true; // beside a $ref too, as 3.1 permits
        if (depth > Deepest || references.Resolve(schema).Node is not { } node) return false;
        if (_known.TryGetValue(node, out var known)) return known;
        _known[node] = false; // a schema that holds itself is not shown by itself
        return _known[node] = HasOwn(node) || IsSelfEvident(node) || PartsAreShown(node, depth + 1);
    }

    private bool PartsAreShown(YamlMapping node, int depth)
    {
        if (node.Get("allOf") is YamlSequence { Items.IsEmpty: false } all && all.Items.All(part => IsShown(part, depth))) return true;
        if ((node.Get("oneOf") ?? node.Get("anyOf")) is YamlSequence choices && choices.Items.Any(part => IsShown(part, depth))) return true;
        if (node.Get("properties") is YamlMapping { Entries.IsEmpty: false } properties) return properties.Entries.All(property => IsShown(property.Value, depth));
        return (node.Get("items") ?? node.Get("additionalProperties")) is YamlMapping each && IsShown(each, depth);
    }

    /// <summary>Its only values stand in the document, or are bytes.</summary>
    private static bool IsSelfEvident(YamlMapping schema) =>
        schema.Get("const") is not null || schema.Get("enum") is YamlSequence { Items.IsEmpty: false } || schema.Text("type") is "boolean" or "null"
        || schema.Text("format") is "binary" || schema.Text("contentEncoding").Length > 0;
}
