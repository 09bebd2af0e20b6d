using Assay.Core.Errors;
using Assay.Core.Facts;
using Assay.Core.Standards;
using Assay.Core.Standards.Loading;
using Assay.Tests.Schemas;

namespace Assay.Tests.Standards;

public sealed class StandardSchemaTests
{
    private static readonly YamlSchema Schema = new("standard.schema.json");

    [Fact]
    public void The_schema_has_the_keys_that_the_loader_knows_and_no_others() =>
        Assert.Equal(
            StandardKeys.All.Select(keys => YamlSchema.KeySet(keys.Required, keys.All)).ToHashSet(),
            YamlSchema.KeySets("standard.schema.json").ToHashSet());

    [Fact]
    public void The_schema_has_the_facts_that_the_catalog_knows_and_no_others() =>
        Assert.Equal(
            FactCatalog.All.Select(fact => fact.Name).Order(StringComparer.Ordinal),
            YamlSchema.Parse("standard.schema.json")["definitions"]!["fact"]!["enum"]!.AsArray().Select(name => name!.GetValue<string>()).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_key_has_a_description_for_editors() =>
        Assert.All(
            YamlSchema.Objects(YamlSchema.Parse("standard.schema.json")).SelectMany(schema => schema["properties"]!.AsObject()),
            property => Assert.True(property.Value!["description"] is not null || property.Value["$ref"] is not null, property.Key));

    [Fact]
    public void Both_accept_the_built_in_standard() => Assert.True(Schema.Accepts(BuiltInStandards.Find("production")!));

    [Theory]
    [InlineData("", "")]
    [InlineData("at_least: 90 %", "at_most: 90.5 %")]
    [InlineData("at_least: 90 %", "at_least: \"90%\"")]
    [InlineData("by: author", "by: ci\n        binds: release")]
    [InlineData("by: author", "by: ci\n        binds: { age: 90 d }")]
    [InlineData("by: author", "by: ci\n        when_empty: not_applicable\n        kinds: [web, service]\n        controls: [asvs-5.0/1.2.3]")]
    [InlineData("version: 1.0.0", "version: 1.10.0-rc.1")]
    [InlineData("    web_cls: 0.1 points\n", "")]
    public void Both_accept(string replace, string by)
    {
        var text = Changed(replace, by);
        Load(text);
        Assert.True(Schema.Accepts(text));
    }

    [Theory]
    [InlineData("schema: assay/standard/v1", "schema: assay/standard/v2")]
    [InlineData("schema: assay/standard/v1\n", "")]
    [InlineData("name: small", "name: Small Standard")]
    [InlineData("name: small", "name: 5")]
    [InlineData("version: 1.0.0", "version: 1.0")]
    [InlineData("standard_from: 5", "standard_from: 0")]
    [InlineData("standard_from: 5", "standard_from: five")]
    [InlineData("standard_from: 5", "standard_from: 5.5")]
    [InlineData("sensitive: [scripts/**]", "sensitive: scripts/**")]
    [InlineData("sensitive: [scripts/**]", "sensitive: [../scripts/**]")]
    [InlineData("sensitive: [scripts/**]", "sensitive: [/scripts/**]")]
    [InlineData("sensitive: [scripts/**]", "sensitive: [a, a]")]
    [InlineData("- id: tdd", "- id: TDD")]
    [InlineData("title: Tests", "title: \" \"")]
    [InlineData("title: Tests", "titel: Tests")]
    [InlineData("why: Because.", "why:")]
    [InlineData("fact: coverage.lines", "fact: coverage.line")]
    [InlineData("        at_least: 90 %\n", "")]
    [InlineData("at_least: 90 %", "at_least: 90 %\n        below: 95 %")]
    [InlineData("at_least: 90 %", "at_least: ninety")]
    [InlineData("at_least: 90 %", "at_least: 90 parsecs")]
    [InlineData("at_least: 90 %", "more_than: 90 %")]
    [InlineData("phase: code_completion", "phase: code")]
    [InlineData("profile: standard", "profile: Standard")]
    [InlineData("by: author", "by: somebody")]
    [InlineData("by: author", "by: [author]")]
    [InlineData("by: author", "by: author\n        binds: age")]
    [InlineData("by: author", "by: author\n        binds: { days: 90 d }")]
    [InlineData("by: author", "by: author\n        when_empty: pass")]
    [InlineData("by: author", "by: author\n        kinds: []")]
    [InlineData("by: author", "by: author\n        kinds: [daemon]")]
    [InlineData("by: author", "by: author\n        kinds: [web, web]")]
    [InlineData("by: author", "by: author\n        controls: [pci]")]
    [InlineData("remedy: Test it.", "remedy: []")]
    [InlineData("        remedy: Test it.\n", "")]
    [InlineData("web_cls: 0.1 points", "web_csl: 0.1 points")]
    [InlineData("signal: error_rate", "signal: errors")]
    [InlineData("{ traffic: 100 %, for: 60 min }", "{ traffic: 100 % }")]
    [InlineData("canary: [{ traffic: 100 %, for: 60 min }]", "canary: []")]
    [InlineData("error_rate: { below: 0.5 % }", "error_rate: {}")]
    [InlineData("error_rate: { below: 0.5 % }", "error_rate: { below: 0.5 %, at_most: 1 % }")]
    public void Both_refuse(string replace, string by)
    {
        var text = Changed(replace, by);
        Assert.Throws<AssayException>(() => Load(text));
        Assert.False(Schema.Accepts(text));
    }

    private static Standard Load(string text) => StandardLoader.Load(text, "small.yaml", "sha256:0");

    private static string Changed(string replace, string by)
    {
        if (replace.Length == 0) return SmallStandard.Text;
        Assert.Contains(replace, SmallStandard.Text, StringComparison.Ordinal);
        return SmallStandard.Text.Replace(replace, by, StringComparison.Ordinal);
    }
}
