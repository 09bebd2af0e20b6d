using System.Collections.Immutable;

namespace Assay.Core.Observations;

/// <summary>The six categories of STRIDE.</summary>
public enum StrideCategory { Spoofing, Tampering, Repudiation, InformationDisclosure, DenialOfService, ElevationOfPrivilege }

/// <summary>How far an asset may be known.</summary>
public enum AssetClassification { Public, Internal, Confidential, Personal, Cardholder }

/// <summary>What an element of a data flow diagram is.</summary>
public enum ElementKind { External, Process, Store }

/// <summary>What a mitigation does about a threat.</summary>
public enum MitigationKind { Preventive, Detective, Responsive }

/// <summary>How far a mitigation is.</summary>
public enum MitigationStatus { Planned, InProgress, Implemented, Verified }

/// <summary>A threat model as it was read; what it leaves open is null or empty, and judged later. References within it are sound.</summary>
/// <param name="Component">Id of the component that it says it is about.</param>
/// <param name="ReviewedOn">The day of its last review.</param>
public sealed record ThreatModel(
    string? Component, string? ReviewedBy, DateOnly? ReviewedOn, ImmutableArray<ModelAsset> Assets, ImmutableArray<TrustBoundary> Boundaries, ImmutableArray<ModelElement> Elements,
    ImmutableArray<EntryPoint> EntryPoints, ImmutableArray<ModelFlow> Flows, ImmutableArray<Threat> Threats) : Observation;

/// <summary>Something worth protecting.</summary>
public sealed record ModelAsset(string Id, string Title, AssetClassification? Classification, int? Line = null);

/// <summary>A line that trust ends at.</summary>
/// <param name="NetworkPolicies">Names of the network policies that hold it.</param>
public sealed record TrustBoundary(string Id, string Title, ImmutableArray<string> NetworkPolicies, int? Line = null);

/// <summary>An element of the data flow diagram.</summary>
/// <param name="Covers">Globs of the files that it stands for, from the component's folder.</param>
/// <param name="Holds">Ids of assets.</param>
/// <param name="NoThreat">Why there is no threat of a category.</param>
public sealed record ModelElement(
    string Id, string Title, ElementKind Kind, ImmutableArray<string> Covers, ImmutableArray<string> Holds, ImmutableSortedDictionary<StrideCategory, string> NoThreat, int? Line = null);

/// <summary>Where somebody can come in.</summary>
public sealed record EntryPoint(string Id, string Title, string Element, int? Line = null);

/// <summary>Data on its way from one element to another.</summary>
/// <param name="Carries">Ids of assets.</param>
/// <param name="Crosses">Ids of trust boundaries.</param>
public sealed record ModelFlow(
    string Id, string From, string To, ImmutableArray<string> Carries, ImmutableArray<string> Crosses, ImmutableSortedDictionary<StrideCategory, string> NoThreat, int? Line = null);

/// <summary>A threat to an element or a flow.</summary>
/// <param name="Element">Id of the element or the flow.</param>
/// <param name="Category">Null where the model uses other categories than STRIDE.</param>
public sealed record Threat(
    string Id, string Title, string Element, StrideCategory? Category, Dread? Dread, ImmutableArray<Mitigation> Mitigations, RiskAcceptance? Accepted, int? Line = null);

/// <summary>How bad a threat is, five figures from 1 to 10; null where one was not given.</summary>
public sealed record Dread(int? Damage, int? Reproducibility, int? Exploitability, int? AffectedUsers, int? Discoverability)
{
    /// <summary>Whether all five are there.</summary>
    public bool IsComplete => this is { Damage: >= 1 and <= 10, Reproducibility: >= 1 and <= 10, Exploitability: >= 1 and <= 10, AffectedUsers: >= 1 and <= 10, Discoverability: >= 1 and <= 10 };
}

/// <summary>What is done about a threat.</summary>
public sealed record Mitigation(MitigationKind? Kind, string? What, string? Owner, MitigationStatus? Status);

/// <summary>A risk that somebody answers for, until a day.</summary>
public sealed record RiskAcceptance(string? By, DateOnly? Until, string? Reason);
