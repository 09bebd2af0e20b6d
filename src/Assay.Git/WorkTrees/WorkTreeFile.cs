using Assay.Core.Changes;

namespace Assay.Git.WorkTrees;

/// <summary>A file that is not what HEAD holds.</summary>
/// <param name="Committed">What HEAD holds; null for a new file.</param>
/// <param name="Now">What lies on disk; null where it is gone.</param>
/// <param name="SubmoduleHead">The commit that is checked out, for a submodule.</param>
internal sealed record WorkTreeFile(string Path, TreeFile? Committed, DiskFile? Now, string? SubmoduleHead = null);
