using Assay.Core.Observations;
using Assay.Core.Quantities;
using Assay.Core.Yaml;
using Assay.Evidence.Records;

namespace Assay.Evidence.Slo;

/// <summary>Reads the document and reports every mistake in it. <c>schemas/slo.schema.json</c> describes the same.</summary>
internal sealed class SloDocument(YamlMistakes mistakes)
{
    internal const string Schema = "assay/slo/v1";

    internal static readonly YamlKeys Root = new("service level objectives", ["schema", "component", "latency", "error_rate", "load", "monitoring"], []);
    internal static readonly YamlKeys Latency = new("latency", ["p50", "p95", "p99"], []);
    internal static readonly YamlKeys Load = new("load", ["rate", "duration", "peak"], []);

    private static readonly Quantity ShortestLoad = new(10_000, Unit.Milliseconds);

    internal ServiceLevels? Read(string text)
    {
        if (YamlReader.Read(text, Root, mistakes) is not { } root)
        {
            return null;
        }
        RecordFields.Schema(root, Schema);
        var component = RecordFields.Filled(root, "component");
        var monitoring = RecordFields.Filled(root, "monitoring");
        if (monitoring is not null && RelativePath(monitoring) is { } wrong)
        {
            root.Reject("monitoring", $"'monitoring' names a file of the component: {wrong}");
        }
        var errors = Figure(root, "error_rate", Unit.Percent);
        var (latency, load) = (root.Map("latency", Latency), root.Map("load", Load));
        if (latency is null || load is null)
        {
            return null;
        }
        var (p50, p95, p99) = (Figure(latency, "p50", Unit.Milliseconds), Figure(latency, "p95", Unit.Milliseconds), Figure(latency, "p99", Unit.Milliseconds));
        if (p50 > p95 || p95 > p99)
        {
            latency.Reject(p50 > p95 ? "p50" : "p95", "percentiles rise: p50 is at most p95, and p95 at most p99");
        }
        var (rate, duration, peak) = (Figure(load, "rate", Unit.PerSecond), Figure(load, "duration", Unit.Milliseconds), Figure(load, "peak", Unit.PerSecond));
        if (duration < ShortestLoad.Value)
        {
            load.Reject("duration", "'duration' is at least 10 s: a shorter load shows nothing that lasts");
        }
        if (peak < rate)
        {
            load.Reject("peak", "'peak' is at least the promised rate");
        }
        return component is null || monitoring is null || errors is null || p50 is null || p95 is null || p99 is null || rate is null || duration is null || peak is null
            ? null
            : new ServiceLevels(component, Of(p50, Unit.Milliseconds), Of(p95, Unit.Milliseconds), Of(p99, Unit.Milliseconds), Of(errors, Unit.Percent),
                Of(rate, Unit.PerSecond), Of(duration, Unit.Milliseconds), Of(peak, Unit.PerSecond), string.Join('/', monitoring.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".")));
    }

    private static Quantity Of(decimal? value, Unit unit) => new(value!.Value, unit);

    /// <summary>The figure's value above zero in the unit; null, with the mistake reported, where it is none.</summary>
    private static decimal? Figure(YamlFields fields, string key, Unit unit)
    {
        if (fields[key] is YamlScalar { Type: ScalarType.String } scalar && RecordFields.IsPlaceholder(scalar.Text))
        {
            fields.Reject(key, $"'{key}' {Core.Documents.Starters.IsLeft}", "Fill it in.");
            return null;
        }
        if (fields.Quantity(key) is not { } figure)
        {
            return null;
        }
        if (figure.Unit == unit && figure.Value > 0)
        {
            return figure.Value;
        }
        fields.Reject(key, $"'{key}' must be above zero, in {Units.Word(unit)}");
        return null;
    }

    private static string? RelativePath(string path) =>
        path.StartsWith('/') || path.Contains('\\') || (path.Length > 1 && path[1] == ':') ? "it must be relative, with forward slashes"
        : path.Split('/').Contains("..") ? "it must not lead out with '..'"
        : null;
}
