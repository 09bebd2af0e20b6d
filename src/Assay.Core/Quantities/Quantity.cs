using System.Globalization;

namespace Assay.Core.Quantities;

/// <summary>A number with its unit, as standards and facts state it: <c>90 %</c>, <c>200 ms</c>, <c>0</c>.</summary>
public readonly record struct Quantity(decimal Value, Unit Unit)
{
    private const decimal Largest = 1_000_000_000_000_000;

    /// <summary>A plain count.</summary>
    public static Quantity Count(long value) => new(value, Unit.Count);

    /// <summary><paramref name="part"/> of <paramref name="whole"/> in percent; the whole must not be zero.</summary>
    public static Quantity Percent(long part, long whole) => new(100m * part / whole, Unit.Percent);

    /// <summary>Yes or no.</summary>
    public static Quantity Boolean(bool value) => new(value ? 1 : 0, Unit.Boolean);

    /// <summary>Reads up to 15 digits with a unit: <c>90 %</c>, <c>30 s</c>, <c>512 MB</c>, <c>90 d</c>, <c>5 min</c>, <c>0</c>, <c>true</c>; null where it is none of these.</summary>
    public static Quantity? Parse(string text)
    {
        text = text.Trim();
        if (text is "true" or "false") return Boolean(text == "true");
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or '-')) end++;
        if (!decimal.TryParse(text.AsSpan(0, end), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        if (Math.Abs(number) > Largest) return null;
        return Units.Find(text[end..].Trim()) is { } unit ? new Quantity(number * unit.Factor, unit.Unit) : null;
    }

    /// <summary>The figure with its unit; percentages with one decimal and other figures with three, rounded down.</summary>
    public override string ToString() => ToString(roundUp: false);

    /// <summary>The figure with its unit, rounded in the given direction.</summary>
    public string ToString(bool roundUp) => ToString(roundUp, ShownDecimals);

    /// <summary>The figure with its unit and at most so many decimals, rounded in the given direction.</summary>
    public string ToString(bool roundUp, int decimals)
    {
        if (Unit is Unit.Boolean) return Value != 0 ? "yes" : "no";
        var number = Rounded(roundUp, decimals).Value.ToString("0.############################", CultureInfo.InvariantCulture);
        return Unit is Unit.Count ? number : $"{number} {Units.Symbol(Unit)}";
    }

    /// <summary>Decimals that a reader wants to see.</summary>
    internal int ShownDecimals => Unit is Unit.Percent ? 1 : 3;

    internal Quantity Rounded(bool roundUp, int decimals) =>
        this with { Value = decimal.Round(Value, decimals, roundUp ? MidpointRounding.ToPositiveInfinity : MidpointRounding.ToNegativeInfinity) };
}
