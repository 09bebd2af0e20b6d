namespace Assay.Proof;

/// <summary>What is to be proven.</summary>
/// <param name="Hunks">Take every production hunk back alone too.</param>
/// <param name="Budget">Longest time for that; what was not reached by then is not held.</param>
/// <param name="Keep">Keep what head's tests leave, with coverage, for a check to use.</param>
public sealed record ProveRequest(bool Hunks, TimeSpan Budget, bool Keep = false);
