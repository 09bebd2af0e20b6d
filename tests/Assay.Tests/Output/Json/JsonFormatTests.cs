using System.Text.Json;
using Assay.Core.Facts;
using Assay.Core.Quantities;
using Assay.Core.Standards;
using NJsonSchema;

namespace Assay.Tests.Output.Json;

public sealed class JsonFormatTests
{
    private static readonly string SchemaPath = Path.Combine(Repository.Root, "schemas", "verdict.schema.json");

    public static TheoryData<string> Situations => [.. Verdicts.All.Keys];

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Every_verdict_is_valid_by_the_published_schema(string situation)
    {
        var schema = await JsonSchema.FromFileAsync(SchemaPath, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Write(situation)));
    }

    [Theory]
    [InlineData("\"verdict\": \"blocked\"", "\"verdict\": \"perhaps\"")]
    [InlineData("\"run\":", "\"runs\":")]
    [InlineData("\"status\": \"fail\"", "\"status\": \"Fail\"")]
    [InlineData("\"wouldBe\": null", "\"wouldBe\": null, \"more\": 1")]
    public async Task The_schema_refuses_what_is_no_verdict(string what, string instead)
    {
        var schema = await JsonSchema.FromFileAsync(SchemaPath, TestContext.Current.CancellationToken);
        var text = Write("blocked");
        Assert.Contains(what, text);
        Assert.NotEmpty(schema.Validate(text.Replace(what, instead)));
    }

    [Fact]
    public void The_schema_describes_no_key_that_is_never_written()
    {
        var written = new HashSet<string>();
        foreach (var situation in Verdicts.All.Keys) Keys(JsonDocument.Parse(Write(situation)).RootElement, "", written);
        var described = new HashSet<string>();
        using var schema = JsonDocument.Parse(File.ReadAllText(SchemaPath));
        Described(schema.RootElement, schema.RootElement, "", described);
        described.RemoveWhere(key => key.StartsWith("/artifacts/", StringComparison.Ordinal));
        Assert.Equal(described.Order(), written.Order());
    }

    [Fact]
    public void Options_change_nothing() => Assert.Equal(Write("blocked"),
        VerdictFormatsTests.Write(Verdicts.Blocked(), "json", new Assay.Output.OutputOptions(true, 20, true, true, TimeSpan.FromHours(1))));

    [Fact]
    public void Signs_stand_as_they_are_and_the_file_ends_with_a_newline()
    {
        var text = Write("blocked");
        Assert.Contains("\"required\": \"≥ 90 %\"", text);
        Assert.Contains("\"required\": \"< 200 ms\"", text);
        Assert.EndsWith("}\n", text);
        Assert.DoesNotContain('\r', text);
    }

    [Theory]
    [InlineData("93.40", Unit.Percent, "93.4", "%")]
    [InlineData("93.52941176470588235294117647", Unit.Percent, "93.52941176470588235294117647", "%")]
    [InlineData("1200", Unit.Milliseconds, "1200", "ms")]
    [InlineData("7.0", Unit.Count, "7", "")]
    [InlineData("1", Unit.Boolean, "true", "")]
    [InlineData("0", Unit.Boolean, "false", "")]
    public void Values_are_exact_and_one_number_is_written_one_way(string value, Unit unit, string written, string symbol)
    {
        var quantity = new Quantity(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit);
        var fact = Fact(new Fact(FactNames.TestsRun, "app", FactState.Measured, quantity));
        Assert.Equal((written, symbol), (fact.GetProperty("value").GetRawText(), fact.GetProperty("unit").GetString()));
    }

    [Fact]
    public void A_fact_that_was_not_measured_has_no_value_and_says_why()
    {
        var fact = Fact(new Fact(FactNames.CoverageLines, "app", FactState.Missing, Reason: "no coverage report"));
        Assert.Equal(("null", "missing", "%", "no coverage report"),
            (fact.GetProperty("value").GetRawText(), fact.GetProperty("state").GetString(), fact.GetProperty("unit").GetString(), fact.GetProperty("reason").GetString()));
    }

    [Fact]
    public void Text_of_evidence_survives_escaped_and_unchanged()
    {
        using var json = JsonDocument.Parse(Write("hostile"));
        Assert.Contains("a \e[5mnote", json.RootElement.GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
        Assert.Equal("a\u202eb.yaml", json.RootElement.GetProperty("weakened")[0].GetProperty("file").GetString());
    }

    [Fact]
    public void Times_are_utc()
    {
        var verdict = Verdicts.Pass() with { JudgedAt = new DateTimeOffset(2026, 11, 22, 13, 0, 0, 250, TimeSpan.FromHours(1)) };
        Assert.Contains("\"judgedAt\": \"2026-11-22T12:00:00.25Z\"", VerdictFormatsTests.Write(verdict, "json"));
    }

    private static JsonElement Fact(Fact fact)
    {
        var verdict = new VerdictBuilder { Profile = Profile.Lightweight }.Healthy("app").Build() with { Facts = [fact] };
        return JsonDocument.Parse(VerdictFormatsTests.Write(verdict, "json")).RootElement.GetProperty("facts")[0];
    }

    private static string Write(string situation) => VerdictFormatsTests.Write(Verdicts.All[situation](), "json");

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

    private static void Described(JsonElement root, JsonElement schema, string path, HashSet<string> keys)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            Described(root, root.GetProperty("definitions").GetProperty(reference.GetString()!.Split('/')[^1]), path, keys);
        if (schema.TryGetProperty("items", out var items)) Described(root, items, path, keys);
        if (!schema.TryGetProperty("properties", out var properties)) return;
        foreach (var property in properties.EnumerateObject())
        {
            keys.Add($"{path}/{property.Name}");
            Described(root, property.Value, $"{path}/{property.Name}", keys);
        }
    }
}
