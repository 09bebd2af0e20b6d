using Assay.Core.Errors;
using Assay.Git.Objects;
using Assay.Git.Processes;

namespace Assay.Git;

/// <summary>Asks git where a repository is, and refuses one whose work tree is redirected.</summary>
internal static class RepositoryOpening
{
    public static string ExistingFolder(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            return full;
        var what = File.Exists(full) ? $"{path} is a file; a folder is judged." : $"{path} does not exist.";
        throw new AssayException(new AssayError(UsageErrors.PathNotFound, what));
    }

    public static RepositoryPlace Find(GitRunner git, string folder)
    {
        var answer = git.RunAsync("rev-parse", "--is-bare-repository", "--is-inside-work-tree", "--is-shallow-repository", "--show-object-format",
            "--absolute-git-dir", "--git-path", "objects", "--show-prefix", "--show-toplevel", "HEAD^{commit}").GetAwaiter().GetResult();
        var lines = answer.Text.Split('\n', StringSplitOptions.TrimEntries);
        if (lines.Length < 7)
            throw NotARepository(folder, answer);
        var format = lines[3] == "sha256" ? ObjectFormat.Sha256 : ObjectFormat.Sha1;
        var gitFolder = Path.GetFullPath(lines[4]);
        if (lines[1] != "true" || lines.Length < 9)
            throw lines[0] == "true" || gitFolder == folder || folder.StartsWith(gitFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                ? NotARepository(folder, answer)
                : Redirected(folder, "the work tree of its repository");
        var root = Path.GetFullPath(lines[7]);
        if (!GitLink.LeadsTo(root, gitFolder))
            throw Redirected(folder, root);
        if (!format.IsId(lines[8]))
            throw new AssayException(new AssayError(GitErrors.NoCommit, $"{root} has no commit yet."));
        return new(root, lines[6].TrimEnd('/'), gitFolder, Path.GetFullPath(lines[5], folder), format, lines[2] == "true", lines[8]);
    }

    private static AssayException NotARepository(string folder, GitOutput answer) => new(new AssayError(GitErrors.NotARepository,
        answer.Error.Contains("not a git repository", StringComparison.Ordinal) || answer.ExitCode == 0
            ? $"{folder} is not in the work tree of a git repository."
            : $"{folder} is not in the work tree of a git repository: {answer.Error.Trim().Split('\n')[0]}"));

    private static AssayException Redirected(string folder, string root) => new(new AssayError(GitErrors.HiddenFromGit,
        $"The repository of {folder} has its work tree redirected to {root}, so git would look at other files than those here.",
        NextStep: "Run: git config --unset core.worktree"));
}
