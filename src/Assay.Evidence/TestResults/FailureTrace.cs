using System.Text.RegularExpressions;

namespace Assay.Evidence.TestResults;

/// <summary>Where a test failed, in as much as is kept of it.</summary>
internal static partial class FailureTrace
{
    /// <summary>Most characters that are kept.</summary>
    public const int Longest = 8192;

    /// <summary>The type of what was thrown, if any is told, on a line of its own, and all that follows; null where nothing is told.</summary>
    public static string? Of(string? type, string? text)
    {
        var kept = string.Join('\n', new[] { type?.Trim(), text?.Trim('\r', '\n').TrimEnd() }.Where(part => !string.IsNullOrEmpty(part)));
        return kept.Length == 0 ? null : kept.Length <= Longest ? kept : kept[..Longest];
    }

    /// <summary>The exception's type where a message of a .NET test framework names it before its words; null elsewhere.</summary>
    public static string? ExceptionType(string? message) =>
        message is not null && Thrown().Match(message) is { Success: true } match ? match.Groups["type"].Value : null;

    // xunit and NUnit write "Type : words", MSTest "Test method X threw exception:", a new line and "Type: words".
    [GeneratedRegex(@"\A\s*(?:Test method \S+ threw exception:\s+)?(?<type>(?:[\p{L}_][\w`+]*\.)*[\p{L}_][\w`+]*Exception)\s?:", RegexOptions.CultureInvariant)]
    private static partial Regex Thrown();
}
