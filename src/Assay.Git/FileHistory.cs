using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Changes;

namespace Assay.Git;

/// <summary>Since when a file is as it is, and what came after.</summary>
public static class FileHistory
{
    /// <summary>Id of the last commit, up to and with this one, that wrote the file; null where none did.</summary>
    /// <param name="path">Relative to the root, forward slashes.</param>
    public static string? LastWritten(this GitRepository repository, string commit, string path)
    {
        var id = repository.Git.RunAsync("rev-list", "-1", commit, "--", $":(top,literal){path}").GetAwaiter().GetResult().OrThrow().Text.Trim();
        return id.Length == 0 ? null : id;
    }

    /// <summary>Id of the first commit, up to and with this one, that has the file; null where it is not there now.</summary>
    public static string? FirstWritten(this GitRepository repository, string commit, string path)
    {
        if (repository.ReadAt(commit, path) is null) return null;
        var ids = repository.Git.RunAsync("rev-list", commit, "--", $":(top,literal){path}").GetAwaiter().GetResult().OrThrow().Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return ids.LastOrDefault();
    }

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
}
