using System.Globalization;

namespace Assay.Core.Proofs;

/// <summary>Where a hunk lies, as it is written: <c>12</c>, <c>12-15</c>, or <c>before 12</c> where lines were only removed.</summary>
public static class HunkLines
{
    private const string Before = "before ";

    /// <summary>The written form.</summary>
    public static string Of(int first, int last) =>
        last < first ? string.Create(CultureInfo.InvariantCulture, $"{Before}{first}")
        : last == first ? first.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{first}-{last}");

    /// <summary>First and last line; null for anything that <see cref="Of"/> does not write.</summary>
    public static (int First, int Last)? Parse(string text)
    {
        var removed = text.StartsWith(Before, StringComparison.Ordinal);
        var parts = (removed ? text[Before.Length..] : text).Split('-');
        if (parts.Length > 2 || Number(parts[0]) is not { } first) return null;
        var last = removed ? first - 1 : parts.Length == 1 ? first : Number(parts[1]);
        return last is { } end && Of(first, end) == text ? (first, end) : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? number : null;
}
