using System.Collections.Immutable;
using Assay.Core;
using Assay.Core.Yaml;
using Assay.Evidence.Records;

namespace Assay.Evidence.ThreatModel;

/// <summary>Ids that a model defines and those that it refers to. Checked at the end, because an entry may name what comes later.</summary>
internal sealed class ThreatModelReferences
{
    private readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal);
    private readonly List<(YamlFields Fields, YamlNode Node, string Key, string Id, string[] Kinds)> _references = [];

    internal void Define(string id, string kind) => _kinds.TryAdd(id, kind);

    /// <summary>A list of ids of entries of these kinds.</summary>
    internal ImmutableArray<string> To(YamlFields fields, string key, params string[] kinds) =>
        [.. fields.TextNodes(key).Select(item => Add(fields, item.Node, key, item.Text, kinds))];

    /// <summary>The id of one such entry; empty, with the mistake reported, where there is none.</summary>
    internal string ToOne(YamlFields fields, string key, params string[] kinds) =>
        fields.Text(key) is { } id ? Add(fields, fields[key]!, key, id, kinds) : "";

    /// <summary>Reports every reference that leads nowhere, or to an entry of another kind.</summary>
    internal void Check()
    {
        foreach (var (fields, node, key, id, kinds) in _references.Where(reference => !reference.Kinds.Contains(_kinds.GetValueOrDefault(reference.Id)) && !RecordFields.IsPlaceholder(reference.Id)))
        {
            var near = Nearest.Of(id, _kinds.Where(known => kinds.Contains(known.Value)).Select(known => known.Key), 1);
            fields.Reject(node, _kinds.TryGetValue(id, out var other)
                    ? $"'{key}' names '{Short(id)}', which is of the kind {other}"
                    : $"'{key}' names '{Short(id)}', and no {string.Join(" or ", kinds)} has that id",
                near.IsEmpty ? "Define it, or name one that is defined." : $"Did you mean {near[0]}?");
        }
    }

    private string Add(YamlFields fields, YamlNode node, string key, string id, string[] kinds)
    {
        if (RecordFields.IsPlaceholder(id))
        {
            fields.Reject(node, $"'{key}' {Core.Documents.Starters.IsLeft}", "Fill it in, or remove the entry.");
        }
        _references.Add((fields, node, key, id, kinds));
        return id;
    }

    private static string Short(string id) => id.Length > 40 ? id[..40] + "…" : id;
}
