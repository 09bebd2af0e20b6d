using Assay.Git.Processes;

namespace Assay.Git.Selecting;

/// <summary>Release tags: <c>v1.2.3</c> or <c>1.2.3</c>.</summary>
internal static class ReleaseTags
{
    /// <summary>The last release tag at the commit or before it; null without one.</summary>
    public static async Task<string?> LastAsync(GitRunner git, string commit)
    {
        var described = await git.RunAsync("describe", "--tags", "--abbrev=0", "--match", "v[0-9]*", "--match", "[0-9]*", commit).ConfigureAwait(false);
        return described.ExitCode == 0 && described.Text.Trim() is { Length: > 0 } tag ? tag : null;
    }
}
