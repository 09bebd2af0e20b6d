using Assay.Core.Sources.Lexing;

namespace Assay.Core.Sources;

internal static class Brackets
{
    /// <summary>For each opening bracket the index of its closing one; -1 for all other tokens.</summary>
    public static int[] Match(Draft draft)
    {
        var result = new int[draft.Tokens.Count];
        Array.Fill(result, -1);
        var open = new Stack<int>();
        for (var i = 0; i < result.Length; i++)
        {
            if (draft.Tokens[i] is not { Kind: TokenKind.Punctuation, Length: 1 })
            {
                continue;
            }

            if (draft.TextOf(i)[0] is '(' or '[' or '{')
            {
                open.Push(i);
            }
            else if (draft.TextOf(i)[0] is ')' or ']' or '}' && open.TryPop(out var start))
            {
                result[start] = i;
            }
        }

        return result;
    }
}
