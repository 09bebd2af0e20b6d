namespace Payments.Ledger;

/// <summary>Moves a positive amount (minor units) from the debit account to the credit account.</summary>
internal sealed record Posting(Guid Debit, Guid Credit, long Amount, string Currency)
{
    /// <summary>The two entries of double-entry bookkeeping; their sum is zero.</summary>
    public IReadOnlyList<Entry> Entries => [new Entry(Debit, -Amount), new Entry(Credit, Amount)];
}

/// <summary>What a posting does to one account: a signed amount in minor units.</summary>
internal sealed record Entry(Guid Account, long Amount);

/// <summary>A posting that stands in the ledger; <paramref name="Replayed"/> if an earlier request had put it there.</summary>
internal sealed record Receipt(Guid Id, DateTimeOffset PostedAt, Posting Posting, bool Replayed);
