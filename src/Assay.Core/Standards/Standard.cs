using System.Collections.Immutable;

namespace Assay.Core.Standards;

/// <summary>A written standard as data: gates, their criteria, how a profile is chosen, and the targets that later capabilities read.</summary>
/// <param name="Name">Short name, as verdicts show it.</param>
/// <param name="Version">Version of the standard, not of Assay.</param>
/// <param name="Digest"><c>sha256:…</c> of the file's bytes.</param>
/// <param name="Routing">How the profile follows from the change.</param>
/// <param name="Gates">The gates, in the standard's order.</param>
/// <param name="Targets">Figures for performance, resources, alerts and deployment.</param>
public sealed record Standard(
    string Name, string Version, string Digest, Routing Routing, ImmutableArray<Gate> Gates, Targets Targets)
{
    /// <summary>Criteria seen together from another side than the gates'; a criterion may stand in several or in none.</summary>
    public ImmutableArray<Checklist> Checklists { get; init; } = [];

    /// <summary>Every criterion of every gate.</summary>
    public IEnumerable<Criterion> Criteria => Gates.SelectMany(gate => gate.Criteria);
}

/// <summary>A named set of criteria; the worst finding decides.</summary>
public sealed record Gate(string Id, string Title, string Why, ImmutableArray<Criterion> Criteria);

/// <summary>Ids of criteria; the list holds where each of them does.</summary>
public sealed record Checklist(string Id, ImmutableArray<string> Criteria);

/// <summary>How the profile follows from the number of changed files and from what they are.</summary>
/// <param name="StandardFrom">Changed files from which the profile is at least standard.</param>
/// <param name="EnterpriseFrom">Changed files from which the profile is enterprise.</param>
/// <param name="Sensitive">Globs of paths whose change raises the profile to enterprise.</param>
public sealed record Routing(int StandardFrom, int EnterpriseFrom, ImmutableArray<string> Sensitive)
{
    /// <summary>What raises the profile by either of both.</summary>
    public Routing Stricter(Routing other) => new(
        Math.Min(StandardFrom, other.StandardFrom), Math.Min(EnterpriseFrom, other.EnterpriseFrom), [.. Sensitive.Union(other.Sensitive)]);
}
