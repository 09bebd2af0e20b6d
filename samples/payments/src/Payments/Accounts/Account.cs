namespace Payments.Accounts;

/// <summary>A customer's account. The balance is in minor units of the currency (cents for EUR).</summary>
internal sealed record Account(Guid Id, string Owner, string Currency, long Balance, DateTimeOffset OpenedAt);
