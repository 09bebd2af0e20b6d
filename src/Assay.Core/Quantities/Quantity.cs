using System.Globalization;

namespace Assay.Core.Quantities;

/// <summary>A number with its unit, as standards and facts state it: <c>90 %</c>, <c>200 ms</c>, <c>0</c>.</summary>
public readonly record struct Quantity(decimal Value, Unit Unit)
{
    /// <summary>A plain count.</summary>
    public static Quantity Count(long value) => new(value, Unit.Count);

    /// <summary><paramref name="part"/> of <paramref name="whole"/> in percent; the whole must not be zero.</summary>
    public static Quantity Percent(long part, long whole) => new(100m * part / whole, Unit.Percent);

    /// <summary>Yes or no.</summary>
    public static Quantity Boolean(bool value) => new(value ? 1 : 0, Unit.Boolean);

    /// <summary>Reads <c>90 %</c>, <c>30 s</c>, <c>512 MB</c>, <c>90 d</c>, <c>5 min</c>, <c>0</c>, <c>true</c>; null where it is none of these.</summary>
    public static Quantity? Parse(string text)
    {
        text = text.Trim();
        if (text is "true" or "false") return Boolean(text == "true");
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or '-')) end++;
        if (!decimal.TryParse(text.AsSpan(0, end), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return null;
        return Units.Find(text[end..].Trim()) is { } unit ? new Quantity(number * unit.Factor, unit.Unit) : null;
    }

    /// <summary>
    /// The figure as a reader wants it, rounded so that it never looks better than it is:
    /// 89.97 % is shown as 89.9 %, and 99.99 % never as 100 %.
    /// </summary>
    public override string ToString()
    {
        if (Unit is Unit.Boolean) return Value != 0 ? "yes" : "no";
        var shown = Unit is Unit.Percent ? Math.Floor(Value * 10) / 10 : Value;
        var number = shown.ToString("0.###", CultureInfo.InvariantCulture);
        return Unit is Unit.Count ? number : $"{number} {Units.Symbol(Unit)}";
    }
}
