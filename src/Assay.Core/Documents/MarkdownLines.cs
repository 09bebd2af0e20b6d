using System.Text.RegularExpressions;

namespace Assay.Core.Documents;

/// <summary>A line of text (level 0), or a heading.</summary>
internal readonly record struct MarkdownLine(int Level, int Line, string Text);

/// <summary>Tells headings, text, code and comments apart, line by line.</summary>
internal static partial class MarkdownLines
{
    /// <summary>Headings and text from a line on (0-based), without comments.</summary>
    public static List<MarkdownLine> Read(string[] lines, int first)
    {
        var found = new List<MarkdownLine>();
        string? fence = null;
        var inComment = false;
        for (var at = first; at < lines.Length; at++)
        {
            var line = fence is null ? WithoutComments(lines[at], ref inComment) : lines[at];
            if (Fence(line) is { } mark && (fence is null || (mark[0] == fence[0] && mark.Length >= fence.Length && line.Trim() == mark)))
            {
                fence = fence is null ? mark : null;
                continue;
            }
            if (fence is null && Underline(line) is { } level && found.Count > 0 && found[^1] is { Level: 0 } title && title.Line == at && IsParagraph(title.Text))
                found[^1] = title with { Level = level };
            else if (fence is null && Heading(line) is var (depth, words))
                found.Add(new MarkdownLine(depth, at + 1, words));
            else
                found.Add(new MarkdownLine(0, at + 1, line));
        }
        return found;
    }

    /// <summary>A heading's words without emphasis, code marks and link targets.</summary>
    public static string Plain(string heading) => Link().Replace(heading, "${text}").Replace("`", "", StringComparison.Ordinal).Trim('*', '_', ' ', '\t');

    private static bool IsParagraph(string text) => text.Trim().Length > 0 && text.TrimStart()[0] is not ('-' or '>' or '|' or '*' or '+') && !text.StartsWith("    ", StringComparison.Ordinal);

    private static int? Underline(string line) => line.TrimEnd() switch
    {
        { Length: > 0 } text when text.All(c => c == '=') => 1,
        { Length: > 1 } text when text.All(c => c == '-') => 2,
        _ => null,
    };

    /// <summary>One to six <c>#</c>, then a blank or nothing; <c>#</c> at the end belong to the marks.</summary>
    private static (int Level, string Text)? Heading(string line)
    {
        var text = line.TrimStart(' ');
        var level = text.AsSpan().IndexOfAnyExcept('#') is var end and >= 0 ? end : text.Length;
        if (line.Length - text.Length > 3 || level is < 1 or > 6 || (level < text.Length && text[level] is not (' ' or '\t'))) return null;
        var words = text[level..].Trim();
        var closed = words.TrimEnd('#');
        return (level, closed.Length == 0 || closed[^1] is ' ' or '\t' ? closed.TrimEnd() : words);
    }

    private static string? Fence(string line)
    {
        var text = line.TrimStart();
        if (line.Length - text.Length > 3 || text.Length < 3 || text[0] is not ('`' or '~')) return null;
        var length = text.AsSpan().IndexOfAnyExcept(text[0]) is var end and >= 0 ? end : text.Length;
        return length >= 3 && (text[0] == '~' || !text.AsSpan(length).Contains('`')) ? text[..length] : null;
    }

    private static string WithoutComments(string line, ref bool inside)
    {
        if (!inside && !line.Contains("<!--", StringComparison.Ordinal)) return line;
        var kept = new System.Text.StringBuilder();
        for (var at = 0; at < line.Length;)
        {
            var next = line.IndexOf(inside ? "-->" : "<!--", at, StringComparison.Ordinal);
            if (!inside) kept.Append(line.AsSpan(at, (next < 0 ? line.Length : next) - at));
            if (next < 0) break;
            at = next + (inside ? 3 : 4);
            inside = !inside;
        }
        return kept.ToString();
    }

    [GeneratedRegex(@"!?\[(?<text>[^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();
}
