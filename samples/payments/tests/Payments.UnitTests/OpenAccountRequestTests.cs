using Payments.Accounts;

namespace Payments.UnitTests;

public class OpenAccountRequestTests
{
    public static TheoryData<string> UnusableOwners => ["", "   ", new string('o', 101)];

    [Theory]
    [InlineData("CHF")]
    [InlineData("EUR")]
    [InlineData("JPY")]
    [InlineData("USD")]
    public void AcceptsASupportedCurrency(string currency) =>
        Assert.Null(new OpenAccountRequest("customer-17", currency).Check());

    [Theory]
    [InlineData("")]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("XXX")]
    public void RefusesAnyOtherCurrency(string currency) =>
        Assert.Equal("currency_unsupported", new OpenAccountRequest("customer-17", currency).Check()?.Code);

    [Fact]
    public void AcceptsAnOwnerOf100Characters() =>
        Assert.Null(new OpenAccountRequest(new string('o', 100), "EUR").Check());

    [Theory]
    [MemberData(nameof(UnusableOwners))]
    public void RefusesAnOwnerThatIsBlankOrTooLong(string owner) =>
        Assert.Equal("owner_invalid", new OpenAccountRequest(owner, "EUR").Check()?.Code);
}
