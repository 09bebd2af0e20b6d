using System.Collections.Immutable;

namespace Assay.Core;

/// <summary>Finds what somebody probably meant by a name that is not known.</summary>
public static class Nearest
{
    private const int LongestWord = 64;

    /// <summary>
    /// The known names that are near, nearest first, at most <paramref name="limit"/>. Near is an edit distance
    /// (insert, delete, replace, swap neighbours) of up to a third of the length, or a name that holds the word.
    /// </summary>
    public static ImmutableArray<string> Of(string word, IEnumerable<string> known, int limit = 3)
    {
        if (word.Length is 0 or > LongestWord) return [];
        word = word.ToLowerInvariant();
        var allowed = Math.Max(1, word.Length / 3);
        return
        [
            .. known
                .Where(name => name.Length <= LongestWord)
                .Select(name => (name, distance: Rank(word, name.ToLowerInvariant(), allowed)))
                .Where(pair => pair.distance <= allowed)
                .OrderBy(pair => pair.distance).ThenBy(pair => pair.name, StringComparer.Ordinal)
                .Select(pair => pair.name).Distinct().Take(limit),
        ];
    }

    private static int Rank(string word, string name, int allowed)
    {
        var distance = Distance(word, name);
        var holds = word.Length >= 3 && name.Contains(word, StringComparison.Ordinal);
        return holds ? Math.Min(distance, allowed) : distance;
    }

    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, replace);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }
            (before, previous, current) = (previous, current, before);
        }
        return previous[b.Length];
    }
}
