using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.ThreatModel;
using Assay.Tests.Measuring.Security;
using Assay.Tests.Schemas;

namespace Assay.Tests.Evidence.ThreatModel;

public sealed class ThreatModelReaderTests
{
    private static readonly ThreatModelReader Reader = new();
    private static readonly YamlSchema Schema = new("threat-model.schema.json");

    [Fact]
    public void A_model_is_read_with_its_lines()
    {
        var outcome = HostileInput.Read(Reader, GoodModel.Yaml);
        Assert.Null(outcome.Error);
        var model = Assert.IsType<Core.Observations.ThreatModel>(Assert.Single(outcome.Observations));
        Assert.Equal(("app", "security owner", new DateOnly(2026, 11, 20)), (model.Component, model.ReviewedBy, model.ReviewedOn));
        Assert.Equal([("client", ElementKind.External, 10), ("api", ElementKind.Process, 16), ("ledger", ElementKind.Store, 25)], model.Elements.Select(element => (element.Id, element.Kind, element.Line!.Value)));
        Assert.Equal(["src/**"], model.Elements[1].Covers);
        Assert.Equal(["internet"], model.Flows[0].Crosses);
        Assert.Equal(new Dread(8, 5, 4, 3, 6), model.Threats[0].Dread);
        Assert.Equal(new Mitigation(MitigationKind.Preventive, "Tokens end after ten minutes", "payments team", MitigationStatus.Implemented), model.Threats[0].Mitigations[0]);
        Assert.Equal(new DateOnly(2027, 1, 31), model.Threats[1].Accepted!.Until);
    }

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        var outcome = HostileInput.Read(Reader, GoodModel.Yaml.Replace("element: api }", "element: apo }", StringComparison.Ordinal).Replace("crosses: [internet]", "crosses: [balances]", StringComparison.Ordinal)
            .Replace("damage: 8", "damage: 11", StringComparison.Ordinal).Replace("holds: [balances]", "holds: [money]", StringComparison.Ordinal));
        Assert.Equal([
            "element: 'holds' names 'money', and no asset has that id",
            "entry point: 'element' names 'apo', and no element has that id",
            "flow: 'crosses' names 'balances', which is of the kind asset",
            "dread: 'damage' must be a figure from 1 to 10, found 11"], new[] { outcome.Error! }.Concat(outcome.OtherErrors).Select(error => error.What));
        Assert.Equal("Did you mean api?", outcome.OtherErrors[0].NextStep);
    }

    public static TheoryData<string, string, bool> Bad => new()
    {
        { "kind: store", "kind: database", true },
        { "id: T2", "id: T1", false },
        { "category: spoofing", "category: phishing", true },
        { "reviewed_on: 2026-11-20", "reviewed_on: yesterday", true },
        { "title: Callers", "title: 'replace: who'", true },
        { "covers: [\"src/**\"]", "covers: [\"../**\"]", false },
        { "damage: 5, ", "", true },
        { "owner: payments team, ", "", true },
        { "kind: external\n", "kind: external\n    colour: red\n", true },
        { "from: api", "from: client2", false },
        { "discoverability: 9", "discoverability: 0", true },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_mistake_is_named_with_its_place_and_the_schema_refuses_it_too(string old, string replacement, bool schema)
    {
        var text = GoodModel.With(old, replacement);
        var error = HostileInput.Read(Reader, text).Error;
        Assert.Equal(EvidenceErrors.Unreadable, error?.Kind);
        Assert.True(error?.Line > 0 && error.Column > 0);
        Assert.Equal(!schema, Schema.Accepts(text));
    }

    [Fact]
    public void The_schema_has_the_keys_of_the_reader()
    {
        Assert.True(Schema.Accepts(GoodModel.Yaml));
        var keys = new[]
        {
            ThreatModelKeys.Root, ThreatModelKeys.Asset, ThreatModelKeys.Boundary, ThreatModelKeys.Element, ThreatModelKeys.EntryPoint, ThreatModelKeys.Flow, ThreatModelKeys.Threat,
            ThreatModelKeys.Dread, ThreatModelKeys.Mitigation, ThreatModelKeys.Accepted, ThreatModelKeys.NoThreat,
        }.Select(set => YamlSchema.KeySet(set.Required, set.All));
        Assert.Equal(keys.Order(StringComparer.Ordinal), YamlSchema.KeySets("threat-model.schema.json").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_starter_is_well_formed_and_nothing_but_not_filled_in()
    {
        var outcome = HostileInput.Read(Reader, File.ReadAllText(Path.Combine(Repository.Root, "starters", "threat-model.yaml")));
        Assert.All(new[] { outcome.Error! }.Concat(outcome.OtherErrors), error => Assert.EndsWith("is left from the starter", error.What, StringComparison.Ordinal));
    }

    [Fact]
    public void Wherever_it_is_cut_off_there_is_an_error_or_a_model()
    {
        var text = GoodModel.Yaml.TrimEnd();
        for (var length = 1; length < text.Length; length++)
        {
            var outcome = HostileInput.Read(Reader, text[..length]);
            Assert.True(outcome.Error is null || outcome.Observations.IsEmpty);
        }
    }

    [Fact]
    public void No_mutation_gets_through_as_an_exception() => HostileInput.NeverThrows(Reader, GoodModel.Yaml, 1500);
}
