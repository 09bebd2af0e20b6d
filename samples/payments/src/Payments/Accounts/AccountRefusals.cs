using Payments.Problems;

namespace Payments.Accounts;

internal static class AccountRefusals
{
    public static readonly Refusal OwnerInvalid = new(
        StatusCodes.Status422UnprocessableEntity,
        "owner_invalid",
        $"The owner must have 1 to {OpenAccountRequest.LongestOwner} characters that are not all blank.");

    public static readonly Refusal CurrencyUnsupported = new(
        StatusCodes.Status422UnprocessableEntity,
        "currency_unsupported",
        $"The currency must be one of {string.Join(", ", Currency.Supported)}.");

    public static readonly Refusal NotFound = new(
        StatusCodes.Status404NotFound, "account_not_found", "There is no account with this id.");
}
