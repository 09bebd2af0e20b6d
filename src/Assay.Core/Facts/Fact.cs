using System.Collections.Immutable;
using Assay.Core.Quantities;

namespace Assay.Core.Facts;

/// <summary>Whether a fact could be measured.</summary>
public enum FactState
{
    /// <summary>It has a value.</summary>
    Measured,

    /// <summary>Assay itself enumerated the domain from git and sources, and there is nothing to measure.</summary>
    Empty,

    /// <summary>No evidence.</summary>
    Missing,

    /// <summary>Evidence is there and cannot be relied on.</summary>
    Error,
}

/// <summary>A named, typed value with unit and source.</summary>
/// <param name="Name">From <see cref="FactCatalog"/>.</param>
/// <param name="Component">Id of the component.</param>
/// <param name="Value">Set where measured.</param>
/// <param name="Detail">What the value is of, e.g. <c>of 34 lines</c>.</param>
/// <param name="Reason">Why it is not measured, or what stands behind a value, in one line.</param>
/// <param name="Remedy">A next step that fits better than the criterion's own; null otherwise.</param>
/// <param name="Locations">Where to look: what counts against it.</param>
/// <param name="Sources">Digests of the evidence that it comes from.</param>
/// <param name="Own">A bound that the component sets itself; where it is stricter than the criterion's, it has to hold too. Null where there is none.</param>
public sealed record Fact(
    string Name, string Component, FactState State, Quantity? Value = null, string? Detail = null, string? Reason = null,
    string? Remedy = null, ImmutableArray<Location> Locations = default, ImmutableArray<string> Sources = default, Quantity? Own = null)
{
    /// <summary>Where to look; never default.</summary>
    public ImmutableArray<Location> Locations { get; init; } = Locations.IsDefault ? [] : Locations;

    /// <summary>
    /// What counts against it, one by one, where <see cref="Locations"/> join some and leave some out; a line that lacks two branches stands here twice.
    /// Kept only where it is asked for, for they may be many.
    /// </summary>
    public ImmutableArray<Location> Items { get; init; } = [];

    /// <summary>
    /// Since when (UTC) the oldest of what counts against it is known, where all of it was there before the change; null where the change may have brought some, or where no
    /// source dates it.
    /// </summary>
    public DateTimeOffset? InheritedSince { get; init; }

    /// <summary>Digests of the evidence; never default.</summary>
    public ImmutableArray<string> Sources { get; init; } = Sources.IsDefault ? [] : Sources;
}
