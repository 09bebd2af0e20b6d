using System.Collections.Immutable;
using Assay.Core.Observations;

namespace Assay.Core.Evidence;

/// <summary>How far evidence is bound: made in this run, recorded by Assay when it ran the command, or only said.</summary>
public enum Trust { Asserted, Recorded, Collected }

/// <summary>A piece of evidence with its provenance.</summary>
/// <param name="Path">Relative to the repository where it lies in it, with forward slashes; otherwise as given.</param>
/// <param name="Format">The format's short name, e.g. <c>cobertura</c>.</param>
/// <param name="FormatVersion">As the file states it.</param>
/// <param name="Digest"><c>sha256:…</c> of its bytes.</param>
/// <param name="Component">Id of the component that it is about.</param>
/// <param name="Subject">Subject digest of the content that it was produced from; null where it is only asserted.</param>
/// <param name="ProducedBy">Tool and command; null where unknown.</param>
/// <param name="ProducedAt">UTC; null where unknown.</param>
/// <param name="Folder">Folder that relative paths in it start from, relative to the repository; null where unknown.</param>
/// <param name="Probed">A scanner's run was shown to find what was planted for it.</param>
/// <param name="Step">What kind of work it comes from; null where nothing recorded it.</param>
/// <param name="Artifact"><c>sha256:…</c> of the released artifact that it was made with; null where it is bound to content alone.</param>
public sealed record EvidenceItem(
    string Path, string Format, string? FormatVersion, string Digest, string Component, Trust Trust,
    string? Subject = null, string? ProducedBy = null, DateTimeOffset? ProducedAt = null, bool Probed = false,
    string? Folder = null, StepKind? Step = null, string? Artifact = null)
{
    /// <summary>When the command began that left it, UTC; null where nothing recorded it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Ids of the first commits of the history that it was recorded in, apart by spaces; null where unknown.</summary>
    public string? Origin { get; init; }

    /// <summary>Absolute path of the clone that stood for the repository when it was made; null for the repository itself.</summary>
    public string? RanIn { get; init; }
}

/// <summary>A piece of evidence and what it shows.</summary>
public sealed record EvidenceReading(EvidenceItem Item, ImmutableArray<Observation> Observations);
