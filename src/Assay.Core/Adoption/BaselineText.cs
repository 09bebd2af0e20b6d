using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Assay.Core.Errors;

namespace Assay.Core.Adoption;

/// <summary>
/// The file assay.baseline: one fact a line, fields parted by tabs, sorted by code point, so that git merges it and a reviewer reads it.
/// <c>COMPONENT CRITERION agreed DATE COUNT</c>, <c>… by DATE COUNT</c>, <c>… owes FILE SYMBOL WHAT CONTENT…</c>; a content that is owed several times has <c>2×</c> before it.
/// </summary>
public static class BaselineText
{
    private const string Schema = "assay/baseline/v1";

    /// <summary>More of one thing, or things in all, is a mistake, and would not fit where they are added up.</summary>
    private const int Most = 1_000_000;

    private const string Remark = "# What may still be owed here, and until when. `assay adopt` writes it, and makes it smaller only.";

    /// <summary>The file's text, lines ending with LF; the same baseline gives the same bytes.</summary>
    public static string Write(Baseline baseline)
    {
        var terms = baseline.Terms.SelectMany(each => each.Milestones
            .Select(milestone => Line(each.Component, each.Criterion, "by", milestone.By.ToString("O", CultureInfo.InvariantCulture), Count(milestone.AtMost)))
            .Prepend(Line(each.Component, each.Criterion, "agreed", each.Agreed.ToString("O", CultureInfo.InvariantCulture), Count(each.Size))));
        var owed = baseline.Owed.GroupBy(pair => pair.Key with { Content = "" }).Select(group => Line(
            group.Key.Component, group.Key.Criterion, "owes", group.Key.File, group.Key.Symbol, group.Key.What,
            string.Join(' ', group.OrderBy(pair => pair.Key.Content, StringComparer.Ordinal).Select(pair => (pair.Value == 1 ? "" : $"{Count(pair.Value)}×") + (pair.Key.Content.Length == 0 ? "-" : pair.Key.Content)))));
        return string.Concat(terms.Concat(owed).Order(StringComparer.Ordinal).Prepend(Remark).Prepend(Schema).Select(line => line + "\n"));
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="AssayException">All its mistakes at once.</exception>
    public static Baseline Read(string text, string path)
    {
        var owed = ImmutableDictionary.CreateBuilder<DebtKey, int>();
        var agreed = new SortedDictionary<(string, string), (DateOnly Day, int Size)>();
        var milestones = new Dictionary<(string, string), List<Milestone>>();
        var errors = new List<AssayError>();
        var lines = text.Split('\n');
        if (lines[0].TrimEnd('\r') != Schema) errors.Add(Mistake(1, $"the first line has to be {Schema}"));
        for (var n = 1; n < lines.Length; n++)
        {
            var line = lines[n].TrimEnd('\r');
            if (line.Length == 0 || line[0] == '#') continue;
            if (Problem(line.Split('\t').Select(Unescaped).ToArray()) is { } problem) errors.Add(Mistake(n + 1, problem));
        }
        foreach (var (component, criterion) in owed.Keys.Select(key => (key.Component, key.Criterion)).Concat(milestones.Keys).Distinct())
        {
            if (!agreed.ContainsKey((component, criterion))) errors.Add(Mistake(null, $"{criterion} of {component} does not say when it was agreed"));
            else if (!milestones.TryGetValue((component, criterion), out var dates) || dates.TrueForAll(date => date.AtMost > 0))
                errors.Add(Mistake(null, $"{criterion} of {component} has no date by which nothing is owed"));
        }
        if (owed.Values.Sum(count => (long)count) > Most) errors.Add(Mistake(null, $"more than {Most} things are owed"));
        if (errors.Count > 0) throw new AssayException([.. errors]);
        return new Baseline(owed.ToImmutable(),
        [
            .. agreed.Where(pair => milestones.ContainsKey(pair.Key)).Select(pair => new Terms(pair.Key.Item1, pair.Key.Item2, pair.Value.Day, pair.Value.Size,
                [.. milestones[pair.Key].OrderBy(milestone => milestone.By).ThenBy(milestone => milestone.AtMost)])),
        ]);

        AssayError Mistake(int? line, string what) => new(AdoptionErrors.BaselineInvalid, $"{path}: {what}.", path, line);

        string? Problem(string[] fields)
        {
            if (fields[0].StartsWith("<<<<<<<", StringComparison.Ordinal) || fields[0].StartsWith("=======", StringComparison.Ordinal) || fields[0].StartsWith(">>>>>>>", StringComparison.Ordinal))
                return "a merge left its marks here; keep the lines that both sides have";
            return fields switch
            {
                [var component, var criterion, "agreed", var day, var count] when Day(day) is { } date && Count(count) is { } size =>
                    agreed.TryAdd((component, criterion), (date, size)) ? null : $"{criterion} of {component} is agreed twice",
                [var component, var criterion, "by", var day, var count] when Day(day) is { } date && Count(count) is { } most => Add((component, criterion), new Milestone(date, most)),
                [var component, var criterion, "owes", var file, var symbol, var what, var contents] => Owes(new DebtKey(component, criterion, file, symbol, what, ""), contents),
                _ => "this is no line of a baseline",
            };
        }

        string? Add((string, string) of, Milestone milestone)
        {
            if (!milestones.TryGetValue(of, out var dates)) milestones[of] = dates = [];
            dates.Add(milestone);
            return null;
        }

        string? Owes(DebtKey key, string contents)
        {
            foreach (var word in contents.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var times = word.IndexOf('×');
                if ((times < 0 ? 1 : Count(word[..times])) is not { } count || count == 0) return $"{word} is no content";
                var content = word[(times + 1)..];
                if (!owed.TryAdd(key with { Content = content == "-" ? "" : content }, count)) return $"{content} is owed twice";
            }
            return null;
        }
    }

    private static string Line(params ReadOnlySpan<string> fields)
    {
        var line = new StringBuilder();
        foreach (var field in fields)
        {
            if (line.Length > 0) line.Append('\t');
            line.Append(field.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r"));
        }
        return line.ToString();
    }

    private static string Unescaped(string field)
    {
        if (!field.Contains('\\')) return field;
        var text = new StringBuilder();
        for (var at = 0; at < field.Length; at++)
            text.Append(field[at] != '\\' || ++at == field.Length ? field[Math.Min(at, field.Length - 1)] : field[at] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other });
        return text.ToString();
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Most ? count : null;
}
