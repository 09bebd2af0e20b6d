using Payments.Accounts;
using Payments.Ledger;
using Payments.Problems;

namespace Payments.Deposits;

/// <summary>Brings money from outside into an account, once per idempotency key.</summary>
internal sealed class DepositService(AccountStore accounts, PostingStore ledger)
{
    public Outcome<Receipt> Execute(string? keyHeader, Guid accountId, DepositRequest request)
    {
        var key = IdempotencyKey.Parse(keyHeader);
        if (key.IsRefused)
        {
            return key.Refusal;
        }

        if (Amount.Check(request.Amount) is { } wrongAmount)
        {
            return wrongAmount;
        }

        if (accounts.Find(accountId) is not { } account)
        {
            return AccountRefusals.NotFound;
        }

        return ledger.PostFromOutside(key.Value, account.Id, request.Amount, account.Currency);
    }
}
