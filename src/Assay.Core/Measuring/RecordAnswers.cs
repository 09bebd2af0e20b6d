using System.Collections.Frozen;

namespace Assay.Core.Measuring;

/// <summary>What counts as an answer in a record that people write: somebody's name or role, and a reason of some words.</summary>
internal static class RecordAnswers
{
    /// <summary>A reason of fewer words says nothing that anybody could check.</summary>
    public const int FewestWords = 4;

    private static readonly FrozenSet<string> Nobody = new[] { "n/a", "na", "none", "nobody", "tbd", "tba", "todo", "unknown", "someone", "somebody", "?" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the text names a role or a person.</summary>
    public static bool Names(string? text) => text is not null && text.Count(char.IsLetter) >= 2 && !Nobody.Contains(text.Trim());

    /// <summary>Whether the text is a reason: at least four words with letters, not one word again and again.</summary>
    public static bool Reasons(string? text) => text is not null && Words(text).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= FewestWords;

    /// <summary>The text as far as telling two of them apart goes.</summary>
    public static string Same(string text) => string.Join(' ', Words(text)).ToLowerInvariant();

    /// <summary>The words of the text: what stands between blanks and has a letter.</summary>
    public static IEnumerable<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"', '\'')).Where(word => word.Any(char.IsLetter));
}
