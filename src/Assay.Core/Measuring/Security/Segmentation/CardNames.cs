namespace Assay.Core.Measuring.Security.Segmentation;

/// <summary>
/// Names of card data, as PCI DSS 4.0.1 (glossary, "account data") calls it: the primary account number, the cardholder, the verification code.
/// </summary>
internal static class CardNames
{
    private static readonly string[][] Phrases =
    [
        ["card", "number"], ["card", "numbers"], ["card", "no"], ["card", "holder"], ["cardholder"], ["cardnumber"], ["primary", "account", "number"], ["cvv"], ["cvv2"], ["cvc"], ["cvc2"], ["card", "verification"],
        ["masked", "pan"], ["pan", "number"], ["pan", "hash"], ["hashed", "pan"], ["truncated", "pan"], ["encrypted", "pan"], ["card", "pan"], ["pan", "token"],
    ];

    /// <summary>Whether the name speaks of card data. <c>pan</c> alone does where it is not called: what is called that moves a picture.</summary>
    public static bool IsCardData(string name, bool called)
    {
        var words = Words(name);
        if (words is ["pan"]) return !called;
        return Phrases.Any(phrase => Enumerable.Range(0, Math.Max(0, words.Count - phrase.Length + 1)).Any(at => words.Skip(at).Take(phrase.Length).SequenceEqual(phrase)));
    }

    /// <summary><c>cardNumber</c>, <c>CARD_NUMBER</c>, <c>card-number</c>: the same words.</summary>
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 0; at <= name.Length; at++)
        {
            var isEnd = at == name.Length || !char.IsLetterOrDigit(name[at]);
            var isNew = !isEnd && at > start && char.IsUpper(name[at]) && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])));
            if (!isEnd && !isNew) continue;
            if (at > start) words.Add(name[start..at].ToLowerInvariant());
            start = isEnd ? at + 1 : at;
        }
        return words;
    }
}
