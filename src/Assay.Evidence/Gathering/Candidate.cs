using Assay.Core.Evidence;
using Assay.Evidence.Store;

namespace Assay.Evidence.Gathering;

/// <summary>A file to read, with what is known of where it comes from.</summary>
/// <param name="Path">Relative to the repository where it lies in it, with forward slashes; otherwise absolute.</param>
/// <param name="Record">The step that wrote it; null where it is only asserted.</param>
/// <param name="Digest">As recorded; null without a record.</param>
internal sealed record Candidate(string FullPath, string Path, Trust Trust, StepRecord? Record = null, string? Digest = null)
{
    internal EvidenceItem Item(EvidenceContent content, string component) => new(
        Path, content.Format!, content.Version, content.Digest, component, Trust, Record?.Subject,
        Record is null ? content.Producer : content.Producer is null ? Record.Command : $"{content.Producer} ({Record.Command})",
        Record?.EndedAt.ToUniversalTime(), Record?.Probed ?? false, Record?.Folder, Record?.Kind, Record?.Artifact)
    {
        StartedAt = Record?.StartedAt.ToUniversalTime(),
        Origin = Record?.Origin,
        RanIn = Record?.RanIn,
    };

    /// <summary>Whether git tracks the file, or the one that it links to.</summary>
    internal bool IsTracked(EvidenceRequest request) =>
        request.Tracked.Contains(Path)
        || (RealPath.Of(FullPath) is { } real && RealPath.Of(request.RepositoryRoot) is { } root && request.Tracked.Contains(Shown(root, real)));

    /// <summary>The path as it is shown and compared with what git tracks.</summary>
    internal static string Shown(string root, string full) =>
        RealPath.IsBelow(full, root) ? System.IO.Path.GetRelativePath(root, full).Replace('\\', '/') : full;
}
