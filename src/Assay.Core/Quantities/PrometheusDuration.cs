using System.Globalization;

namespace Assay.Core.Quantities;

/// <summary>A time as Prometheus writes it: whole numbers with <c>y w d h m s ms</c>, the largest first, each once; <c>0</c> alone.</summary>
public static class PrometheusDuration
{
    private static readonly (string Unit, long Milliseconds)[] Units =
        [("y", 365L * 86_400_000), ("w", 7L * 86_400_000), ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1)];

    /// <summary>The time; null where the text is none, or longer than a thousand years.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text == "0") return TimeSpan.Zero;
        var (at, next, milliseconds) = (0, 0, 0m);
        while (at < text.Length)
        {
            var digits = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            var letters = at;
            while (at < text.Length && char.IsAsciiLetterLower(text[at])) at++;
            var unit = Array.FindIndex(Units, next, unit => text.AsSpan(letters, at - letters).SequenceEqual(unit.Unit));
            if (unit < 0 || !int.TryParse(text.AsSpan(digits, letters - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
            milliseconds += (decimal)count * Units[unit].Milliseconds;
            next = unit + 1;
        }
        return text.Length > 0 && milliseconds <= 1000m * Units[0].Milliseconds ? TimeSpan.FromMilliseconds((double)milliseconds) : null;
    }
}
