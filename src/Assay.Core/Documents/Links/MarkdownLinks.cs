using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Assay.Core.Documents.Links;

/// <summary>Where a text points to. <paramref name="Target"/> is unescaped as Markdown and HTML escape; percent signs are left.</summary>
internal readonly record struct MarkdownLink(string Target, int Line);

/// <summary>
/// Links and images of a Markdown text: inline, as reference definitions, and as HTML; none in code. What is written between the brackets does not matter,
/// so a link around an image gives both. Linear in the text's length.
/// </summary>
internal static partial class MarkdownLinks
{
    private const int LongestTarget = 4096;

    public static ImmutableArray<MarkdownLink> Of(ImmutableArray<ProseLine> lines)
    {
        var found = ImmutableArray.CreateBuilder<MarkdownLink>();
        var paragraph = new StringBuilder();
        var starts = new List<(int Offset, int Line)>();
        foreach (var line in lines)
        {
            if (line.Kind is ProseKind.Text or ProseKind.Heading)
            {
                starts.Add((paragraph.Length, line.Number));
                paragraph.Append(line.Text).Append('\n');
                if (line.Kind == ProseKind.Text) continue;
            }
            Flush();
        }
        Flush();
        return found.ToImmutable();

        void Flush()
        {
            if (paragraph.Length > 0) Scan(WithoutCode(paragraph.ToString()), starts, found);
            paragraph.Clear();
            starts.Clear();
        }
    }

    /// <summary>Code spans become blanks; a run of backticks that is never closed is text.</summary>
    internal static string WithoutCode(string text)
    {
        if (!text.Contains('`')) return text;
        var runs = new List<(int At, int Length)>();
        for (var at = text.IndexOf('`'); at >= 0 && at < text.Length; at = text.IndexOf('`', at))
        {
            var end = at;
            while (end < text.Length && text[end] == '`') end++;
            // A backslash takes the first backtick of a run that would open; one that closes is not escaped, and asks its own length.
            runs.Add((at, end - at));
            if (end >= text.Length) break;
            at = end;
        }
        var closing = new Dictionary<int, Queue<int>>();
        for (var i = 0; i < runs.Count; i++)
        {
            if (!closing.TryGetValue(runs[i].Length, out var queue)) closing[runs[i].Length] = queue = new Queue<int>();
            queue.Enqueue(i);
        }
        var kept = text.ToCharArray();
        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i].At > 0 && text[runs[i].At - 1] == '\\') continue;
            var same = closing[runs[i].Length];
            while (same.TryPeek(out var first) && first <= i) same.Dequeue();
            if (!same.TryDequeue(out var end)) continue;
            for (var at = runs[i].At; at < runs[end].At + runs[end].Length; at++) if (kept[at] != '\n') kept[at] = ' ';
            i = end;
        }
        return new string(kept);
    }

    private static void Scan(string text, List<(int Offset, int Line)> starts, ImmutableArray<MarkdownLink>.Builder found)
    {
        for (var at = text.IndexOf("](", StringComparison.Ordinal); at >= 0; at = text.IndexOf("](", at + 2, StringComparison.Ordinal))
            if (!Escaped(text, at) && Destination(text, at + 2) is { } target) found.Add(new MarkdownLink(target, LineAt(at)));
        foreach (Match definition in Definition().Matches(text)) Take(definition);
        foreach (Match element in Element().Matches(text)) Take(element);

        void Take(Match match)
        {
            if (match.Groups[1].Length <= LongestTarget) found.Add(new MarkdownLink(Unescaped(match.Groups[1].Value), LineAt(match.Index)));
        }

        int LineAt(int offset)
        {
            var index = starts.BinarySearch((offset, int.MaxValue));
            return starts[Math.Max(0, (index < 0 ? ~index : index) - 1)].Line;
        }
    }

    /// <summary>What stands in the parentheses, without a title; null where they are no link's.</summary>
    private static string? Destination(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        var start = at;
        var limit = Math.Min(text.Length, at + LongestTarget);
        if (at < limit && text[at] == '<')
        {
            while (++at < limit && text[at] is not ('>' or '\n')) { }
            return at < limit && text[at] == '>' ? Unescaped(text[(start + 1)..at]) : null;
        }
        var depth = 0;
        for (; at < limit; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '(') depth++;
            else if (text[at] == ')' && depth-- == 0) return Unescaped(text[start..at]);
            else if (char.IsWhiteSpace(text[at])) return Closes(text, at) ? Unescaped(text[start..at]) : null;
        }
        return null;
    }

    /// <summary>Behind the target stands nothing but a title.</summary>
    private static bool Closes(string text, int at) => Title().IsMatch(text.AsSpan(at, Math.Min(text.Length - at, LongestTarget)));

    private static bool Escaped(string text, int at)
    {
        var slashes = 0;
        while (at - slashes > 0 && text[at - slashes - 1] == '\\') slashes++;
        return slashes % 2 == 1;
    }

    private static string Unescaped(string target) => System.Net.WebUtility.HtmlDecode(Escape().Replace(target, "$1")).Trim();

    [GeneratedRegex(@"^ {0,3}\[[^\]\[^][^\]\[]{0,999}\]:[ \t]*\n?[ \t]*(?:<([^<>\n]*)>|(?<1>[^\s<]\S*))", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex("""<(?:img|a|source|video)\s(?:[^<>]*?\s)?(?:src|href)\s*=\s*(?:"([^"<>]*)"|'(?<1>[^'<>]*)')""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Element();

    [GeneratedRegex("""^\s+(?:"[^"]*"|'[^']*'|\([^)]*\))?\s*\)""", RegexOptions.NonBacktracking)]
    private static partial Regex Title();

    [GeneratedRegex("""\\([!-/:-@\[-`{-~])""")]
    private static partial Regex Escape();
}
