using Payments.Problems;

namespace Payments.Ledger;

/// <summary>Amounts are whole minor units of a currency, so no amount is ever rounded.</summary>
internal static class Amount
{
    /// <summary>The most that one posting can move; keeps sums of millions of postings within 64 bits.</summary>
    public const long Most = 1_000_000_000_000;

    public static readonly Refusal NotPositive = new(
        StatusCodes.Status422UnprocessableEntity, "amount_not_positive", "The amount must be at least 1 minor unit.");

    public static readonly Refusal TooLarge = new(
        StatusCodes.Status422UnprocessableEntity, "amount_too_large", $"The amount must be at most {Most} minor units.");

    /// <summary>Why this amount cannot be moved; null if it can.</summary>
    public static Refusal? Check(long amount) => amount switch
    {
        <= 0 => NotPositive,
        > Most => TooLarge,
        _ => null,
    };
}
