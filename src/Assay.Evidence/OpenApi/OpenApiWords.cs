using Assay.Evidence.Records;

namespace Assay.Evidence.OpenApi;

/// <summary>Whether a text of the document tells a reader anything.</summary>
internal static class OpenApiWords
{
    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
        { "TODO", "TBD", "FIXME", "description", "summary", "string", "none", "n/a", "na", "xxx", "lorem", "ipsum", "test", "foo", "bar", "asdf" };

    /// <summary>At least so many words that are no placeholder.</summary>
    internal static bool Says(string text, int words) =>
        !RecordFields.IsPlaceholder(text) && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Sum(word => word.Trim('.', ',', ':', ';', '!', '?', '…', '*', '_', '`', '(', ')') is var bare && bare.Any(char.IsLetterOrDigit) && !Placeholders.Contains(bare)
                ? 1 + (bare.Count(c => c > 0x2E7F) / 2) : 0) >= words;

    /// <summary>Whether one only repeats the other.</summary>
    internal static bool Same(string one, string other) => Letters(one) == Letters(other);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
