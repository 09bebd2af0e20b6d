using Payments.Accounts;
using Payments.Ledger;
using Payments.Problems;
using Payments.Transfers;

namespace Payments.UnitTests;

public class TransferRulesTests
{
    private static readonly Account Euros = AccountIn("EUR");
    private static readonly Account OtherEuros = AccountIn("EUR");

    [Theory]
    [InlineData(1)]
    [InlineData(1250)]
    [InlineData(1_000_000_000_000)]
    public void PostsTheExactAmountFromOneAccountToTheOther(long amount)
    {
        var decision = TransferRules.Decide(new TransferRequest(Euros.Id, OtherEuros.Id, amount), Euros, OtherEuros);

        Assert.Equal(new Posting(Euros.Id, OtherEuros.Id, amount, "EUR"), decision.Value);
        Assert.Null(decision.Refusal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void RefusesAnAmountThatIsNotPositive(long amount) =>
        Assert.Equal("amount_not_positive", RefusalOf(amount, Euros, OtherEuros).Code);

    [Theory]
    [InlineData(1_000_000_000_001)]
    [InlineData(long.MaxValue)]
    public void RefusesAnAmountAboveTheLimit(long amount) =>
        Assert.Equal("amount_too_large", RefusalOf(amount, Euros, OtherEuros).Code);

    [Fact]
    public void RefusesATransferToTheSameAccount() =>
        Assert.Equal("same_account", RefusalOf(1, Euros, Euros).Code);

    [Fact]
    public void RefusesAccountsOfDifferentCurrencies() =>
        Assert.Equal("currency_mismatch", RefusalOf(1, Euros, AccountIn("USD")).Code);

    [Fact]
    public void RefusesAnUnknownAccountOnEitherSide()
    {
        var request = new TransferRequest(Euros.Id, OtherEuros.Id, 1);

        Assert.Equal("from_account_unknown", TransferRules.Decide(request, null, OtherEuros).Refusal?.Code);
        Assert.Equal("to_account_unknown", TransferRules.Decide(request, Euros, null).Refusal?.Code);
    }

    private static Refusal RefusalOf(long amount, Account from, Account to)
    {
        var decision = TransferRules.Decide(new TransferRequest(from.Id, to.Id, amount), from, to);
        Assert.True(decision.IsRefused);
        Assert.Null(decision.Value);
        return decision.Refusal;
    }

    private static Account AccountIn(string currency) =>
        new(Guid.NewGuid(), "customer-17", currency, 0, DateTimeOffset.UnixEpoch);
}
