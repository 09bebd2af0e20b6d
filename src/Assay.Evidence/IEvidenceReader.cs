using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Observations;

namespace Assay.Evidence;

/// <summary>
/// Reads one format. Recognises it by content, never by name; streams it; memory grows with what is kept.
/// Readers are stateless and may be used from several threads.
/// </summary>
public interface IEvidenceReader
{
    /// <summary>Short name of the format, e.g. <c>cobertura</c>.</summary>
    string Format { get; }

    /// <summary>Whether people write it and git keeps it beside the code (a threat model, requirements), unlike what a tool reports.</summary>
    bool IsRecord => false;

    /// <summary>Whether the content is this reader's, judged by its beginning.</summary>
    bool Claims(ContentHead head);

    /// <summary>
    /// Reads the whole content. Malformed, truncated or hostile content is a value (<see cref="ReadOutcome.Error"/>), never an exception;
    /// what was read before the mistake is thrown away.
    /// </summary>
    ReadOutcome Read(Stream content, CancellationToken cancellation);
}

/// <summary>What a reader found, or why it could not read.</summary>
/// <param name="Version">Version of the format as the file states it.</param>
/// <param name="Producer">Tool that the file names as its producer.</param>
public sealed record ReadOutcome(
    ImmutableArray<Observation> Observations, string? Version = null, string? Producer = null, AssayError? Error = null)
{
    /// <summary>Further mistakes, where the reader of a file that people write found several.</summary>
    public ImmutableArray<AssayError> OtherErrors { get; init; } = [];

    /// <summary>Reading failed.</summary>
    public static ReadOutcome Failed(AssayError error) => new([], Error: error);
}
