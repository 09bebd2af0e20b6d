using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Yaml;

namespace Assay.Core.Documents;

/// <summary>
/// A Markdown file cut into front matter and sections, as far as judging needs it: headings in both of CommonMark's forms (0.31.2, chapters 4.2 and 4.3), none of them
/// taken from code, and comments left out. Whatever the text is, there is a result.
/// </summary>
/// <param name="FrontMatter">Keys and texts between two lines <c>---</c> at the beginning; values that are no text are left out.</param>
/// <param name="Sections">In the order of the file; a section holds the text of those below it.</param>
/// <param name="Before">What stands before the first heading.</param>
public sealed record MarkdownDocument(ImmutableSortedDictionary<string, string> FrontMatter, ImmutableArray<MarkdownSection> Sections, string Before)
{
    /// <summary>Why the front matter gives nothing; null where it was read, or where there is none.</summary>
    public string? FrontMatterMistake { get; init; }

    /// <summary>The first section with this heading; null where there is none.</summary>
    public MarkdownSection? Section(string heading) => Sections.FirstOrDefault(section => section.Is(heading));

    /// <summary>Cuts a text into its parts.</summary>
    public static MarkdownDocument Parse(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var (front, mistake, first) = Front(lines);
        var parts = MarkdownLines.Read(lines, first);
        var sections = ImmutableArray.CreateBuilder<MarkdownSection>();
        for (var at = 0; at < parts.Count; at++)
        {
            if (parts[at].Level == 0) continue;
            var body = parts.Skip(at + 1).TakeWhile(part => part.Level == 0 || part.Level > parts[at].Level).Where(part => part.Level == 0).Select(part => part.Text);
            sections.Add(new MarkdownSection(MarkdownLines.Plain(parts[at].Text), parts[at].Level, parts[at].Line, string.Join('\n', body).Trim()));
        }
        var before = string.Join('\n', parts.TakeWhile(part => part.Level == 0).Select(part => part.Text)).Trim();
        return new MarkdownDocument(front, sections.ToImmutable(), before) { FrontMatterMistake = mistake };
    }

    private static (ImmutableSortedDictionary<string, string> Front, string? Mistake, int First) Front(string[] lines)
    {
        var none = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...") : -1;
        if (end < 0) return (none, null, 0);
        var mistakes = new YamlMistakes("", EvidenceErrors.Unreadable);
        var root = YamlReader.ReadNode(string.Join('\n', lines[1..end]), mistakes);
        if (root is not YamlMapping mapping || !mistakes.None)
            return (none, mistakes.None ? "the front matter holds no keys" : mistakes.ToImmutable()[0].What, end + 1);
        return (none.AddRange(from entry in mapping.Entries
                              where entry.Value is YamlScalar { Type: not ScalarType.Null }
                              select KeyValuePair.Create(entry.Key.Text, ((YamlScalar)entry.Value).Text.Trim())), null, end + 1);
    }
}
