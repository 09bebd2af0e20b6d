using System.Collections.Immutable;

namespace Assay.Core.Observations;

/// <summary>How grave an advisory calls a vulnerability; unknown counts as high.</summary>
public enum VulnerabilitySeverity { Unknown, Low, Moderate, High, Critical }

/// <summary>A package that an advisory concerns.</summary>
/// <param name="Source">Who says so, e.g. <c>npm audit</c>.</param>
/// <param name="Ecosystem">By OSV's name, e.g. <c>NuGet</c>.</param>
/// <param name="Version">The version that is in use; null where the report does not say it.</param>
/// <param name="Id">E.g. <c>GHSA-5crp-9r3c-p9vr</c>.</param>
/// <param name="Aliases">Other ids of the same vulnerability.</param>
/// <param name="FixedIn">The lowest version above that mends it; null where none is known.</param>
public sealed record Vulnerability(
    string Source, string Ecosystem, string Package, string? Version, string Id, ImmutableArray<string> Aliases, VulnerabilitySeverity Severity, string? FixedIn) : Observation
{
    /// <summary>When it became known, UTC; null where the source does not say.</summary>
    public DateTimeOffset? Published { get; init; }
}

/// <summary>A source of advisories was asked for the component's packages of one ecosystem, whether or not it knew of any vulnerability.</summary>
/// <param name="Probe">The known-vulnerable package that it named when it was asked for it in the same run; null where nobody asked.</param>
/// <param name="Advisories">When its newest advisory was last changed; null where the source answers for today.</param>
public sealed record VulnerabilityScan(string Source, string Ecosystem, string? Probe = null, DateTimeOffset? Advisories = null) : Observation;
