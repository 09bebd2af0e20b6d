namespace Assay.Core.Measuring.Operations.PromQl;

/// <summary>How deep each piece of an expression lies.</summary>
internal static class PromNesting
{
    private const int Deepest = 64;

    /// <summary>Depth of each piece, brackets counted with what they hold; null where brackets do not match, or lie too deep.</summary>
    public static int[]? Depths(IReadOnlyList<PromToken> tokens)
    {
        var open = new Stack<string>();
        var depths = new int[tokens.Count];
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == PromKind.Sign && tokens[at].Text is "(" or "{" or "[") open.Push(tokens[at].Text);
            depths[at] = open.Count;
            if (open.Count > Deepest) return null;
            if (tokens[at].Kind == PromKind.Sign && tokens[at].Text is ")" or "}" or "]" && (!open.TryPop(out var opening) || (opening + tokens[at].Text) is not ("()" or "{}" or "[]"))) return null;
        }
        return open.Count == 0 ? depths : null;
    }

    /// <summary>Without brackets around the whole.</summary>
    public static List<PromToken> Bare(List<PromToken> tokens)
    {
        while (tokens is [{ Text: "(", Kind: PromKind.Sign }, .., { Text: ")", Kind: PromKind.Sign }] && Depths(tokens) is { } depths && depths.All(depth => depth > 0)
               && Enumerable.Range(0, tokens.Count - 1).All(at => !(depths[at] == 1 && tokens[at].Is(")"))))
            tokens = tokens[1..^1];
        return tokens;
    }

    /// <summary>The parts between pieces at depth 0 that are this word.</summary>
    public static List<List<PromToken>> Split(List<PromToken> tokens, string word)
    {
        var depths = Depths(tokens);
        var parts = new List<List<PromToken>> { new() };
        for (var at = 0; at < tokens.Count; at++)
        {
            if (depths?[at] == 0 && tokens[at].IsWord(word)) parts.Add([]);
            else parts[^1].Add(tokens[at]);
        }
        return parts;
    }
}
