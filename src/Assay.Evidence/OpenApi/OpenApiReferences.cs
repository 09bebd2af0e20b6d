using System.Collections.Immutable;
using Assay.Core.Yaml;

namespace Assay.Evidence.OpenApi;

/// <summary>Follows <c>$ref</c> within one document (RFC 6901 pointers). A circle and a reference to another file end nowhere, and say so.</summary>
internal sealed class OpenApiReferences(YamlMapping document)
{
    private const int MostSteps = 32;

    /// <summary>What the node means once its references are followed; null with a reason where they lead nowhere.</summary>
    internal (YamlMapping? Node, string? Reason) Resolve(YamlNode? node)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (node is not YamlMapping mapping) return (null, null);
            if (mapping.Get("$ref") is not YamlScalar reference) return (mapping, null);
            if (!reference.Text.StartsWith('#')) return (null, $"$ref '{Short(reference.Text)}' leads to another file, which is not read");
            node = Find(reference.Text);
            if (node is null) return (null, $"$ref '{Short(reference.Text)}' leads nowhere");
        }
        return (null, "its $ref goes round in a circle");
    }

    /// <summary>As <see cref="Resolve"/>, with what stands beside each reference, as a path item may have it; a reason beside a node where a reference leads nowhere.</summary>
    internal (YamlMapping? Node, string? Reason) ResolveWithSiblings(YamlNode? node)
    {
        var (resolved, reason) = Resolve(node);
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var at = node;
        for (var step = 0; step < MostSteps && at is YamlMapping mapping && mapping.Get("$ref") is YamlScalar reference; step++)
        {
            entries.AddRange(mapping.Entries.Where(entry => entry.Key.Text != "$ref"));
            at = reference.Text.StartsWith('#') ? Find(reference.Text) : null;
        }
        if (entries.Count == 0 || node is not YamlMapping written) return (resolved, reason);
        if (resolved is not null) entries.AddRange(resolved.Entries);
        return (new YamlMapping([.. entries.Distinct()], written.Line, written.Column), resolved is null ? reason ?? "its $ref leads to no path" : null);
    }

    private YamlNode? Find(string pointer)
    {
        YamlNode? at = document;
        foreach (var part in pointer[1..].Split('/').Skip(1))
        {
            var name = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            at = at switch
            {
                YamlMapping mapping => mapping.Get(name),
                YamlSequence sequence when int.TryParse(name, out var index) && index >= 0 && index < sequence.Items.Length => sequence.Items[index],
                _ => null,
            };
        }
        return pointer is "#" or "#/" ? null : at;
    }

    private static string Short(string text) => text.Length > 80 ? text[..80] + "…" : text;
}
