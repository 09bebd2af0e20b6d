using Payments.Problems;

namespace Payments.Transfers;

internal static class TransferRefusals
{
    public static readonly Refusal SameAccount = new(
        StatusCodes.Status422UnprocessableEntity, "same_account", "A transfer needs two different accounts.");

    public static readonly Refusal FromUnknown = new(
        StatusCodes.Status422UnprocessableEntity, "from_account_unknown", "There is no account with the id in 'from'.");

    public static readonly Refusal ToUnknown = new(
        StatusCodes.Status422UnprocessableEntity, "to_account_unknown", "There is no account with the id in 'to'.");

    public static readonly Refusal CurrencyMismatch = new(
        StatusCodes.Status422UnprocessableEntity, "currency_mismatch", "Both accounts must have the same currency.");
}
