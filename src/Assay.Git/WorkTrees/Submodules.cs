using Assay.Git.Processes;

namespace Assay.Git.WorkTrees;

/// <summary>A submodule is compared by the commit that is checked out in it.</summary>
internal static class Submodules
{
    /// <summary>Null where the submodule is not checked out: git then keeps what HEAD holds.</summary>
    public static string? CheckedOut(GitRunner git, string fullPath) =>
        Path.Exists(Path.Combine(fullPath, ".git")) ? HeadOf(git, fullPath) : null;

    public static string? HeadOf(GitRunner git, string fullPath)
    {
        var answer = git.In(fullPath).RunAsync("rev-parse", "--verify", "--quiet", "HEAD^{commit}").GetAwaiter().GetResult();
        return answer.ExitCode == 0 ? answer.Text.Trim() : null;
    }
}
