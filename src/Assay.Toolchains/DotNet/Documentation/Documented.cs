using System.Text.RegularExpressions;

namespace Assay.Toolchains.DotNet.Documentation;

/// <summary>What stands under a comment, told by its own words and by the types that it stands in, which are indented less.</summary>
internal sealed partial class Documented
{
    private readonly string _declaration;
    private readonly List<string> _types;

    /// <param name="lines">The whole source.</param>
    /// <param name="first">First line of the comment, counted from 0.</param>
    /// <param name="last">Its last line.</param>
    internal Documented(string[] lines, int first, int last)
    {
        string after = lines[last].Contains("*/", StringComparison.Ordinal) ? lines[last][(lines[last].IndexOf("*/", StringComparison.Ordinal) + 2)..] : "";
        int next = last + 1;
        while (next < lines.Length && after.Trim().Length == 0 && IsBefore(lines[next].Trim()))
        {
            next++;
        }

        _declaration = Declaration(lines, after, next);
        _types = [];
        int indent = Indent(lines[first]);
        for (int at = first - 1; at >= 0 && indent > 0; at--)
        {
            if (Indent(lines[at]) < indent && Type().IsMatch(lines[at]))
            {
                _types.Add(Declaration(lines, "", at));
                indent = Indent(lines[at]);
            }
        }
    }

    /// <summary>It is an override, or a type or a member of a type that names what it derives from.</summary>
    internal bool Inherits => Override().IsMatch(_declaration) || HasBase(Type().IsMatch(_declaration) ? _declaration : _types.FirstOrDefault(""));

    /// <summary>Code outside the assembly may see it; a part of a type may leave that to another part.</summary>
    internal bool IsVisible =>
        (Open().IsMatch(_declaration) || (_types.Count > 0 && OpensAll().IsMatch(_types[0]) && !Closed().IsMatch(_declaration))) && _types.TrueForAll(type => Open().IsMatch(type) || Partial().IsMatch(type));

    private static bool IsBefore(string line) => line.Length == 0 || (line[0] == '[' && line[^1] == ']') || line.StartsWith('#') || line.StartsWith("//", StringComparison.Ordinal);

    private static string Declaration(string[] lines, string before, int at)
    {
        string text = before;
        for (int more = 0; more < 30 && at < lines.Length && text.IndexOfAny(['{', ';']) < 0; more++, at++)
        {
            text += " " + Remark().Replace(lines[at], "");
        }

        int end = text.IndexOfAny(['{', ';']);
        text = end < 0 ? text : text[..end];
        return text.Split("=>")[0];
    }

    private static bool HasBase(string type) => Base().IsMatch(Where().Replace(type, ""));

    private static int Indent(string line) => line.Trim().Length == 0 ? int.MaxValue : line.Length - line.TrimStart().Length;

    [GeneratedRegex(@"^\s*(?:\[[^\]]*\]\s*)*(?:(?:public|private|protected|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe|new)\s+)*(?:class|struct|interface|enum|record)\s+\w")]
    private static partial Regex Type();

    [GeneratedRegex(@"\boverride\b")]
    private static partial Regex Override();

    [GeneratedRegex(@"\b(?:public|protected)\b(?<!\bprivate\s+protected)")]
    private static partial Regex Open();

    [GeneratedRegex(@"\b(?:private|internal|file)\b")]
    private static partial Regex Closed();

    [GeneratedRegex(@"\b(?:interface|enum)\s+\w")]
    private static partial Regex OpensAll();

    [GeneratedRegex(@"\bpartial\b")]
    private static partial Regex Partial();

    [GeneratedRegex(@"\swhere\s.*$", RegexOptions.Singleline)]
    private static partial Regex Where();

    [GeneratedRegex(@"(?<!:):(?!:)\s*\w")]
    private static partial Regex Base();

    [GeneratedRegex(@"//.*$|/\*.*?\*/")]
    private static partial Regex Remark();
}
