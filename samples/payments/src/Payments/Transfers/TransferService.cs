using Payments.Accounts;
using Payments.Ledger;
using Payments.Problems;

namespace Payments.Transfers;

/// <summary>Moves money between customers' accounts, once per idempotency key.</summary>
internal sealed class TransferService(AccountStore accounts, PostingStore ledger)
{
    public Outcome<Receipt> Execute(string? keyHeader, TransferRequest request)
    {
        var key = IdempotencyKey.Parse(keyHeader);
        if (key.IsRefused)
        {
            return key.Refusal;
        }

        var decision = TransferRules.Decide(request, accounts.Find(request.From), accounts.Find(request.To));
        if (decision.IsRefused)
        {
            return decision.Refusal;
        }

        return ledger.Post(key.Value, decision.Value);
    }
}
