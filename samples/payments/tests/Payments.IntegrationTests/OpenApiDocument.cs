using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Payments.IntegrationTests;

/// <summary>openapi.yaml as JSON, with its local references followed.</summary>
internal sealed class OpenApiDocument(JsonObject root)
{
    public IReadOnlyList<OpenApiOperation> Operations { get; } =
    [
        .. from path in root["paths"]!.AsObject()
           from method in path.Value!.AsObject()
           select new OpenApiOperation(root, $"{method.Key.ToUpperInvariant()} {path.Key}", method.Value!.AsObject()),
    ];

    public static OpenApiDocument Load(string file)
    {
        using var text = new StreamReader(Path.Combine(AppContext.BaseDirectory, file));
        var yaml = new YamlStream();
        yaml.Load(text);
        return new OpenApiDocument(Convert(yaml.Documents[0].RootNode)!.AsObject());
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(
            child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, Convert(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar
            when long.TryParse(scalar.Value, CultureInfo.InvariantCulture, out var number) => number,
        _ => ((YamlScalarNode)node).Value,
    };
}

internal sealed class OpenApiOperation(JsonObject root, string name, JsonObject json)
{
    /// <summary>Method and path: <c>GET /accounts/{id}</c>.</summary>
    public string Name => name;

    public JsonObject? RequestExample =>
        json["requestBody"]?["content"]?["application/json"]?["example"]?.DeepClone().AsObject();

    /// <summary>Every body of the operation: of the request and of each response.</summary>
    public IEnumerable<JsonObject> Bodies =>
        from holder in (IEnumerable<JsonNode?>)[json["requestBody"], .. Responses.Select(response => response.Value)]
        where holder is not null
        from body in Follow(holder)["content"]!.AsObject()
        select body.Value!.AsObject();

    private JsonObject Responses => json["responses"]!.AsObject();

    public string? Text(string key) => json[key]?.GetValue<string>();

    public JsonNode ResponseExample(HttpStatusCode status, string mediaType = "application/json")
    {
        var response = Follow(Responses[((int)status).ToString(CultureInfo.InvariantCulture)]!);
        return response["content"]![mediaType]!["example"]!;
    }

    private JsonNode Follow(JsonNode node) => node["$ref"] is { } reference
        ? reference.GetValue<string>().Split('/').Skip(1).Aggregate((JsonNode)root, (at, step) => at[step]!)
        : node;
}
