using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Core.Quantities;
using Assay.Evidence.Slo;
using Assay.Tests.Measuring.Performance;
using Assay.Tests.Schemas;

namespace Assay.Tests.Evidence.Slo;

public sealed class SloReaderTests
{
    private static readonly SloReader Reader = new();

    [Fact]
    public void It_states_latencies_errors_load_and_what_watches_them()
    {
        var levels = Assert.IsType<ServiceLevels>(Assert.Single(HostileInput.Read(Reader, Loads.Slo).Observations));
        Assert.Equal(("app", "alerts/app.rules.yaml"), (levels.Component, levels.Monitoring));
        Assert.Equal((new Quantity(100, Unit.Milliseconds), new Quantity(0.5m, Unit.Percent)), (levels.P50, levels.ErrorRate));
        Assert.Equal((new Quantity(20, Unit.PerSecond), new Quantity(12_000, Unit.Milliseconds), new Quantity(80, Unit.PerSecond)), (levels.Rate, levels.Duration, levels.Peak));
        Assert.True(new YamlSchema("slo.schema.json").Accepts(Loads.Slo));
    }

    public static TheoryData<string, string, string, bool> Bad => new()
    {
        { "schema: assay/slo/v1", "schema: assay/slo/v2", "'schema' must be assay/slo/v1", true },
        { "component: app", "", "key 'component' is missing", true },
        { "component: app", "component: 'replace: id'", "left from the starter", true },
        { "error_rate: 0.5 %", "error_rate: 'replace: 0.5 %'", "left from the starter", true },
        { "error_rate: 0.5 %", "error_rate: 0 %", "above zero", true },
        { "error_rate: 0.5 %", "error_rate: 5 ms", "in percent", true },
        { "rate: 20 /s", "rate: 20", "in per second", true },
        { "rate: 20 /s", "rate: -20 /s", "above zero", true },
        { "p50: 100 ms, ", "", "key 'p50' is missing", true },
        { "p50: 100 ms", "p50: fast", "must be a figure", true },
        { "p50: 100 ms", "p50: 100 ms, p90: 2 ms", "unknown key 'p90'", true },
        { "p50: 100 ms", "p50: 300 ms", "percentiles rise", false },
        { "duration: 12 s", "duration: 9 s", "at least 10 s", false },
        { "peak: 80 /s", "peak: 10 /s", "at least the promised rate", false },
        { "alerts/app.rules.yaml", "../other/rules.yaml", "must not lead out", true },
        { "alerts/app.rules.yaml", "/etc/passwd", "must be relative", true },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_mistake_is_named_and_the_schema_that_editors_use_agrees(string right, string wrong, string says, bool schema)
    {
        var text = Loads.Slo.Replace(right, wrong, StringComparison.Ordinal);
        var outcome = HostileInput.Read(Reader, text);
        Assert.Contains(new[] { outcome.Error! }.Concat(outcome.OtherErrors), error => error.What.Contains(says, StringComparison.Ordinal) && error.Line > 0);
        if (schema) Assert.False(new YamlSchema("slo.schema.json").Accepts(text));
    }

    [Fact]
    public void Every_field_of_the_starter_has_to_be_filled_in()
    {
        var outcome = HostileInput.Read(Reader, File.ReadAllText(Path.Combine(Repository.Root, "starters", "slo.yaml")));
        Assert.Equal(9, 1 + outcome.OtherErrors.Length);
        Assert.All([outcome.Error!, .. outcome.OtherErrors], error => Assert.Contains("left from the starter", error.What, StringComparison.Ordinal));
    }

    [Fact]
    public void The_keys_are_those_of_the_schema() => Assert.Equal(
        new[] { SloDocument.Root, SloDocument.Latency, SloDocument.Load }.Select(keys => YamlSchema.KeySet(keys.Required, keys.All)).Order(StringComparer.Ordinal),
        YamlSchema.KeySets("slo.schema.json").Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_gets_through_as_an_exception()
    {
        HostileInput.NeverThrows(Reader, Loads.Slo);
        for (var length = 1; length < Loads.Slo.Length; length++) _ = HostileInput.Read(Reader, Loads.Slo[..length]);
        Assert.Equal(EvidenceErrors.TooDeep, HostileInput.Read(Reader, new string('#', 5_000_000)).Error?.Kind);
    }
}
