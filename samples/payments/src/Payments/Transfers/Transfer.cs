using Payments.Ledger;

namespace Payments.Transfers;

/// <summary>A completed transfer; the amount is in minor units of the currency.</summary>
internal sealed record Transfer(Guid Id, Guid From, Guid To, long Amount, string Currency, DateTimeOffset CompletedAt)
{
    public static Transfer Of(Receipt receipt) => new(
        receipt.Id,
        receipt.Posting.Debit,
        receipt.Posting.Credit,
        receipt.Posting.Amount,
        receipt.Posting.Currency,
        receipt.PostedAt);
}
