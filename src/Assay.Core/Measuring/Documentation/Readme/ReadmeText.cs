using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Assay.Core.Documents.Links;

namespace Assay.Core.Measuring.Documentation.Readme;

/// <summary>What a README says, and where. Headings alone say nothing.</summary>
internal static partial class ReadmeText
{
    private const int FewestWords = 3;
    private const int WordsOfASentence = 5;

    /// <summary>Whether it says what the thing is: a sentence before or under the first heading, badges aside.</summary>
    public static bool SaysWhat(ImmutableArray<ProseLine> lines)
    {
        var paragraph = 0;
        var headings = 0;
        foreach (var line in lines)
        {
            if (line.Kind == ProseKind.Heading && ++headings > 1) return false;
            if (line.Kind is ProseKind.Blank or ProseKind.Heading) paragraph = 0;
            if (line.Kind == ProseKind.Text && (paragraph += Words(line.Text)) >= WordsOfASentence) return true;
        }
        return false;
    }

    /// <summary>Whether a section with such a heading has text or code, or some code holds such a command.</summary>
    public static bool Says(ImmutableArray<ProseLine> lines, ReadmeSection section)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            if (line.Kind == ProseKind.Heading && section.Heading.IsMatch(line.Text) && HasContent(lines, at)) return true;
            if (section.Command is { } command && Code(line).Any(code => command.IsMatch(code))) return true;
        }
        return false;
    }

    private static IEnumerable<string> Code(ProseLine line) => line.Kind switch
    {
        ProseKind.Code => [line.Text],
        ProseKind.Text when line.Text.Contains('`') => Span().Matches(line.Text).Select(span => span.Groups[1].Value),
        _ => [],
    };

    private static bool HasContent(ImmutableArray<ProseLine> lines, int heading)
    {
        var words = 0;
        for (var at = heading + 1; at < lines.Length && !(lines[at].Kind == ProseKind.Heading && lines[at].Level <= lines[heading].Level); at++)
        {
            if (lines[at].Kind == ProseKind.Code && lines[at].Text.Trim().Length > 0) return true;
            if (lines[at].Kind == ProseKind.Text && (words += Words(lines[at].Text)) >= FewestWords) return true;
        }
        return false;
    }

    /// <summary>Words that say something: no badges, tags, addresses, or what stands where an answer is to come.</summary>
    private static int Words(string text) =>
        Noise().Replace(Badge().Replace(text, " "), " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Sum(word => !word.Any(char.IsLetter) || Placeholder().IsMatch(word) ? 0 : 1 + (word.Count(c => c > 0x2E7F) / 2));

    [GeneratedRegex(@"\[?!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])(?:\](?:\([^)]*\)|\[[^\]]*\]))?|\]\([^)]*\)")]
    private static partial Regex Badge();

    [GeneratedRegex(@"<[^<>]*>|https?://\S+|^\s*\[[^\]]+\]:\s.*$")]
    private static partial Regex Noise();

    [GeneratedRegex(@"^\W*(TODO|TBD|FIXME|replace:|lorem|ipsum)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();

    [GeneratedRegex("`+([^`]+)`+")]
    private static partial Regex Span();
}
