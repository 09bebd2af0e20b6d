using Assay.Core.Documents;

namespace Assay.Core.Measuring.Operations;

/// <summary>Whether a text for people in a hurry says something in each of its sections. That it says the right thing, no machine can tell.</summary>
internal static class RunbookText
{
    private const int FewestWords = 12;
    private const int FewestDifferent = 8;

    /// <summary>The first section that is not there, is empty, is left from the starter, says next to nothing, or says what another says; null where none is.</summary>
    public static string? Mistake(string markdown, IReadOnlyList<string> sections)
    {
        var document = MarkdownDocument.Parse(markdown);
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in sections)
        {
            if (document.Section(name) is not { } section) return $"it has no section {name}";
            if (section.Text.Length == 0) return $"its section {name} is only a heading";
            if (section.Text.Split('\n').Any(line => line.TrimStart(' ', '-', '*', '>', '|', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.').StartsWith("replace:", StringComparison.OrdinalIgnoreCase)))
                return $"its section {name} is left from the starter";
            var words = Words(section.Text);
            if (!HasCommand(section, markdown) && (words.Length < FewestWords || words.Distinct(StringComparer.OrdinalIgnoreCase).Count() < FewestDifferent))
                return $"its section {name} says too little: {words.Length} words, and no command";
            if (!seen.TryAdd(string.Join(' ', words), name)) return $"its sections {seen[string.Join(' ', words)]} and {name} say the same";
        }
        return null;
    }

    private static string[] Words(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('*', '_', '`', '.', ',', ';', ':', '(', ')', '|', '-', '"')).Where(word => word.Any(char.IsLetterOrDigit))];

    /// <summary>A fenced block with something in it, or words in code marks: a program with an argument.</summary>
    private static bool HasCommand(MarkdownSection section, string markdown)
    {
        var spans = section.Text.Split('`');
        if (spans.Where((span, at) => at % 2 == 1 && at < spans.Length - 1).Any(span => Words(span).Length > 1)) return true;
        var within = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n').Skip(section.Line))
        {
            if (line.TrimStart() is ['`', '`', '`', ..] or ['~', '~', '~', ..]) within = !within;
            else if (!within && line is ['#', ..]) return false;
            else if (within && Words(line).Length > 1) return true;
        }
        return false;
    }
}
