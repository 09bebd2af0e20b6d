using Assay.Core.Changes;
using Assay.Core.Judging;
using Assay.Git.Selecting;

namespace Assay.Git;

/// <summary>What has piled up since the last release.</summary>
public static class ReleaseHistory
{
    /// <summary>
    /// Files of the scope that differ between the last release tag (<c>v1.2.3</c> or <c>1.2.3</c>) before the change and its head;
    /// without such a tag all files. Where a baseline was first agreed on after that, since then: it took stock of everything before. Null for a state.
    /// </summary>
    /// <param name="baseline">Path of the baseline.</param>
    public static PiledUp? PiledUp(this GitRepository repository, ChangeSelection selection, string baseline)
    {
        if (selection.Change is not { Judged: Judged.Change, Base: { } start }) return null;
        var since = ReleaseTags.LastAsync(repository.Git, start).GetAwaiter().GetResult() is { } tag
            ? new PiledUp(Differing(repository, selection, $"refs/tags/{tag}"), tag)
            : new PiledUp(selection.Head.Files.Length, "the beginning (no release tag)");
        // Of several that brought it, the one from which most has changed since: a branch could have brought it once more.
        var adopted = repository.Brought(start, baseline).Select(agreed => Differing(repository, selection, agreed)).DefaultIfEmpty(int.MaxValue).Max();
        return adopted < since.Files ? new PiledUp(adopted, $"{baseline} was agreed on") : since;
    }

    private static int Differing(GitRepository repository, ChangeSelection selection, string commit)
    {
        var before = repository.TreeOf(commit).Files.ToDictionary(file => file.Path, file => file.Id);
        return selection.Head.Files.Count(file => !before.Remove(file.Path, out var id) || id != file.Id) + before.Count;
    }
}
