namespace Payments.Deposits;

/// <summary>Asks to add an amount (minor units) to an account.</summary>
internal sealed record DepositRequest(long Amount);
