using Assay.Core.Errors;

namespace Assay.Git.Selecting;

/// <summary>Questions about commits.</summary>
internal static class History
{
    /// <summary>The best common ancestor; null where there is none in what is here. See git-merge-base(1).</summary>
    public static async Task<string?> MergeBaseAsync(GitRepository repository, string one, string other)
    {
        if (one == other)
            return one;
        var answer = await repository.Git.RunAsync("merge-base", one, other).ConfigureAwait(false);
        return answer.ExitCode == 1 && answer.Bytes.Length == 0 ? null : answer.OrThrow().Text.Split('\n')[0];
    }

    /// <summary>The second commit holds the first in its history, and is another.</summary>
    public static async Task<bool> IsLaterAsync(GitRepository repository, string early, string late) =>
        early != late && await MergeBaseAsync(repository, early, late).ConfigureAwait(false) == early;

    public static string Require(GitRepository repository, string revision) => repository.Resolve(revision)
        ?? throw Unreachable(repository, GitErrors.RevisionNotFound, $"{revision} names no commit in {repository.Name}.");

    /// <summary>In a shallow clone the missing history is the likelier reason.</summary>
    public static AssayException Unreachable(GitRepository repository, ErrorKind otherwise, string what) => new(repository.Place.Shallow
        ? new AssayError(GitErrors.ShallowClone, $"{what} The clone is shallow.")
        : new AssayError(otherwise, what));
}
