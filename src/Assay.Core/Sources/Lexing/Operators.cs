namespace Assay.Core.Sources.Lexing;

/// <summary>Operators whose characters must not be taken apart, since a part of them means something else.</summary>
internal static class Operators
{
    private static readonly string[] Longer = ["===", "!==", "...", "=>", "->", "::", "++", "--", "==", "!=", "<=", ">=", "?.", "??", "&&", "||"];

    public static int LengthAt(string text, int at)
    {
        foreach (var candidate in Longer)
        {
            if (string.CompareOrdinal(text, at, candidate, 0, candidate.Length) == 0)
            {
                return candidate.Length;
            }
        }

        return 1;
    }
}
