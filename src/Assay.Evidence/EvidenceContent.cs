using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Observations;

namespace Assay.Evidence;

/// <summary>What a file of evidence holds.</summary>
/// <param name="Format">Short name of the format, e.g. <c>cobertura</c>; null where no single reader claims it.</param>
/// <param name="Version">Version of the format as the file states it.</param>
/// <param name="Producer">Tool that the file names as its producer.</param>
/// <param name="Digest"><c>sha256:…</c> of all its bytes; empty where they could not be read from disk.</param>
/// <param name="Observations">What it shows; empty with an error.</param>
/// <param name="Error">Why nothing can be taken from it; null where it was read.</param>
public sealed record EvidenceContent(
    string? Format, string? Version, string? Producer, string Digest, ImmutableArray<Observation> Observations, AssayError? Error)
{
    /// <summary>Further mistakes, where the reader of a file that people write found several.</summary>
    public ImmutableArray<AssayError> OtherErrors { get; init; } = [];
}
