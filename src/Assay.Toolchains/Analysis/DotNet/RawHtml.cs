using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Assay.Core.Measuring.Security;
using Assay.Core.Observations;

namespace Assay.Toolchains.Analysis.DotNet;

/// <summary>
/// Assay's own rule about output encoding (CWE-79), because the SDK's analyzers know only the sinks of System.Web: text that is put into a page without encoding,
/// and is not written out as a constant where it is put. It reads words, not meaning: it also reports markup that was encoded before.
/// </summary>
internal static partial class RawHtml
{
    internal const string Rule = "assay/raw-html";

    /// <summary>Whether it looks into such a file.</summary>
    internal static bool Reads(string path) => Path.GetExtension(path).ToLowerInvariant() is ".cs" or ".cshtml" or ".razor";

    internal static ImmutableArray<ToolFinding> In(string file, string text)
    {
        var found = ImmutableArray.CreateBuilder<ToolFinding>();
        foreach (Match match in Sink().Matches(text))
        {
            int start = text.LastIndexOf('\n', match.Index) + 1;
            if (text.AsSpan(start, match.Index - start).TrimStart().StartsWith("//"))
            {
                continue;
            }

            int line = text.AsSpan(0, match.Index).Count('\n') + 1;
            found.Add(new ToolFinding(FindingCategory.Analysis, AnalysisTools.DotNet, Rule, Severity.Warning,
                "text that is no constant goes into the page without encoding", file, line, null, SecurityRules.Of(Rule)));
        }

        return found.ToImmutable();
    }

    // A call that takes markup as it is, unless its only argument is a plain string; or a response of markup that is put together on the spot.
    [GeneratedRegex(
        """
        (?: \bnew \s+ (?:HtmlString|MarkupString) \s* \( | \bHtml \s* \. \s* Raw \s* \( | \. (?:AppendHtml|AppendHtmlLine|SetHtmlContent|PreContent\.SetHtmlContent) \s* \( )
            (?! \s* (?: @?"(?:[^"\\]|\\.)*" | " " "[^"]*" " " ) \s* \) )
        | \( \s* MarkupString \s* \) \s* (?! @?"(?:[^"\\]|\\.)*" \s* [;)] )
        | \b(?:Content|Text|WriteAsync|Write) \s* \( \s* (?: \$@?"[^"\n]*<\s*\w[^"\n]*\{ | @?"[^"\n]*<\s*\w[^"\n]*" \s* \+ (?! \s* (?:@?"|\w*Encode) ) )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Sink();
}
