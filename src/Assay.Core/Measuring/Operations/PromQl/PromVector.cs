using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Assay.Core.Measuring.Operations.PromQl;

/// <summary>Something measured: an expression over metrics, as far as it can be told what it measures.</summary>
/// <param name="Metrics">Names of the metrics in it.</param>
/// <param name="Divides">It divides one measurement by another, and so is a share.</param>
/// <param name="Scale">The number that it is multiplied by; 1 where by none.</param>
/// <param name="Quantile">The lowest quantile that it takes; null where it takes none.</param>
/// <param name="LooksBack">The longest range that it looks back over.</param>
internal sealed record PromVector(ImmutableArray<string> Metrics, bool Divides, decimal Scale, decimal? Quantile, TimeSpan LooksBack)
{
    private static readonly FrozenSet<string> Aggregations =
        new[] { "sum", "avg", "max", "min", "count", "quantile", "topk", "bottomk" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Functions that give back what was measured. Others, such as vector, absent or time, can make a figure of nothing.</summary>
    private static readonly FrozenSet<string> Functions = new[]
    {
        "rate", "irate", "increase", "delta", "idelta", "deriv", "predict_linear", "histogram_quantile", "histogram_count", "histogram_sum", "histogram_avg", "histogram_fraction",
        "avg_over_time", "max_over_time", "min_over_time", "sum_over_time", "count_over_time", "last_over_time", "quantile_over_time", "abs", "ceil", "floor", "round", "clamp_min", "clamp_max", "label_replace",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> LabelLists = new[] { "by", "without", "on", "ignoring", "group_left", "group_right" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the expression measures, or why that cannot be told.</summary>
    public static (PromVector? Vector, string? Reason) Of(List<PromToken> tokens)
    {
        var metrics = ImmutableArray.CreateBuilder<string>();
        var (divides, scale, quantile, looksBack) = (false, 1m, (decimal?)null, TimeSpan.Zero);
        for (var at = 0; at < tokens.Count; at++)
        {
            var (token, next, before) = (tokens[at], At(tokens, at + 1), At(tokens, at - 1));
            if (token.Kind == PromKind.Name)
            {
                if (LabelLists.Contains(token.Text)) at = Behind(tokens, at, "(", ")");
                else if (Aggregations.Contains(token.Text) && (next.Is("(") || next.IsWord("by") || next.IsWord("without")))
                {
                    if (token.IsWord("quantile")) quantile = Lower(quantile, First(tokens, at));
                }
                else if (next.Is("("))
                {
                    if (!Functions.Contains(token.Text)) return (null, $"it uses {token.Text}(), which can make a figure of nothing");
                    if (token.Text is "histogram_quantile" or "quantile_over_time") quantile = Lower(quantile, First(tokens, at));
                }
                else if (token.Text is "and" or "or" or "unless" or "bool" or "offset" or "AND" or "OR" or "UNLESS" or "BOOL" or "OFFSET") return (null, $"it uses '{token.Text}', and what that leaves of it cannot be told");
                else metrics.Add(token.Text);
            }
            else if (token.Is("{"))
            {
                var end = Behind(tokens, at - 1, "{", "}");
                var labels = tokens[(at + 1)..end];
                if (before.Kind != PromKind.Name && Label(labels, "__name__") is { } name) metrics.Add(name);
                if (Label(labels, "quantile") is { } text && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var taken)) quantile = Lower(quantile, taken);
                at = end;
            }
            else if (token.Kind == PromKind.Duration && before.Is("[") && TimeSpan.FromMilliseconds((double)token.Value) is var range && range > looksBack) looksBack = range;
            else if (token.Kind == PromKind.Number && Arithmetic(token, before, next) is var (factor, mistake))
            {
                if (mistake is not null) return (null, mistake);
                scale *= factor;
            }
            else if (token.Is("/")) divides |= next.Kind != PromKind.Number;
            else if (token.Kind == PromKind.Sign && token.Text is "^" or "%" or "@" or ">" or "<" or ">=" or "<=" or "==" or "!=") return (null, $"it uses '{token.Text}' within what it compares, and what that leaves of it cannot be told");
        }
        if (metrics.Count == 0) return (null, "it names no metric");
        return scale > 1_000_000 ? (null, "it is multiplied several times") : (new PromVector(metrics.ToImmutable(), divides, scale, quantile, looksBack), null);
    }

    /// <summary>A number that changes the figure: a factor is kept, and a share may be taken from the whole; anything else cannot be followed.</summary>
    private static (decimal Factor, string? Mistake)? Arithmetic(PromToken number, PromToken before, PromToken next)
    {
        if (before.Is("*") || next.Is("*")) return number.Value is 100 or 1000 ? (number.Value, null) : (1, $"it is multiplied by {number.Text}");
        if (next.Is("-") && !before.Is("-") && !before.Is("+") && number.Value is 1 or 100) return (1, null);
        return before.Is("/") || next.Is("/") || before.Is("+") || before.Is("-") || next.Is("+") || next.Is("-") ? (1, $"it is calculated with {number.Text}") : null;
    }

    private static decimal? First(List<PromToken> tokens, int function)
    {
        var open = tokens.FindIndex(function, token => token.Is("("));
        return open >= 0 && At(tokens, open + 1) is { Kind: PromKind.Number, Value: var value } ? value : 0;
    }

    private static decimal? Lower(decimal? one, decimal? other) => one is null || other < one ? other : one;

    private static string? Label(List<PromToken> labels, string name)
    {
        var at = labels.FindIndex(token => token.Kind == PromKind.Name && token.Text == name);
        return at >= 0 && At(labels, at + 1).Is("=") && At(labels, at + 2) is { Kind: PromKind.Text, Text: var text } ? text : null;
    }

    /// <summary>Where the bracket closes that opens next; the place itself where none opens.</summary>
    private static int Behind(List<PromToken> tokens, int at, string open, string close) =>
        At(tokens, at + 1).Is(open) && tokens.FindIndex(at + 1, token => token.Is(close)) is var end and >= 0 ? end : at;

    private static PromToken At(List<PromToken> tokens, int at) => at >= 0 && at < tokens.Count ? tokens[at] : default;
}
