using Payments.Ledger;

namespace Payments.UnitTests;

public class PostingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1250)]
    [InlineData(1_000_000_000_000)]
    public void HasOneEntryForEachSideAndTheirSumIsZero(long amount)
    {
        var debit = Guid.NewGuid();
        var credit = Guid.NewGuid();

        var entries = new Posting(debit, credit, amount, "EUR").Entries;

        Assert.Equal([new Entry(debit, -amount), new Entry(credit, amount)], entries);
        Assert.Equal(0, entries.Sum(entry => entry.Amount));
    }
}
