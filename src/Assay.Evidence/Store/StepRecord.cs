using System.Collections.Immutable;
using Assay.Core.Evidence;

namespace Assay.Evidence.Store;

/// <summary>
/// The provenance of one step of collecting: what ran, over which content, and what it wrote. Kept as <c>record.json</c> beside the files.
/// </summary>
/// <param name="Component">Id of the component.</param>
/// <param name="Step">Name of the step, unique in the component, e.g. <c>dotnet-test</c>.</param>
/// <param name="Subject">Subject digest of the content before the command ran.</param>
/// <param name="Command">The command as it was run, arguments quoted.</param>
/// <param name="Folder">Folder that the command ran in, relative to the repository, empty for the root: relative paths in its reports start there.</param>
/// <param name="ExitCode">Exit code; null where it was stopped.</param>
/// <param name="Probed">The tool was shown, in this run, to find what was planted for it.</param>
/// <param name="Outputs">Files it wrote, relative to the step's folder, with their digests.</param>
/// <param name="Problems">What keeps the outputs from being relied on; they stay true for as long as the record stands.</param>
/// <param name="ToolVersion">Version of Assay that recorded it.</param>
/// <param name="Artifact"><c>sha256:…</c> of the release that the command was run with; null where there was none.</param>
/// <param name="Origin">Ids of the first commits of the repository's history, by which another repository is told apart; null where nobody asked for them.</param>
public sealed record StepRecord(
    string Component, string Step, StepKind Kind, string Subject, string Command, string Folder, int? ExitCode,
    DateTimeOffset StartedAt, DateTimeOffset EndedAt, bool Probed, ImmutableArray<StepOutput> Outputs, ImmutableArray<StepProblem> Problems, string ToolVersion,
    string? Artifact = null, string? Origin = null)
{
    /// <summary>Digest of the whole tree and of the machine's tools and variables, where this run may stand in for a later one only with the same; null where it may for none.</summary>
    public string? Tools { get; init; }

    /// <summary>Absolute path of the clone that stood for the repository, which its reports may name; null where it ran in the repository itself.</summary>
    public string? RanIn { get; init; }
}

/// <summary>A file that a step wrote.</summary>
/// <param name="Path">Relative to the step's folder, forward slashes.</param>
/// <param name="Digest"><c>sha256:…</c> of its bytes.</param>
public sealed record StepOutput(string Path, string Digest);

/// <summary>A problem of a step, by the code of its kind.</summary>
public sealed record StepProblem(string Code, string What, string? NextStep);
