using System.Globalization;
using Assay.Core.Documents;

namespace Assay.Core.Measuring.Documentation.Decisions;

/// <summary>What an architecture decision record lacks to count as approved.</summary>
/// <param name="Starter">It still holds what the starter wrote.</param>
internal sealed record Decision(string Path, IReadOnlyList<Location> Lacks, bool Starter)
{
    /// <summary>Fewer words than these say nothing that could be weighed.</summary>
    private const int FewestWords = 5;

    private static readonly string[] Sections = ["Context", "Decision", "Scale", "Security", "Consequences"];

    private static readonly string[] Keys = ["status", "approved_by", "approved_on"];

    public static Decision Read(string path, string text, DateOnly today)
    {
        var document = MarkdownDocument.Parse(text);
        var starter = Keys.Any(key => document.FrontMatter.TryGetValue(key, out var value) && Starters.IsPlaceholder(value))
            || document.Sections.Any(section => Starters.HoldsPlaceholder(section.Heading) || Starters.HoldsPlaceholder(section.Text));
        return new Decision(path, [.. FrontMatter(document, today).Select(what => new Location(path, 1, Note: what)), .. Body(document, path)], starter);
    }

    private static IEnumerable<string> FrontMatter(MarkdownDocument document, DateOnly today)
    {
        if (document.FrontMatterMistake is { } mistake) yield return $"its front matter cannot be read: {mistake}";
        var status = document.FrontMatter.GetValueOrDefault("status");
        if (!"accepted".Equals(status, StringComparison.OrdinalIgnoreCase)) yield return status is null ? "has no status" : $"its status is {(Starters.IsPlaceholder(status) ? "not filled in" : status)}, not accepted";
        if (document.FrontMatter.GetValueOrDefault("approved_by") is not { } by || Starters.IsPlaceholder(by) || !RecordAnswers.Names(by)) yield return "does not say who approved it (approved_by)";
        var on = document.FrontMatter.GetValueOrDefault("approved_on");
        if (!DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) yield return "does not say when it was approved (approved_on, such as 2026-01-31)";
        else if (day > today) yield return $"says that it was approved in the future, on {on}";
    }

    private static IEnumerable<Location> Body(MarkdownDocument document, string path)
    {
        foreach (var name in Sections)
        {
            var section = document.Section(name);
            if (section is null) yield return new Location(path, Note: $"has no section {name}");
            else if (Starters.HoldsPlaceholder(section.Text)) yield return new Location(path, section.Line, Note: $"its section {name} is left from the starter");
            else if (RecordAnswers.Words(section.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count() < FewestWords)
                yield return new Location(path, section.Line, Note: $"its section {name} has fewer than {FewestWords} words");
        }
    }
}
