namespace Payments.Transfers;

/// <summary>Asks to move an amount (minor units) between two accounts of one currency.</summary>
internal sealed record TransferRequest(Guid From, Guid To, long Amount);
