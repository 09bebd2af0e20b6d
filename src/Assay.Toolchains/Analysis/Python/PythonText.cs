using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Assay.Core.Measuring.Security;
using Assay.Core.Observations;

namespace Assay.Toolchains.Analysis.Python;

/// <summary>
/// Assay's own rule about statements of SQL that are put together from text (CWE-89), because older versions of bandit see no text at all on Python 3.8 and later.
/// It reads words, not meaning.
/// </summary>
internal static partial class PythonText
{
    internal const string Rule = "assay/sql-string";

    internal static ImmutableArray<ToolFinding> In(string file, string text) =>
    [
        .. Joined().Matches(text).Concat(Formatted().Matches(text)).Where(match => !InComment(text, match.Index)).Select(match => new ToolFinding(FindingCategory.Analysis, AnalysisTools.Python, Rule, Severity.Warning,
            "a statement of SQL is put together from text and values; pass the values as parameters", file, text.AsSpan(0, match.Index).Count('\n') + 1, null, SecurityRules.Of(Rule))),
    ];

    private static bool InComment(string text, int at)
    {
        int start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        return text.AsSpan(start, at - start).TrimStart().StartsWith("#");
    }

    private const string Begins = """(?<q>\"{3}|'{3}|"|')(?=\s*(?i:select\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|drop\s+table\s))""";

    /// <summary>A text that begins as SQL and is followed by <c>+</c>, <c>%</c> or <c>.format(</c>.</summary>
    [GeneratedRegex(Begins + """(?:\\.|(?!\k<q>)[^\\])*\k<q>\s*(?:\+|%\s*[^\s\d]|\.\s*format\s*\()""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Joined();

    /// <summary>A formatted text that begins as SQL and has a value in it.</summary>
    [GeneratedRegex("""\b[rR]?[fF][rR]?""" + Begins + """(?:\\.|\{\{|(?!\k<q>)[^\\{])*\{(?!\{)""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Formatted();
}
