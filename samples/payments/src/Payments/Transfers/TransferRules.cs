using Payments.Accounts;
using Payments.Ledger;
using Payments.Problems;

namespace Payments.Transfers;

/// <summary>Decides whether a transfer may go to the ledger. Funds are not its matter: only the ledger sees them settled.</summary>
internal static class TransferRules
{
    public static Outcome<Posting> Decide(TransferRequest request, Account? from, Account? to)
    {
        if (Amount.Check(request.Amount) is { } wrongAmount)
        {
            return wrongAmount;
        }

        if (request.From == request.To)
        {
            return TransferRefusals.SameAccount;
        }

        if (from is null)
        {
            return TransferRefusals.FromUnknown;
        }

        if (to is null)
        {
            return TransferRefusals.ToUnknown;
        }

        if (from.Currency != to.Currency)
        {
            return TransferRefusals.CurrencyMismatch;
        }

        return new Posting(from.Id, to.Id, request.Amount, from.Currency);
    }
}
