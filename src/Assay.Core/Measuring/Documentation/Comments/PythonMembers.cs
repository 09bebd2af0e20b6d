using System.Text.RegularExpressions;
using Assay.Core.Sources;

namespace Assay.Core.Measuring.Documentation.Comments;

/// <summary>Functions, methods and classes with a docstring whose name does not begin with an underscore (PEP 257).</summary>
internal static partial class PythonMembers
{
    public static List<DocumentedMember> Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var found = new List<DocumentedMember>();
        for (var at = 0; at < lines.Length; at++)
        {
            if (Head().Match(lines[at]) is not { Success: true } head || head.Groups["name"].Value.StartsWith('_')) continue;
            var body = at;
            while (body < lines.Length && !HeadEnd().IsMatch(lines[body])) body++;
            do body++; while (body < lines.Length && lines[body].Trim().Length == 0);
            if (body >= lines.Length || Docstring().Match(lines[body]) is not { Success: true } opened) continue;
            var quotes = opened.Groups[1].Value;
            var end = body;
            if (lines[body].IndexOf(quotes, opened.Length, StringComparison.Ordinal) < 0)
                do end++; while (end < lines.Length && !lines[end].Contains(quotes, StringComparison.Ordinal));
            if (end >= lines.Length) break;
            var last = at;
            if (head.Groups["kind"].Value == "def")
            {
                var indent = Indent(lines[at]);
                for (var line = end; line < lines.Length && (line == end || lines[line].Trim().Length == 0 || Indent(lines[line]) > indent); line++)
                    if (lines[line].Trim().Length > 0) last = line;
            }
            else last = body - 1;
            found.Add(new DocumentedMember(head.Groups["name"].Value, DocumentedMembers.Words(lines[body..(end + 1)]), new LineSpan(at + 1, last + 1)) { CommentLines = new LineSpan(body + 1, end + 1) });
        }
        return found;
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    [GeneratedRegex(@"^\s*(?:async\s+)?(?<kind>def|class)\s+(?<name>\w+)")]
    private static partial Regex Head();

    [GeneratedRegex(@":\s*(#.*)?$")]
    private static partial Regex HeadEnd();

    [GeneratedRegex("""^\s*[rRuU]?("{3}|'{3})""")]
    private static partial Regex Docstring();
}
