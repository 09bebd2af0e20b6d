using System.Text.Json;
using NJsonSchema;

namespace Assay.Tests.Output.Proofs;

public sealed class ProofJsonTests
{
    private static readonly string SchemaPath = Path.Combine(Repository.Root, "schemas", "proof.schema.json");

    public static TheoryData<string> Situations => [.. Proofs.All.Keys];

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Every_proof_is_valid_by_the_published_schema(string situation)
    {
        var schema = await JsonSchema.FromFileAsync(SchemaPath, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(ProofFormatsTests.Write(Proofs.All[situation](), "json")));
    }

    [Theory]
    [InlineData("\"outcome\": \"proven\"", "\"outcome\": \"green\"")]
    [InlineData("\"hunks\": [", "\"pieces\": [")]
    [InlineData("\"lines\": \"before 8\"", "\"lines\": \"8-7x\"")]
    [InlineData("\"held\": true", "\"held\": \"yes\"")]
    [InlineData("\"dirty\": false", "\"dirty\": false, \"more\": 1")]
    public async Task The_schema_refuses_what_is_no_proof(string what, string instead)
    {
        var schema = await JsonSchema.FromFileAsync(SchemaPath, TestContext.Current.CancellationToken);
        var text = ProofFormatsTests.Write(Proofs.Hunks(), "json");
        Assert.Contains(what, text);
        Assert.NotEmpty(schema.Validate(text.Replace(what, instead)));
    }

    [Fact]
    public void The_schema_describes_no_key_that_is_never_written_and_demands_all()
    {
        var written = new HashSet<string>();
        foreach (var make in Proofs.All.Values) Keys(JsonDocument.Parse(ProofFormatsTests.Write(make(), "json")).RootElement, "", written);
        using var schema = JsonDocument.Parse(File.ReadAllText(SchemaPath));
        var described = new HashSet<string>();
        Described(schema.RootElement, "", described);
        Assert.Equal(described.Order(), written.Order());
    }

    [Fact]
    public async Task A_history_is_valid_by_its_schema_and_holds_each_proof_in_full()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "schemas", "proof-history.schema.json"), TestContext.Current.CancellationToken);
        var text = ProofFormatsTests.Write(Proofs.History(), "json");
        Assert.Empty(schema.Validate(text));
        Assert.NotEmpty(schema.Validate(text.Replace("\"outcome\": \"proven\"", "\"outcome\": \"green\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(text.Replace("\"step\": \"red\"", "\"step\": \"Red\"", StringComparison.Ordinal)));
        using var json = JsonDocument.Parse(text);
        Assert.Equal(["red", "green", "refactor", "documentation", "other"], json.RootElement.GetProperty("commits").EnumerateArray().Select(commit => commit.GetProperty("step").GetString()!));
    }

    [Fact]
    public void Durations_are_seconds_and_options_change_nothing()
    {
        var text = ProofFormatsTests.Write(Proofs.Proven(), "json");
        Assert.Contains("\"duration\": 3.457", text);
        Assert.Contains("\"duration\": 4,", text);
        Assert.Equal(text, ProofFormatsTests.Write(Proofs.Proven(), "json", new Assay.Output.OutputOptions(true, 20, true, true, TimeSpan.FromHours(1))));
    }

    private static void Keys(JsonElement element, string path, HashSet<string> keys)
    {
        if (element.ValueKind == JsonValueKind.Array) foreach (var item in element.EnumerateArray()) Keys(item, path, keys);
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var property in element.EnumerateObject())
        {
            keys.Add($"{path}/{property.Name}");
            Keys(property.Value, $"{path}/{property.Name}", keys);
        }
    }

    private static void Described(JsonElement schema, string path, HashSet<string> keys)
    {
        if (schema.TryGetProperty("items", out var items)) Described(items, path, keys);
        if (!schema.TryGetProperty("properties", out var properties)) return;
        Assert.Equal(properties.EnumerateObject().Select(property => property.Name), schema.GetProperty("required").EnumerateArray().Select(key => key.GetString()!));
        foreach (var property in properties.EnumerateObject())
        {
            keys.Add($"{path}/{property.Name}");
            Described(property.Value, $"{path}/{property.Name}", keys);
        }
    }
}
