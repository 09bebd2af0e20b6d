namespace Assay.Core.Observations;

/// <summary>A network policy of Kubernetes.</summary>
/// <param name="Restricts">Whether, for traffic in or traffic out, it applies and no rule of it lets everything through.</param>
public sealed record NetworkPolicy(string Name, string? Namespace, bool Restricts, int? Line = null) : Observation;
