using System.Text.Json.Nodes;
using Assay.Core.Errors;
using Assay.Core.Yaml;
using NJsonSchema;

namespace Assay.Tests.Evidence.Requirements;

/// <summary>The schema that editors use says the same as the reader.</summary>
public class RequirementsSchemaTests
{
    public static TheoryData<string> Good => [.. RequirementsTable.Good.Select(row => row.Name)];

    public static TheoryData<string> Bad => [.. RequirementsTable.Bad.Where(row => row.Schema).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Good))]
    public async Task What_the_reader_takes_the_schema_takes(string name) =>
        Assert.Empty((await Schema()).Validate(Json(RequirementsTable.Good.Single(row => row.Name == name).Yaml)));

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_the_reader_refuses_the_schema_refuses(string name) =>
        Assert.NotEmpty((await Schema()).Validate(Json(RequirementsTable.Bad.Single(row => row.Name == name).Yaml)));

    private static Task<JsonSchema> Schema() =>
        JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "schemas", "requirements.schema.json"), TestContext.Current.CancellationToken);

    private static string Json(string yaml) =>
        Node(YamlReader.ReadNode(yaml, new YamlMistakes("", EvidenceErrors.Unreadable)))?.ToJsonString() ?? "null";

    private static JsonNode? Node(YamlNode? node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Node(entry.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(Node)]),
        YamlScalar { Type: ScalarType.Integer } number => JsonValue.Create(int.Parse(number.Text, System.Globalization.CultureInfo.InvariantCulture)),
        YamlScalar scalar => JsonValue.Create(scalar.Text),
        _ => null,
    };
}
