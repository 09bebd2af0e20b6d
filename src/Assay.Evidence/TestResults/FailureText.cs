namespace Assay.Evidence.TestResults;

/// <summary>Why a test failed, as short as a finding can show it.</summary>
internal static class FailureText
{
    private const int Longest = 500;

    /// <summary>The text up to its stack trace, at most 500 characters; null where nothing is left.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var end = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.TrimStart();
            if (end > 0 && (trimmed.StartsWith("at ") || trimmed.StartsWith("❯ ") || trimmed.StartsWith("Traceback (")))
                break;
            end = Math.Min(text.Length, end + line.Length + 1);
        }
        var kept = text[..end].Trim();
        return kept.Length <= Longest ? kept : $"{kept[..Longest]}…";
    }
}
