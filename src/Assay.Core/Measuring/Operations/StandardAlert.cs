using System.Globalization;
using Assay.Core.Measuring.Operations.PromQl;
using Assay.Core.Observations;
using Assay.Core.Quantities;
using Assay.Core.Standards;

namespace Assay.Core.Measuring.Operations;

/// <summary>
/// Whether a rule raises an alert of the standard's targets, as early or earlier. Units follow from the expression: a share divides, or names a metric with <c>ratio</c> or
/// <c>percent</c> in it; a time names a metric with <c>seconds</c> or <c>milliseconds</c> in it, as Prometheus advises (prometheus.io, <em>Metric and label naming</em>).
/// What cannot be told does not count.
/// </summary>
internal static class StandardAlert
{
    /// <summary>Rates are taken over a few scrapes; a longer look back hides what began a moment ago.</summary>
    private static readonly TimeSpan ShortestLookBack = TimeSpan.FromMinutes(5);

    /// <summary>Why the rule does not raise it; null where it does.</summary>
    public static string? Mistake(AlertRule rule, AlertTarget target, IReadOnlyDictionary<string, string> recorded)
    {
        if ((decimal)rule.For.TotalMilliseconds > target.For.Value) return $"it waits {Shown((decimal)rule.For.TotalMilliseconds)}, needs at most {Shown(target.For.Value)}";
        string? mistake = null;
        foreach (var (comparison, reason) in PromComparison.All(rule.Expression, recorded))
        {
            var wrong = comparison is null ? reason : Mistake(comparison, target);
            if (wrong is null) return null;
            mistake ??= wrong;
        }
        return mistake;
    }

    private static string? Mistake(PromComparison comparison, AlertTarget target)
    {
        var vector = comparison.Vector;
        if (comparison.Sign is not (">" or ">=")) return $"it fires where the figure is {comparison.Sign} {comparison.Threshold}, not where it is above";
        if (comparison.Threshold < 0 || (comparison.Threshold == 0 && comparison.Sign == ">=")) return "its threshold is always exceeded";
        if ((decimal)vector.LooksBack.TotalMilliseconds > Math.Max(target.For.Value, (decimal)ShortestLookBack.TotalMilliseconds)) return $"it looks back over {Shown((decimal)vector.LooksBack.TotalMilliseconds)}";
        if (Wanted(target.Signal) is { } quantile && (vector.Quantile ?? OfName(vector)) is var taken && (taken is null || taken < quantile))
            return taken is null ? $"it takes no quantile, needs {quantile} or above" : $"it takes the quantile {taken}, needs {quantile} or above";
        var factor = target.Above.Unit switch { Unit.Percent => Share(vector), Unit.Milliseconds => Time(vector), _ => vector.Scale == 1 ? 1m : null };
        return factor is null ? $"its unit cannot be told ({string.Join(", ", vector.Metrics.Take(3))})"
            : comparison.Threshold * factor > target.Above.Value ? $"its threshold is {new Quantity(comparison.Threshold * factor.Value, target.Above.Unit)}, needs at most {target.Above}"
            : null;
    }

    /// <summary>What a figure has to be multiplied by to be percent; null where it is no share as far as can be told.</summary>
    private static decimal? Share(PromVector vector)
    {
        var named = vector.Metrics.Length == 1 ? vector.Metrics[0] : "";
        decimal? unit = named.Contains("percent", StringComparison.OrdinalIgnoreCase) ? 1m
            : vector.Divides || named.Contains("ratio", StringComparison.OrdinalIgnoreCase) ? 100m
            : null;
        return vector.Scale is 1 or 100 ? unit / vector.Scale : null;
    }

    /// <summary>What a figure has to be multiplied by to be milliseconds; null where its unit cannot be told.</summary>
    private static decimal? Time(PromVector vector)
    {
        var units = vector.Metrics.Select(UnitOf).Distinct().ToList();
        return vector.Divides || units is not [{ } unit] || vector.Scale is not (1 or 1000) ? null : unit / vector.Scale;
    }

    private static decimal? UnitOf(string metric)
    {
        var words = metric.ToLowerInvariant().Split('_', ':');
        return words.Contains("milliseconds") || words.Contains("ms") ? 1m : words.Contains("seconds") ? 1000m : null;
    }

    /// <summary>The quantile that a signal such as <c>latency_p95</c> asks for.</summary>
    private static decimal? Wanted(string signal) =>
        signal.LastIndexOf("_p", StringComparison.Ordinal) is var at and >= 0 && int.TryParse(signal.AsSpan(at + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent / 100m : null;

    /// <summary>A recorded quantile says in its name which it is: <c>job:latency_seconds:p95</c>.</summary>
    private static decimal? OfName(PromVector vector) =>
        vector.Metrics is [var metric] && metric.Split('_', ':').FirstOrDefault(word => word.Length == 3 && word[0] == 'p' && char.IsAsciiDigit(word[1]) && char.IsAsciiDigit(word[2])) is { } name
            ? int.Parse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture) / 100m
            : null;

    private static string Shown(decimal milliseconds) => milliseconds % 60_000 == 0 && milliseconds > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 60_000:0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.###} s");
}
