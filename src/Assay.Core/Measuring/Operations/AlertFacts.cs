using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Measuring.Operations.PromQl;
using Assay.Core.Observations;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Operations;

/// <summary>Alert rules: those of the standard's targets, and the golden signals. A rule says by a label which of them it is; its expression has to agree.</summary>
internal static class AlertFacts
{
    private const string StandardLabel = "standard_alert";
    private const string SignalLabel = "golden_signal";

    private static readonly string[] Signals = ["latency", "traffic", "errors", "saturation"];

    public static void Add(MeasureInput input, FactDraft draft)
    {
        var rules = input.All<AlertRule>().ToList();
        if (rules.Count == 0)
        {
            foreach (var name in (string[])[FactNames.AlertsStandardRules, FactNames.AlertsGoldenSignals])
                draft.Missing(name, "no rule file with an alert", "Add Prometheus rules under alerts/, in a file such as alerts/service.rules.yaml.");
            return;
        }
        var sources = rules.Select(rule => rule.Item.Digest).ToHashSet();
        var recorded = Recorded(input);
        AddStandard(input, draft, rules, sources, recorded);
        var absent = Signals.Select(signal => (Signal: signal, Why: Absent(rules.Where(rule => Label(rule.Observation, SignalLabel) == signal), rule => Unfounded(rule, recorded)))).Where(signal => signal.Why is not null).ToList();
        draft.Measured(FactNames.AlertsGoldenSignals, Quantity.Count(Signals.Length - absent.Count), sources, "of 4 golden signals",
            absent.Count == 0 ? null : $"not watched: {string.Join("; ", absent.Select(signal => $"{signal.Signal} ({Why(signal.Why!.Value, SignalLabel, signal.Signal)})"))}",
            absent.Select(signal => signal.Why!.Value.Place).OfType<Location>());
    }

    private static void AddStandard(
        MeasureInput input, FactDraft draft, List<(AlertRule Observation, EvidenceItem Item)> rules, HashSet<string> sources, Dictionary<string, string> recorded)
    {
        var targets = input.Targets.Alerts;
        if (targets.IsEmpty)
        {
            draft.Missing(FactNames.AlertsStandardRules, "the standard names no alert under its targets", "Add the alerts under targets: alerts: of the standard.");
            return;
        }
        var absent = targets.Select(target => (target.Id, Why: Absent(rules.Where(rule => Label(rule.Observation, StandardLabel) == target.Id), rule => StandardAlert.Mistake(rule, target, recorded)))).Where(target => target.Why is not null).ToList();
        draft.Measured(FactNames.AlertsStandardRules, Quantity.Percent(targets.Length - absent.Count, targets.Length), sources, $"of {targets.Length} alerts",
            absent.Count == 0 ? null : $"not raised: {string.Join("; ", absent.Select(target => $"{target.Id} ({Why(target.Why!.Value, StandardLabel, target.Id)})"))}",
            absent.Select(target => target.Why!.Value.Place).OfType<Location>());
    }

    /// <summary>What the recording rules keep, by name; a name that is kept twice is nobody's.</summary>
    private static Dictionary<string, string> Recorded(MeasureInput input) =>
        input.All<RecordingRule>().GroupBy(rule => rule.Observation.Name).Where(rules => rules.Count() == 1).ToDictionary(rules => rules.Key, rules => rules.Single().Observation.Expression);

    /// <summary>Null where one of the rules will do; else the first mistake, or no place where there is no rule at all.</summary>
    private static (string? Mistake, Location? Place)? Absent(IEnumerable<(AlertRule Observation, EvidenceItem Item)> labelled, Func<AlertRule, string?> mistake)
    {
        (string?, Location?)? first = null;
        foreach (var (rule, item) in labelled)
        {
            if (mistake(rule) is not { } wrong) return null;
            first ??= ($"{rule.Name}: {wrong}", new Location(item.Path, rule.Line, Note: $"{rule.Name}: {wrong}"));
        }
        return first ?? (null, null);
    }

    private static string Why((string? Mistake, Location? Place) absent, string label, string value) => absent.Mistake ?? $"no rule has the label {label}: {value}";

    /// <summary>Whichever way a golden signal is compared, something measured has to be compared with a number.</summary>
    private static string? Unfounded(AlertRule rule, Dictionary<string, string> recorded)
    {
        var ways = PromComparison.All(rule.Expression, recorded).ToList();
        return ways.Exists(way => way.Comparison is { } comparison && !(comparison is { Sign: ">=" or ">", Threshold: < 0 } or { Sign: ">=", Threshold: 0 } or { Sign: "<" or "<=", Threshold: < 0 } or { Sign: "<", Threshold: 0 }))
            ? null
            : ways[0].Reason ?? "its threshold can never be crossed, or always is";
    }

    private static string? Label(AlertRule rule, string name) => rule.Labels.GetValueOrDefault(name);
}
