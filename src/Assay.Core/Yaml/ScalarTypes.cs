using System.Globalization;

namespace Assay.Core.Yaml;

/// <summary>The types that YAML's core schema gives plain values.</summary>
public enum ScalarType { String, Null, Boolean, Integer, Float }

/// <summary>Resolves plain values as YAML 1.2 does (core schema, chapter 10.3.2), so that editors and Assay read the same.</summary>
public static class ScalarTypes
{
    /// <summary>The type of a plain value.</summary>
    public static ScalarType Of(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarType.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarType.Boolean,
        _ when IsInteger(text) => ScalarType.Integer,
        _ when IsFloat(text) => ScalarType.Float,
        _ => ScalarType.String,
    };

    private static bool IsInteger(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal)) return text.Length > 2 && text.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0;
        if (text.StartsWith("0o", StringComparison.Ordinal)) return text.Length > 2 && text.AsSpan(2).IndexOfAnyExcept("01234567") < 0;
        var digits = text[0] is '+' or '-' ? text.AsSpan(1) : text;
        return digits.Length > 0 && digits.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool IsFloat(string text) =>
        text.TrimStart('+', '-') is ".inf" or ".Inf" or ".INF" || text is ".nan" or ".NaN" or ".NAN"
        || ((char.IsAsciiDigit(text[0]) || text[0] is '.' or '+' or '-')
            && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _));

    private const string HexDigits = "0123456789abcdefABCDEF";
}
