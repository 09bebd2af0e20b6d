using System.Buffers;

namespace Assay.Core.Yaml;

/// <summary>The forms of names in files.</summary>
internal static class Ids
{
    private static readonly SearchValues<char> Lower = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary><c>coverage_lines</c></summary>
    public static bool IsSnake(string text) => Is(text, '_') && char.IsAsciiLetterLower(text[0]);

    /// <summary><c>payments-api</c></summary>
    public static bool IsKebab(string text) => Is(text, '-');

    /// <summary><c>1.10.0</c>: three numbers, optionally a suffix after a dash.</summary>
    public static bool IsVersion(string text)
    {
        var parts = text.Split('-', 2);
        var numbers = parts[0].Split('.');
        return text.Length <= 64 && numbers.Length == 3 && numbers.All(number => number.Length is > 0 and < 10 && number.All(char.IsAsciiDigit))
            && (parts.Length == 1 || (parts[1].Length > 0 && parts[1].All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')));
    }

    /// <summary>Text of a form of names; empty, with the mistake reported, where it is not.</summary>
    public static string Identifier(this YamlFields fields, string key, Func<string, bool> form, string example)
    {
        if (fields.Text(key) is not { } text) return "";
        if (form(text)) return text;
        fields.Reject(key, $"'{key}' has a form that is not allowed: '{Shown.Short(text)}'", $"Write it like {example}.");
        return "";
    }

    private static bool Is(string text, char between) =>
        text.Length is > 0 and <= 64 && text[0] != between && text.All(c => c == between || Lower.Contains(c));
}
