using Assay.Core.Errors;
using Assay.Git.Processes;
using Assay.Git.Trees;

namespace Assay.Git.WorkTrees;

/// <summary>What cannot be seen cannot be judged, so it ends the command.</summary>
internal static class HiddenFiles
{
    public static void ThrowIfAny(IndexListing index, ScopeFilter scope, Disk disk)
    {
        var errors = index.Skipped.Where(path => scope.Includes(path) && disk.Look(path, FileModes.Plain) is null)
            .Select(path => Hidden(path, $"{path} is marked skip-worktree and is not on disk, so what stands there cannot be judged.",
                $"Run: git sparse-checkout disable, or git update-index --no-skip-worktree -- {path}"))
            .Concat(index.Tracked.Concat(index.Untracked).Where(path => path.Contains('\uFFFD') && scope.Includes(path))
                .Select(path => Hidden(path, $"The name {path} is not UTF-8, so the file cannot be read.", "Rename the file.")))
            .Concat(UntrackedIgnores(index, disk).Where(scope.Includes)
                .Select(path => Hidden(path, $"{path} hides files and is itself neither tracked nor seen by git.", $"Commit {path}, or remove it.")))
            .OrderBy(error => error.File, StringComparer.Ordinal)
            .ToArray();
        if (errors.Length > 0)
            throw new AssayException([.. errors]);
    }

    /// <summary>Head of a repository that lies untracked in this one; its files are out of this repository's sight.</summary>
    public static string HeadOfNested(GitRunner git, string fullPath, string path) =>
        Submodules.HeadOf(git, fullPath) ?? throw new AssayException(Hidden(path,
            $"{path} is a git repository of its own without a commit, so its files are hidden from this one.",
            $"Remove {path}/.git, or ignore the folder in a tracked .gitignore."));

    /// <summary>
    /// An ignore file beside sources that ignores itself would hide whatever it likes without a trace in any commit.
    /// In a folder of which git sees nothing else (caches of tools) it is usual and stays allowed.
    /// </summary>
    private static IEnumerable<string> UntrackedIgnores(IndexListing index, Disk disk) =>
        index.Tracked.Concat(index.Untracked.Where(path => !path.EndsWith('/'))).Select(path => path[..(path.LastIndexOf('/') + 1)]).Distinct(StringComparer.Ordinal)
            .Select(folder => folder + ".gitignore")
            .Where(ignore => !index.Tracked.Contains(ignore) && !index.Untracked.Contains(ignore) && disk.Look(ignore, null) is not null);

    private static AssayError Hidden(string path, string what, string next) => new(GitErrors.HiddenFromGit, what, path, NextStep: next);
}
