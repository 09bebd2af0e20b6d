using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Assay.Core.Documents.Links;

/// <summary>What a line of a Markdown text is.</summary>
internal enum ProseKind { Blank, Text, Heading, Code, Hidden }

/// <summary>A line: headings without their signs, code without its fences (those are Hidden, as are front matter and comments).</summary>
/// <param name="Number">1-based.</param>
/// <param name="Level">1 to 6 for a heading; 0 otherwise.</param>
internal sealed record ProseLine(int Number, ProseKind Kind, string Text, int Level = 0);

/// <summary>Tells the lines of a Markdown text apart (CommonMark 0.31: headings of both kinds, fenced and indented code, HTML comments). Never throws; one pass.</summary>
internal static partial class ProseLines
{
    public static ImmutableArray<ProseLine> Of(string text)
    {
        var lines = Uncommented(text.TrimStart('\uFEFF').ReplaceLineEndings("\n")).Split('\n');
        var result = new List<ProseLine>(lines.Length);
        string? fence = null;
        var inList = false;
        var start = FrontMatter(lines);
        for (var at = 0; at < lines.Length; at++)
        {
            var raw = lines[at];
            var line = Quote().Replace(raw, "");
            var words = line.Trim();
            if (at < start) Add(ProseKind.Hidden, raw);
            else if (fence is not null)
            {
                var closes = words.Length >= fence.Length && words.AsSpan().Trim(fence[0]).IsEmpty;
                Add(closes ? ProseKind.Hidden : ProseKind.Code, line);
                if (closes) fence = null;
            }
            else if (words.Length == 0) Add(ProseKind.Blank, "");
            else if (Fence().Match(line) is { Success: true } opened)
            {
                fence = opened.Groups[1].Value;
                Add(ProseKind.Hidden, line);
            }
            else if (!inList && IsIndented(line) && (result.Count == 0 || result[^1].Kind is ProseKind.Blank or ProseKind.Code or ProseKind.Heading)) Add(ProseKind.Code, line);
            else if (Heading().Match(line) is { Success: true } heading)
            {
                inList = false;
                Add(ProseKind.Heading, heading.Groups[2].Value.Trim(), heading.Groups[1].Length);
            }
            else if (Underline().IsMatch(line) && result.Count > 0 && result[^1] is { Kind: ProseKind.Text } before && !ListItem().IsMatch(before.Text))
            {
                result[^1] = before with { Kind = ProseKind.Heading, Text = before.Text.Trim(), Level = words[0] == '=' ? 1 : 2 };
                Add(ProseKind.Hidden, line);
            }
            else
            {
                inList = ListItem().IsMatch(line) || (inList && line.StartsWith(' '));
                Add(ProseKind.Text, line);
            }

            void Add(ProseKind kind, string content, int level = 0) => result.Add(new ProseLine(at + 1, kind, content, level));
        }
        return [.. result];
    }

    private static bool IsIndented(string line) => line.StartsWith("    ", StringComparison.Ordinal) || line.StartsWith('\t');

    /// <summary>Lines of the front matter, its signs included; 0 where there is none.</summary>
    private static int FrontMatter(string[] lines)
    {
        if (lines[0].TrimEnd() != "---") return 0;
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...");
        return end < 0 ? 0 : end + 1;
    }

    /// <summary>Comments become blanks, so that places stay; one within code is a part of it.</summary>
    private static string Uncommented(string text)
    {
        if (!text.Contains("<!--", StringComparison.Ordinal)) return text;
        var kept = text.ToCharArray();
        for (var at = text.IndexOf("<!--", StringComparison.Ordinal); at >= 0; at = text.IndexOf("<!--", at, StringComparison.Ordinal))
        {
            var end = text.IndexOf("-->", at + 4, StringComparison.Ordinal);
            if (end < 0) break; // one that is never closed hides nothing
            end += 3;
            for (var i = at; i < end; i++) if (kept[i] != '\n') kept[i] = ' ';
            at = end;
        }
        return new string(kept);
    }

    [GeneratedRegex(@"^(\s{0,3}>\s?)+")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^\s*(?:[-*+]\s+|\d{1,9}[.)]\s+)?(`{3,}(?=[^`]*$)|~{3,})")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#*)?[ \t]*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}(=+|-+)\s*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^\s*([-*+]|\d{1,9}[.)])\s")]
    private static partial Regex ListItem();
}
