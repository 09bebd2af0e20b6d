using System.Collections.Immutable;
using Assay.Evidence.Store;

namespace Assay.Evidence.Gathering;

/// <summary>Where the evidence of one component is to be taken from.</summary>
/// <param name="RepositoryRoot">Absolute path of the work tree.</param>
/// <param name="Component">Id of the component.</param>
/// <param name="Stored">What the store holds of it.</param>
/// <param name="StepsOfThisRun">Names of the steps that were run in this run; what they left counts as collected.</param>
/// <param name="Paths">Files, folders and patterns, relative to the repository or absolute.</param>
/// <param name="Tracked">Paths that git tracks, relative to the repository.</param>
public sealed record EvidenceRequest(
    string RepositoryRoot, string Component, StoredEvidence Stored, IReadOnlySet<string> StepsOfThisRun, ImmutableArray<string> Paths, IReadOnlySet<string> Tracked);
