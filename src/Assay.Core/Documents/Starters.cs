namespace Assay.Core.Documents;

/// <summary>The commented starters that <c>assay init</c> writes: what is to be filled in stands there as <c>replace: …</c>.</summary>
public static class Starters
{
    /// <summary>How messages about a field end that nobody filled in.</summary>
    public const string IsLeft = "is left from the starter";

    private const string Mark = "replace:";

    /// <summary>Whether a text is what a starter has in place of an answer.</summary>
    public static bool IsPlaceholder(string text) => text is "…" or "..." or "TODO" || text.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>Whether a longer text still holds such a place.</summary>
    public static bool HoldsPlaceholder(string text) => text.Split('\n').Any(line => IsPlaceholder(line.Trim().TrimStart('-', '*', '>', '"', '\'', ' ')));
}
