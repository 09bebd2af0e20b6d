using Assay.Core.Documents;
using Assay.Core.Yaml;

namespace Assay.Evidence.Records;

/// <summary>What all records that people write have in common: ids of their own, nothing left from the starter, no empty list, the component they are about.</summary>
internal sealed class RecordFields
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <summary>Rejects another schema than this.</summary>
    internal static void Schema(YamlFields root, string schema)
    {
        if (root.Text("schema") is { } found && found != schema)
        {
            root.Reject("schema", $"'schema' must be {schema}");
        }
    }

    /// <summary>The id, unique in the file.</summary>
    internal string? Id(YamlFields fields)
    {
        var id = Filled(fields, "id");
        if (id is not null && !_ids.TryAdd(id, fields["id"]!.Line))
        {
            fields.Reject("id", $"the id '{id}' stands twice; first in line {_ids[id]}", "Give each entry an id of its own.");
        }
        return id;
    }

    /// <summary>A text that somebody filled in; null, with the mistake reported where it is required or left from the starter.</summary>
    internal static string? Filled(YamlFields fields, string key)
    {
        var text = fields.Text(key);
        if (text is not null && IsPlaceholder(text))
        {
            fields.Reject(key, $"'{key}' {Starters.IsLeft}", "Fill it in, or remove the entry.");
        }
        return text;
    }

    /// <summary>A day; what a starter left in its place is said to be that.</summary>
    internal static DateOnly? Day(YamlFields fields, string key)
    {
        if (fields[key] is not YamlScalar { Type: ScalarType.String } scalar || !IsPlaceholder(scalar.Text))
        {
            return fields.Date(key);
        }
        Filled(fields, key);
        return null;
    }

    /// <summary>Rejects a list that is there and empty.</summary>
    internal static void NotEmpty(YamlFields fields, string key)
    {
        if (fields[key] is YamlSequence { Items.IsEmpty: true })
        {
            fields.Reject(key, $"'{key}' is empty", "An empty list shows nothing; fill it in, or remove what it belongs to.");
        }
    }

    /// <summary>Whether a text is what a starter has in place of an answer.</summary>
    internal static bool IsPlaceholder(string text) => Starters.IsPlaceholder(text);
}
