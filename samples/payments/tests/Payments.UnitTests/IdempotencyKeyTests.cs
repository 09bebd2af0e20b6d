using Payments.Ledger;

namespace Payments.UnitTests;

public class IdempotencyKeyTests
{
    public static TheoryData<string> Unusable => ["", " ", "two words", "caf\u00e9", "tab\t", "\u007f", new string('k', 65)];

    public static TheoryData<string> Usable => ["k", "!~", "invoice-2026-0042", new string('k', 64)];

    [Theory]
    [MemberData(nameof(Usable))]
    public void AcceptsUpTo64VisibleASCIICharacters(string header) =>
        Assert.Equal(header, IdempotencyKey.Parse(header).Value);

    [Theory]
    [MemberData(nameof(Unusable))]
    public void RefusesAnythingElse(string header) =>
        Assert.Equal("idempotency_key_invalid", IdempotencyKey.Parse(header).Refusal?.Code);

    [Fact]
    public void SaysWhenTheKeyIsMissing() =>
        Assert.Equal("idempotency_key_missing", IdempotencyKey.Parse(null).Refusal?.Code);
}
