using Assay.Git.Objects;
using Assay.Git.Trees;

namespace Assay.Git;

/// <summary>What git said about a repository when it was opened.</summary>
/// <param name="Head">Commit id of HEAD.</param>
internal sealed record RepositoryPlace(
    string Root, string Scope, string GitFolder, string ObjectsFolder, ObjectFormat Format, bool Shallow, string Head)
{
    public ScopeFilter Filter { get; } = new(Scope);

    /// <summary>What the linked work trees of a repository share (gitrepository-layout(5), "commondir"); <see cref="GitFolder"/> where there are none.</summary>
    public string CommonFolder => Path.GetDirectoryName(ObjectsFolder)!;
}
