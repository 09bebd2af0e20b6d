namespace Assay.Core.Measuring.Operations.PromQl;

/// <summary>What a piece of PromQL is.</summary>
internal enum PromKind { Name, Number, Duration, Text, Sign }

/// <summary>A piece of PromQL.</summary>
/// <param name="Value">Of a number.</param>
internal readonly record struct PromToken(PromKind Kind, string Text, decimal Value = 0)
{
    public bool Is(string sign) => Kind == PromKind.Sign && Text == sign;

    public bool IsWord(string word) => Kind == PromKind.Name && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
