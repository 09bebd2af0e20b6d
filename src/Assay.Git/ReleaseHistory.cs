using Assay.Core.Changes;
using Assay.Core.Judging;
using Assay.Git.Selecting;

namespace Assay.Git;

/// <summary>What has piled up since the last release.</summary>
public static class ReleaseHistory
{
    /// <summary>
    /// Files of the scope that differ between the last release tag (<c>v1.2.3</c> or <c>1.2.3</c>) before the change and its head;
    /// without such a tag all files. Null for a state.
    /// </summary>
    public static PiledUp? PiledUp(this GitRepository repository, ChangeSelection selection)
    {
        if (selection.Change is not { Judged: Judged.Change, Base: { } start } change) return null;
        if (ReleaseTags.LastAsync(repository.Git, start).GetAwaiter().GetResult() is not { } tag) return new PiledUp(selection.Head.Files.Length, "the beginning (no release tag)");

        var released = repository.TreeOf($"refs/tags/{tag}").Files.ToDictionary(file => file.Path, file => file.Id);
        var differing = selection.Head.Files.Count(file => released.Remove(file.Path, out var id) ? id != file.Id : true);
        return new PiledUp(differing + released.Count, tag);
    }
}
