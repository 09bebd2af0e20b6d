namespace Assay.Evidence.Accessibility;

/// <summary>The tags that axe-core, and Lighthouse which runs it, give rules of WCAG 2.1 A and AA.</summary>
internal static class WcagTags
{
    /// <summary>Levels whose rules a whole run has looked at; the fourth, <c>wcag21a</c>, has only rules that are off by default in some versions.</summary>
    internal static readonly string[] Required = ["wcag2a", "wcag2aa", "wcag21aa"];

    internal static bool IsLevel(string tag) => tag is "wcag2a" or "wcag2aa" or "wcag21a" or "wcag21aa";

    /// <summary>Whether a rule tells that it belongs to something else, such as good practice or a later version of WCAG.</summary>
    internal static bool IsOther(string tag) => tag is "best-practice" or "experimental" or "wcag2aaa" or "wcag22a" or "wcag22aa" or "wcag22aaa";
}
