using System.Globalization;
using System.Text.Json.Nodes;
using Assay.Core.Errors;
using Assay.Core.Yaml;
using NJsonSchema;

namespace Assay.Tests.Schemas;

/// <summary>A schema of the repository, asked about YAML text as an editor asks it.</summary>
internal sealed class YamlSchema(string name)
{
    private readonly JsonSchema _schema = JsonSchema.FromJsonAsync(Text(name)).GetAwaiter().GetResult();

    public bool Accepts(string yaml)
    {
        var mistakes = new YamlMistakes("file.yaml", ConfigurationErrors.ConfigurationInvalid);
        return YamlReader.ReadNode(yaml, mistakes) is { } root && mistakes.None && _schema.Validate(Json(root)!.ToJsonString()).Count == 0;
    }

    /// <summary>The sets of keys that its objects allow, each with those that it requires, as sorted text.</summary>
    public static IEnumerable<string> KeySets(string name) => Objects(JsonNode.Parse(Text(name))!).Select(schema => KeySet(
        schema["required"]?.AsArray().Select(key => key!.GetValue<string>()) ?? [], schema["properties"]!.AsObject().Select(property => property.Key)));

    public static string KeySet(IEnumerable<string> required, IEnumerable<string> all)
    {
        var must = required.ToHashSet(StringComparer.Ordinal);
        return string.Join(' ', all.Order(StringComparer.Ordinal).Select(key => must.Contains(key) ? key + "!" : key));
    }

    public static JsonNode Parse(string name) => JsonNode.Parse(Text(name))!;

    public static IEnumerable<JsonObject> Objects(JsonNode node)
    {
        if (node is JsonArray array)
            foreach (var found in array.SelectMany(item => Objects(item!))) yield return found;
        if (node is not JsonObject schema) yield break;
        if (schema["type"] is JsonValue type && type.GetValue<string>() == "object" && schema["properties"] is JsonObject) yield return schema;
        foreach (var found in schema.SelectMany(property => property.Value is null ? [] : Objects(property.Value))) yield return found;
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "schemas", name));

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Json(entry.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(Json)]),
        YamlScalar { Type: ScalarType.Null } => null,
        YamlScalar { Type: ScalarType.Boolean } scalar => JsonValue.Create(bool.Parse(scalar.Text)),
        YamlScalar { Type: ScalarType.Integer or ScalarType.Float } scalar => JsonValue.Create(decimal.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        YamlScalar scalar => JsonValue.Create(scalar.Text),
        _ => throw new InvalidOperationException(node.ToString()),
    };
}
