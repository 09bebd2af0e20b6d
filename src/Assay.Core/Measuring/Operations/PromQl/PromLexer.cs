using System.Globalization;

namespace Assay.Core.Measuring.Operations.PromQl;

/// <summary>Cuts PromQL into pieces (prometheus.io, <em>Querying basics</em>). No parser: what it cannot tell shows nothing.</summary>
internal static class PromLexer
{
    private static readonly string[] Signs = ["==", "!=", "=~", "!~", ">=", "<=", ">", "<", "=", "+", "-", "*", "/", "%", "^", "(", ")", "{", "}", "[", "]", ",", ":", "@"];

    /// <summary>The pieces; null where something is none of PromQL.</summary>
    public static List<PromToken>? Read(string text)
    {
        var tokens = new List<PromToken>();
        var inRange = false;
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c)) at++;
            else if (c == '#') at = text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
            else if (c is '"' or '\'' or '`')
            {
                if (EndOfText(text, at) is not { } end) return null;
                tokens.Add(new PromToken(PromKind.Text, text[(at + 1)..(end - 1)]));
                at = end;
            }
            else if (char.IsAsciiLetter(c) || c == '_' || (c == ':' && !inRange))
            {
                var start = at;
                while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or ':')) at++;
                tokens.Add(Word(text[start..at]));
            }
            else if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
            {
                var start = at;
                at = EndOfNumber(text, at);
                if (Number(text[start..at]) is not { } number) return null;
                tokens.Add(number);
            }
            else if (Signs.FirstOrDefault(sign => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0) is { } sign)
            {
                tokens.Add(new PromToken(PromKind.Sign, sign));
                inRange = sign == "[" || (inRange && sign != "]");
                at += sign.Length;
            }
            else return null;
        }
        return tokens;
    }

    private static PromToken Word(string word) =>
        word.Equals("inf", StringComparison.OrdinalIgnoreCase) ? new PromToken(PromKind.Number, word, decimal.MaxValue) : new PromToken(PromKind.Name, word);

    private static int EndOfNumber(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '.' || (text[at] is '+' or '-' && text[at - 1] is 'e' or 'E'))) at++;
        return at;
    }

    private static PromToken? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? new PromToken(PromKind.Number, text, number)
        : Quantities.PrometheusDuration.Parse(text) is { } time ? new PromToken(PromKind.Duration, text, (decimal)time.TotalMilliseconds)
        : null;

    /// <summary>Behind the closing quote; null where there is none. Between backticks nothing is escaped.</summary>
    private static int? EndOfText(string text, int at)
    {
        for (var next = at + 1; next < text.Length; next++)
        {
            if (text[next] == '\\' && text[at] != '`') next++;
            else if (text[next] == text[at]) return next + 1;
        }
        return null;
    }
}
