namespace Assay.Evidence.Osv;

/// <summary>
/// A version as Semantic Versioning 2.0 orders it (11), with any count of numbers: NuGet has a fourth and does not tell upper from lower case.
/// Build metadata counts for nothing. Numbers may be of any length.
/// </summary>
internal sealed class DottedVersion : IComparable<DottedVersion>
{
    private readonly string[] _numbers;
    private readonly string[] _prerelease;
    private readonly StringComparison _letters;

    private DottedVersion(string[] numbers, string[] prerelease, StringComparison letters) => (_numbers, _prerelease, _letters) = (numbers, prerelease, letters);

    /// <summary>Null where the text is no such version.</summary>
    internal static DottedVersion? Parse(string text, bool ignoreCase)
    {
        var rest = text.Trim().TrimStart('v', 'V', '=').Split('+')[0];
        var dash = rest.IndexOf('-', StringComparison.Ordinal);
        var numbers = (dash < 0 ? rest : rest[..dash]).Split('.');
        var prerelease = dash < 0 ? [] : rest[(dash + 1)..].Split('.');
        return numbers.Length <= 8 && numbers.All(IsNumber) && prerelease.All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            ? new DottedVersion(numbers, prerelease, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
            : null;
    }

    public int CompareTo(DottedVersion? other)
    {
        for (var at = 0; at < Math.Max(_numbers.Length, other!._numbers.Length); at++)
        {
            if (CompareNumbers(_numbers.ElementAtOrDefault(at) ?? "0", other._numbers.ElementAtOrDefault(at) ?? "0") is not 0 and var order)
            {
                return order;
            }
        }
        if (_prerelease.Length == 0 || other._prerelease.Length == 0)
        {
            return other._prerelease.Length.CompareTo(0) - _prerelease.Length.CompareTo(0); // a release follows its prereleases
        }
        for (var at = 0; at < Math.Min(_prerelease.Length, other._prerelease.Length); at++)
        {
            if (CompareLabels(_prerelease[at], other._prerelease[at]) is not 0 and var order)
            {
                return order;
            }
        }
        return _prerelease.Length.CompareTo(other._prerelease.Length);
    }

    internal static int CompareNumbers(string left, string right)
    {
        var (a, b) = (left.TrimStart('0'), right.TrimStart('0'));
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);
    }

    internal static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private int CompareLabels(string left, string right) => (IsNumber(left), IsNumber(right)) switch
    {
        (true, true) => CompareNumbers(left, right),
        (true, false) => -1,
        (false, true) => 1,
        _ => string.Compare(left, right, _letters),
    };
}
