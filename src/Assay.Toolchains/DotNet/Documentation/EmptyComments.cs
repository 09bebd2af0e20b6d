using System.Text.RegularExpressions;
using Assay.Core.Observations;

namespace Assay.Toolchains.DotNet.Documentation;

/// <summary>
/// What satisfies the compiler and tells nobody anything: comments without a sentence, <c>inheritdoc</c> where nothing is inherited, and <c>#line</c>, which
/// moves what the compiler says to another file. Of what nobody outside sees, only comments without any word.
/// </summary>
internal static partial class EmptyComments
{
    /// <param name="path">Relative to the repository.</param>
    internal static List<ToolFinding> In(string path, string source)
    {
        var found = new List<ToolFinding>();
        string[] lines = source.ReplaceLineEndings("\n").Split('\n');
        for (int at = 0; at < lines.Length; at++)
        {
            if (Line().IsMatch(lines[at].Trim()))
            {
                Add("line", at, "#line moves what the compiler reports to another file.");
            }

            int first = at;
            if (Comment(lines, ref at) is { } comment && Problem(comment, new Documented(lines, first, at)) is { } problem)
            {
                Add("empty", first, problem);
            }
        }

        return found;

        void Add(string rule, int index, string message) =>
            found.Add(new ToolFinding(FindingCategory.Documentation, DocumentationReport.Tool, rule, Severity.Warning, message, path, index + 1));
    }

    /// <summary>The text of the comment that begins at the line; <paramref name="at"/> is then its last line.</summary>
    private static string? Comment(string[] lines, ref int at)
    {
        string text = lines[at].Trim();
        string comment = "";
        if (IsLine(text))
        {
            comment = text[3..];
            while (at + 1 < lines.Length && IsLine(lines[at + 1].Trim()))
            {
                comment += "\n" + lines[++at].Trim()[3..];
            }

            return comment;
        }

        if (!text.StartsWith("/**", StringComparison.Ordinal) || (text.Length > 3 && text[3] is '*' or '/'))
        {
            return null;
        }

        text = text[3..];
        while (!text.Contains("*/", StringComparison.Ordinal))
        {
            comment += text + "\n";
            if (at + 1 == lines.Length)
            {
                return comment;
            }

            text = lines[++at].Trim().TrimStart('*');
            text = text.StartsWith('/') && lines[at].Trim().StartsWith('*') ? "*/" : text;
        }

        return comment + text[..text.IndexOf("*/", StringComparison.Ordinal)];

        static bool IsLine(string line) => line.StartsWith("///", StringComparison.Ordinal) && !line.StartsWith("////", StringComparison.Ordinal);
    }

    private static string? Problem(string comment, Documented member)
    {
        comment = Hidden().Replace(comment, " ");
        string words = Tag().Replace(comment, " ");
        if (!Reference().IsMatch(comment) && !words.Any(char.IsLetter))
        {
            return "The comment has no word in it.";
        }

        if (!member.IsVisible || comment.Contains("<include ", StringComparison.Ordinal))
        {
            return null;
        }

        if (comment.Contains("<inheritdoc", StringComparison.Ordinal) && member.Inherits)
        {
            return null;
        }

        Match summary = Summary().Match(comment);
        string says = Tag().Replace(summary.Success ? summary.Groups["text"].Value : Detail().Replace(comment, " "), " ");
        return says.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter)) >= 2 || says.Count(letter => letter > 0x2E7F && char.IsLetter(letter)) >= 4 ? null
            : comment.Contains("<inheritdoc", StringComparison.Ordinal) ? "<inheritdoc/> inherits nothing here: neither an override, nor does the type have a base."
            : "The comment has no two words that say what this is.";
    }

    [GeneratedRegex(@"<(?:inheritdoc|include|see|seealso|paramref|typeparamref)\b")]
    private static partial Regex Reference();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<!--.*?(?:-->|$)", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"<summary\b[^<>]*>(?<text>.*?)</summary", RegexOptions.Singleline)]
    private static partial Regex Summary();

    [GeneratedRegex(@"<(?<tag>param|typeparam|returns|exception)\b[^<>]*>.*?</\k<tag>\s*>", RegexOptions.Singleline)]
    private static partial Regex Detail();

    [GeneratedRegex("""^#\s*line\s+(?:\d+|\([^)]*\)[^"]*)\s*".*"$""")]
    private static partial Regex Line();
}
