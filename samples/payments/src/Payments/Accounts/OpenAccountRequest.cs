using Payments.Problems;

namespace Payments.Accounts;

/// <summary>Asks for an account: whose it is (the caller's own reference) and its ISO 4217 currency.</summary>
internal sealed record OpenAccountRequest(string Owner, string Currency)
{
    public const int LongestOwner = 100;

    /// <summary>Why this account cannot be opened; null if it can.</summary>
    public Refusal? Check()
    {
        if (string.IsNullOrWhiteSpace(Owner) || Owner.Length > LongestOwner)
        {
            return AccountRefusals.OwnerInvalid;
        }

        return Accounts.Currency.IsSupported(Currency) ? null : AccountRefusals.CurrencyUnsupported;
    }
}
