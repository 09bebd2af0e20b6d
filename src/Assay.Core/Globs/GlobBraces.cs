using System.Diagnostics.CodeAnalysis;

namespace Assay.Core.Globs;

/// <summary>Writes <c>a{b,c}</c> out as <c>ab</c> and <c>ac</c>.</summary>
internal static class GlobBraces
{
    // What people write needs a handful; the caps keep a hostile pattern from filling the memory.
    private const int MostAlternatives = 256;
    private const int LongestPattern = 4096;
    private const int DeepestNesting = 8;

    internal static bool TryExpand(string pattern, [NotNullWhen(true)] out List<string>? plain, [NotNullWhen(false)] out string? mistake)
    {
        (plain, mistake) = (null, null);
        if (pattern.Length == 0)
        {
            mistake = "the pattern is empty";
        }
        else if (pattern.Length > LongestPattern)
        {
            mistake = $"the pattern is longer than {LongestPattern} characters";
        }
        if (mistake is not null)
        {
            return false;
        }
        var at = 0;
        plain = Sequence(pattern, ref at, 0, ref mistake);
        return mistake is null;
    }

    private static List<string> Sequence(string pattern, ref int at, int depth, ref string? mistake)
    {
        List<string> soFar = [""];
        var start = at;
        while (at < pattern.Length && mistake is null)
        {
            var c = pattern[at];
            if (depth > 0 && (c is ',' or '}'))
            {
                break;
            }
            if (c != '{')
            {
                at = c switch { '\\' => Math.Min(at + 2, pattern.Length), '[' => SetEnd(pattern, at), _ => at + 1 };
                continue;
            }
            soFar = Combine(soFar, [pattern[start..at]], ref mistake);
            soFar = Combine(soFar, Alternatives(pattern, ref at, depth + 1, ref mistake), ref mistake);
            start = at;
        }
        return Combine(soFar, [pattern[start..at]], ref mistake);
    }

    private static List<string> Alternatives(string pattern, ref int at, int depth, ref string? mistake)
    {
        if (depth > DeepestNesting)
        {
            mistake = $"braces are nested deeper than {DeepestNesting}";
            return [];
        }
        List<string> all = [];
        do
        {
            at++;
            all.AddRange(Sequence(pattern, ref at, depth, ref mistake));
        }
        while (mistake is null && at < pattern.Length && pattern[at] == ',');
        if (mistake is null && at >= pattern.Length)
        {
            mistake = "a { is not closed";
        }
        at = Math.Min(at + 1, pattern.Length);
        return all;
    }

    private static int SetEnd(string pattern, int at)
    {
        var end = GlobName.SetEnd(pattern, at);
        return end < 0 ? at + 1 : end + 1;
    }

    private static List<string> Combine(List<string> heads, List<string> tails, ref string? mistake)
    {
        if (mistake is not null || (long)heads.Count * tails.Count > MostAlternatives)
        {
            mistake ??= $"its braces stand for more than {MostAlternatives} patterns";
            return [];
        }
        return [.. from head in heads from tail in tails select head + tail];
    }
}
