using Payments.Problems;

namespace Payments.Ledger;

/// <summary>
/// The client's name for one movement of money: whatever is repeated under it moves the money once.
/// Only completed movements are remembered; a refused one changed nothing and may be tried again.
/// </summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";
    public const int Longest = 64;

    public static readonly Refusal Missing = new(
        StatusCodes.Status400BadRequest, "idempotency_key_missing", $"The header {Header} is required.");

    public static readonly Refusal Invalid = new(
        StatusCodes.Status400BadRequest,
        "idempotency_key_invalid",
        $"The header {Header} must have 1 to {Longest} visible ASCII characters.");

    public static readonly Refusal Reused = new(
        StatusCodes.Status422UnprocessableEntity,
        "idempotency_key_reused",
        $"This {Header} was already used for another request.");

    /// <summary>The key that the header gives, or why it gives none.</summary>
    public static Outcome<string> Parse(string? header)
    {
        if (header is null)
        {
            return Missing;
        }

        return header.Length is > 0 and <= Longest && header.All(IsVisible) ? header : Invalid;
    }

    /// <summary>Tells the client that the answer is the stored one of an earlier request.</summary>
    public static void MarkReplay(HttpResponse response, Receipt receipt)
    {
        if (receipt.Replayed)
        {
            response.Headers[ReplayedHeader] = "true";
        }
    }

    private static bool IsVisible(char character) => character is > ' ' and <= '~';
}
