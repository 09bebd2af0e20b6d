using Assay.Core.Quantities;

namespace Assay.Core.Standards;

/// <summary>How a fact is compared with the bound.</summary>
public enum Comparison { AtLeast, AtMost, Below, Is }

/// <summary>A bound on a fact.</summary>
public readonly record struct Requirement(Comparison Comparison, Quantity Bound)
{
    private const int MostDecimals = 28;

    /// <summary>Whether the value keeps the bound. Units must agree; the loader holds facts and bounds to one unit.</summary>
    public bool Holds(Quantity value) => value.Unit == Bound.Unit && Comparison switch
    {
        Comparison.AtLeast => value.Value >= Bound.Value,
        Comparison.AtMost => value.Value <= Bound.Value,
        Comparison.Below => value.Value < Bound.Value,
        Comparison.Is => value.Value == Bound.Value,
        _ => false,
    };

    /// <summary>
    /// The value as a reader wants it, rounded so that it never looks better than it is: 89.97 % under a lower bound shows as 89.9 %,
    /// 0.51 % under an upper bound as 0.6 %. Where that would put a value that keeps the bound on its wrong side, more decimals are shown.
    /// </summary>
    public string Show(Quantity value)
    {
        var roundUp = Comparison is Comparison.AtMost or Comparison.Below;
        var decimals = value.ShownDecimals;
        while (decimals < MostDecimals && Holds(value) != Holds(value.Rounded(roundUp, decimals))) decimals++;
        return value.ToString(roundUp, decimals);
    }

    /// <summary>As a reader wants it: <c>≥ 90 %</c>, <c>0</c>, <c>&lt; 200 ms</c>, <c>yes</c>.</summary>
    public override string ToString() => Comparison switch
    {
        Comparison.AtLeast when Bound is { Unit: Unit.Percent, Value: 100 } => Bound.ToString(),
        Comparison.AtLeast => $"≥ {Bound}",
        Comparison.AtMost when Bound.Value == 0 => Bound.ToString(),
        Comparison.AtMost => $"≤ {Bound}",
        Comparison.Below => $"< {Bound}",
        _ => Bound.ToString(),
    };
}
