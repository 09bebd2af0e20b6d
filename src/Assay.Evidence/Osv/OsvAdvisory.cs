using System.Collections.Immutable;
using Assay.Core.Observations;

namespace Assay.Evidence.Osv;

/// <summary>What Assay keeps of an advisory in OSV's format (https://ossf.github.io/osv-schema).</summary>
/// <param name="Modified">UTC; null where it does not say.</param>
/// <param name="Severity">By the database's own word, else by its CVSS 3 vector.</param>
public sealed record OsvAdvisory(
    string Id, ImmutableArray<string> Aliases, DateTimeOffset? Modified, bool Withdrawn, VulnerabilitySeverity Severity, ImmutableArray<OsvAffected> Affected)
{
    /// <summary>When it became known, UTC; null where it does not say.</summary>
    public DateTimeOffset? Published { get; init; }
}

/// <summary>A package that an advisory concerns.</summary>
/// <param name="Ecosystem">Without what follows a colon.</param>
/// <param name="Severity">Of this package alone; unknown where the advisory's own holds.</param>
public sealed record OsvAffected(string Ecosystem, string Name, ImmutableArray<OsvRange> Ranges, ImmutableArray<string> Versions, VulnerabilitySeverity Severity);

/// <summary>A range of versions.</summary>
/// <param name="Type"><c>SEMVER</c>, <c>ECOSYSTEM</c> or <c>GIT</c>.</param>
public sealed record OsvRange(string Type, ImmutableArray<OsvEvent> Events);

/// <summary>An edge of a range.</summary>
/// <param name="Kind"><c>introduced</c>, <c>fixed</c> or <c>last_affected</c>.</param>
public readonly record struct OsvEvent(string Kind, string Version);
