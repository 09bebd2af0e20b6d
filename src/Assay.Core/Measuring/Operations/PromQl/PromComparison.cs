namespace Assay.Core.Measuring.Operations.PromQl;

/// <summary>Something measured, compared with a number; the measurement stands on the left.</summary>
/// <param name="Sign"><c>&gt; &gt;= &lt; &lt;= == !=</c>.</param>
internal sealed record PromComparison(PromVector Vector, string Sign, decimal Threshold)
{
    private const int MostNames = 5;

    /// <summary>Each way in which the expression can fire (it may join several with <c>or</c>), or why that cannot be told.</summary>
    /// <param name="recorded">Expressions of recording rules by their names.</param>
    public static IEnumerable<(PromComparison? Comparison, string? Reason)> All(string expression, IReadOnlyDictionary<string, string> recorded)
    {
        if (Tokens(expression) is not { } tokens) return [(null, "its expression is no PromQL that can be read")];
        return PromNesting.Split(PromNesting.Bare(tokens), "or").Select(part => Of(PromNesting.Bare(part), recorded));
    }

    private static (PromComparison?, string?) Of(List<PromToken> tokens, IReadOnlyDictionary<string, string> recorded)
    {
        var depths = PromNesting.Depths(tokens)!;
        if (Enumerable.Range(0, tokens.Count).FirstOrDefault(at => depths[at] == 0 && (tokens[at].IsWord("and") || tokens[at].IsWord("unless") || tokens[at].IsWord("or")), -1) is var word and >= 0)
            return (null, $"its expression has '{tokens[word].Text}', and what that leaves of it cannot be told");
        var signs = Enumerable.Range(0, tokens.Count).Where(at => depths[at] == 0 && tokens[at].Kind == PromKind.Sign && tokens[at].Text is ">" or ">=" or "<" or "<=" or "==" or "!=").Where(at => depths[at] == 0).ToList();
        if (signs.Count != 1) return (null, signs.Count == 0 ? "its expression compares nothing with a threshold" : "its expression compares more than once");
        List<PromToken> left = tokens[..signs[0]], right = tokens[(signs[0] + 1)..];
        if (right is [{ } first, ..] && first.IsWord("bool")) return (null, "its expression uses 'bool', which fires whatever the figure is");
        return (PromConstant.Of(left), PromConstant.Of(right)) switch
        {
            (not null, not null) => (null, "its expression compares two constants"),
            (null, { } threshold) => Measured(left, tokens[signs[0]].Text, threshold, recorded),
            ({ } threshold, null) => Measured(right, Turned(tokens[signs[0]].Text), threshold, recorded),
            _ => (null, "its threshold is no plain number"),
        };
    }

    private static (PromComparison?, string?) Measured(List<PromToken> tokens, string sign, decimal threshold, IReadOnlyDictionary<string, string> recorded)
    {
        // A recording rule is what it records, where the rule is among those that were read.
        for (var names = 0; names < MostNames && PromNesting.Bare(tokens) is [{ Kind: PromKind.Name, Text: var name }] && recorded.TryGetValue(name, out var expression); names++)
            tokens = Tokens(expression) ?? tokens;
        var (vector, reason) = PromVector.Of(tokens);
        return vector is null ? (null, $"of what it compares: {reason}") : (new PromComparison(vector, sign, threshold), null);
    }

    private static List<PromToken>? Tokens(string expression) => PromLexer.Read(expression) is { } tokens && PromNesting.Depths(tokens) is not null ? tokens : null;

    private static string Turned(string sign) => sign switch { ">" => "<", ">=" => "<=", "<" => ">", "<=" => ">=", _ => sign };
}
