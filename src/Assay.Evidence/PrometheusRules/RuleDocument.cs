using System.Collections.Immutable;
using Assay.Core.Observations;
using Assay.Core.Quantities;
using Assay.Core.Yaml;

namespace Assay.Evidence.PrometheusRules;

/// <summary>Reads <c>groups</c> with their <c>rules</c>; keys that decide nothing here are passed over, as other versions of Prometheus have others.</summary>
internal sealed class RuleDocument(YamlMistakes mistakes)
{
    internal IEnumerable<Observation> Read(YamlNode root)
    {
        var groups = Value(root, "groups") ?? (Text(Value(root, "kind")) == "PrometheusRule" && Value(root, "spec") is { } spec ? Value(spec, "groups") : null);
        if (groups is null) return [];
        return Items(groups, "groups").SelectMany(group => Value(group, "rules") is { } rules ? Items(rules, "rules") : []).Select(Rule).OfType<Observation>();
    }

    private Observation? Rule(YamlNode rule)
    {
        var (alert, record, expression) = (Text(Value(rule, "alert")), Text(Value(rule, "record")), Text(Value(rule, "expr")));
        if (alert is null == record is null) return Refuse(rule, "a rule has either 'alert' or 'record'");
        if (string.IsNullOrWhiteSpace(expression)) return Refuse(rule, $"the rule '{Short(alert ?? record!)}' has no 'expr'");
        if (alert is null) return new RecordingRule(record!, expression, rule.Line);
        var waits = Text(Value(rule, "for"));
        return waits is null ? Alert(TimeSpan.Zero)
            : PrometheusDuration.Parse(waits) is { } time ? Alert(time)
            : Refuse(Value(rule, "for")!, $"'for' must be a time such as 5m or 1h30m, found '{Short(waits)}'");

        AlertRule Alert(TimeSpan time) => new(alert, expression, time, Texts(Value(rule, "labels")), Texts(Value(rule, "annotations")), rule.Line);
    }

    private IEnumerable<YamlNode> Items(YamlNode node, string key)
    {
        if (node is YamlSequence sequence) return sequence.Items;
        Refuse(node, $"'{key}' must be a list");
        return [];
    }

    private Observation? Refuse(YamlNode at, string what)
    {
        if (at is not YamlRefused) mistakes.Add(at, what, "promtool check rules FILE tells what Prometheus thinks of it.");
        return null;
    }

    private static ImmutableSortedDictionary<string, string> Texts(YamlNode? node) =>
        node is not YamlMapping mapping ? ImmutableSortedDictionary<string, string>.Empty
        : mapping.Entries.Where(entry => entry.Value is YamlScalar).ToImmutableSortedDictionary(entry => entry.Key.Text, entry => ((YamlScalar)entry.Value).Text.Trim(), StringComparer.Ordinal);

    private static YamlNode? Value(YamlNode node, string key) => (node as YamlMapping)?.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    private static string? Text(YamlNode? node) => node is YamlScalar { Type: not ScalarType.Null } scalar ? scalar.Text.Trim() : null;

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
