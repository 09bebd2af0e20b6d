using System.Text.RegularExpressions;
using Assay.Core.Observations;

namespace Assay.Toolchains.DotNet.Documentation;

/// <summary>What satisfies the compiler and tells nobody anything: comments of tags alone, and <c>#line</c>, which moves what the compiler says to another file.</summary>
internal static partial class EmptyComments
{
    /// <param name="path">Relative to the repository.</param>
    internal static List<ToolFinding> In(string path, string source)
    {
        var found = new List<ToolFinding>();
        string comment = "";
        int line = 0, first = 0;
        foreach (string each in source.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            line++;
            string text = each.Trim();
            if (text.StartsWith("///", StringComparison.Ordinal) && !text.StartsWith("////", StringComparison.Ordinal))
            {
                first = comment.Length == 0 ? line : first;
                comment += text[3..] + "\n";
                continue;
            }

            if (comment.Length > 0 && !Reference().IsMatch(comment) && !Tag().Replace(comment, "").Any(char.IsLetter))
            {
                Add("empty", first, "The comment has no word in it.");
            }

            if (Line().IsMatch(text))
            {
                Add("line", line, "#line moves what the compiler reports to another file.");
            }

            comment = "";
        }

        return found;

        void Add(string rule, int at, string message) =>
            found.Add(new ToolFinding(FindingCategory.Documentation, DocumentationReport.Tool, rule, Severity.Warning, message, path, at));
    }

    [GeneratedRegex(@"<(?:inheritdoc|include|see|seealso|paramref|typeparamref)\b")]
    private static partial Regex Reference();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("""^#\s*line\s+(?:\d+|\([^)]*\)[^"]*)\s*".*"$""")]
    private static partial Regex Line();
}
