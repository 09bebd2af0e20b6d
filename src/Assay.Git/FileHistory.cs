using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Changes;
using Assay.Core.Errors;

namespace Assay.Git;

/// <summary>Since when a file is as it is, and what came after.</summary>
public static class FileHistory
{
    /// <summary>
    /// Ids of all commits, up to and with this one, that wrote the file, on whatever branch, newest first; a merge where it kept what only one side had is not among them.
    /// </summary>
    /// <param name="path">Relative to the root, forward slashes.</param>
    /// <exception cref="AssayException">ShallowClone: which commits those are cannot be told.</exception>
    public static ImmutableArray<string> Written(this GitRepository repository, string commit, string path)
    {
        if (repository.Place.Shallow)
            throw new AssayException(new AssayError(GitErrors.ShallowClone, $"Since when {path} is as it is cannot be told: the clone is shallow."));
        return Listed(repository, commit, path, "--full-history");
    }

    /// <summary>Ids of the commits, up to and with this one, that brought the file where it was not; none where it is not there now, or the clone is shallow.</summary>
    public static ImmutableArray<string> Brought(this GitRepository repository, string commit, string path) => repository.Place.Shallow || repository.ReadAt(commit, path) is null
        ? []
        : [.. Listed(repository, commit, path, "--full-history").Where(id => repository.Resolve($"{id}^") is not { } parent || repository.ReadAt(parent, path) is null)];

    /// <summary>Everything within the scope that differs between two commits.</summary>
    public static ImmutableArray<ChangedFile> Between(this GitRepository repository, string from, string to) => repository.DiffAsync(repository.Git, from, to).GetAwaiter().GetResult();

    /// <summary>Everything within the scope that differs between a commit and what is judged.</summary>
    public static ImmutableArray<ChangedFile> Since(this GitRepository repository, string commit, ChangeSelection selection) =>
        repository.DiffAsync(selection.Tree.Git, commit, selection.Tree.Treeish).GetAwaiter().GetResult();

    /// <summary>How many commits of the last days before a commit touched each file.</summary>
    public static IReadOnlyDictionary<string, int> Edits(this GitRepository repository, string commit, int days)
    {
        var at = repository.Git.RunAsync("log", "-1", "--format=%ct", commit, "--").GetAwaiter().GetResult().OrThrow().Text.Trim();
        var since = long.Parse(at, CultureInfo.InvariantCulture) - (days * 86_400L);
        var names = repository.Git.RunAsync("log", "--format=", "--name-only", "--no-renames", "-z", $"--since={since.ToString(CultureInfo.InvariantCulture)}", commit, "--").GetAwaiter().GetResult();
        return names.OrThrow().Text.Split('\0', StringSplitOptions.RemoveEmptyEntries).GroupBy(name => name.TrimStart('\n'), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
    }

    private static ImmutableArray<string> Listed(GitRepository repository, string commit, string path, string history) =>
        [.. repository.Git.RunAsync("rev-list", "--topo-order", history, commit, "--", $":(top,literal){path}").GetAwaiter().GetResult().OrThrow().Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
