using Payments.Ledger;

namespace Payments.Deposits;

/// <summary>A completed deposit; the amount is in minor units of the currency.</summary>
internal sealed record Deposit(Guid Id, Guid Account, long Amount, string Currency, DateTimeOffset CompletedAt)
{
    public static Deposit Of(Receipt receipt) => new(
        receipt.Id, receipt.Posting.Credit, receipt.Posting.Amount, receipt.Posting.Currency, receipt.PostedAt);
}
