using System.Runtime.InteropServices;

namespace Assay.Proof.Weakening;

/// <summary>How many words and signs two texts share.</summary>
internal static class Likeness
{
    /// <summary>1 for the same words and signs, 0 for none in common.</summary>
    public static double Of(string one, string other)
    {
        if (one == other) return 1;
        var (words, total) = Words(one);
        var (others, otherTotal) = Words(other);
        if (total + otherTotal == 0) return 1;
        var shared = words.Sum(word => Math.Min(word.Value, others.GetValueOrDefault(word.Key)));
        return 2.0 * shared / (total + otherTotal);
    }

    private static (Dictionary<string, int> Counts, int Total) Words(string text)
    {
        var counts = new Dictionary<string, int>();
        var total = 0;
        for (var i = 0; i < text.Length;)
        {
            var start = i++;
            if (char.IsWhiteSpace(text[start])) continue;
            while (char.IsLetterOrDigit(text[start]) && i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            CollectionsMarshal.GetValueRefOrAddDefault(counts, text[start..i], out _)++;
            total++;
        }
        return (counts, total);
    }
}
