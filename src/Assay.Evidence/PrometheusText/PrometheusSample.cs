using System.Globalization;
using System.Text;

namespace Assay.Evidence.PrometheusText;

/// <summary>A line <c>name{label="value",…} value [timestamp]</c>.</summary>
/// <param name="Milliseconds">Unix time; null where the line has none.</param>
/// <param name="End">Where name and labels end in the line.</param>
internal readonly record struct PrometheusSample(string Name, IReadOnlyDictionary<string, string> Labels, double Value, long? Milliseconds, int End)
{
    private const long LastMillisecond = 253_402_300_799_999; // of the year 9999

    private static readonly Dictionary<string, string> NoLabels = [];

    public static PrometheusSample Parse(string line)
    {
        var at = 0;
        while (at < line.Length && IsName(line[at], at == 0)) at++;
        if (at == 0) throw PrometheusTextReader.Mistake("A sample begins with the name of its metric.");
        var name = line[..at];
        var labels = NoLabels;
        at = Blank(line, at);
        if (at < line.Length && line[at] == '{') (labels, at) = ReadLabels(line, at + 1);
        var end = at;
        var rest = line[at..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (rest.Length is 0 or > 2 || !Number(rest[0], out var value)) throw PrometheusTextReader.Mistake($"{name} has no value, or one that is no number.");
        long? time = null;
        if (rest.Length == 2)
            time = long.TryParse(rest[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= 0 and <= LastMillisecond
                ? milliseconds
                : throw PrometheusTextReader.Mistake($"The time of {name} is no number of milliseconds.");
        return new PrometheusSample(name, labels, value, time, end);
    }

    /// <summary>A number as Go prints it.</summary>
    public static bool Number(string text, out double number)
    {
        number = text switch { "+Inf" or "Inf" => double.PositiveInfinity, "-Inf" => double.NegativeInfinity, _ => double.NaN };
        return text is "+Inf" or "Inf" or "-Inf" or "NaN" || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private static (Dictionary<string, string>, int) ReadLabels(string line, int at)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        while (true)
        {
            at = Blank(line, at);
            if (at < line.Length && line[at] == '}') return (labels, at + 1);
            var start = at;
            while (at < line.Length && IsName(line[at], at == start)) at++;
            var name = line[start..at];
            at = Blank(line, at);
            if (name.Length == 0 || at >= line.Length || line[at] != '=') throw Cut();
            at = Blank(line, at + 1);
            if (at >= line.Length || line[at] != '"') throw Cut();
            (var value, at) = Quoted(line, at + 1);
            if (!labels.TryAdd(name, value)) throw PrometheusTextReader.Mistake($"The label {name} stands twice.");
            at = Blank(line, at);
            if (at < line.Length && line[at] == ',') at++;
            else if (at >= line.Length || line[at] != '}') throw Cut();
        }
    }

    private static (string, int) Quoted(string line, int at)
    {
        var text = new StringBuilder();
        for (; at < line.Length; at++)
        {
            if (line[at] == '"') return (text.ToString(), at + 1);
            if (line[at] != '\\') text.Append(line[at]);
            else if (++at < line.Length) text.Append(line[at] == 'n' ? '\n' : line[at]);
        }
        throw Cut();
    }

    private static int Blank(string line, int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t') at++;
        return at;
    }

    private static bool IsName(char c, bool first) => char.IsAsciiLetter(c) || c is '_' or ':' || (!first && char.IsAsciiDigit(c));

    private static Xml.ContentMistake Cut() => PrometheusTextReader.Mistake("Its labels are cut off or malformed.");
}
