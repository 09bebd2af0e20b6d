using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;

namespace Assay.Evidence.Store;

/// <summary>What the steps of a component left.</summary>
/// <param name="Problems">Records that cannot be read.</param>
public sealed record StoredEvidence(ImmutableArray<StoredStep> Steps, ImmutableArray<EvidenceProblem> Problems)
{
    /// <summary>Nothing is stored.</summary>
    public static StoredEvidence None { get; } = new([], []);
}

/// <summary>A step with the files that its record names.</summary>
public sealed record StoredStep(StepRecord Record, ImmutableArray<StoredFile> Files);

/// <summary>A file that a record names.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Digest">As recorded.</param>
/// <param name="Problem">Why it cannot be relied on; null where its bytes are the recorded ones.</param>
public sealed record StoredFile(string Path, string Digest, AssayError? Problem);
