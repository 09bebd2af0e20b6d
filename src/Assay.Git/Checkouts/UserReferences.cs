using System.Text;

namespace Assay.Git.Checkouts;

/// <summary>
/// Branches, tags and remotes as the user has them, for tools that compute a version or a link from them. A copy: whatever is done to it stays in the clone.
/// </summary>
internal static class UserReferences
{
    /// <summary>The user's work in progress, and objects in place of others: neither belongs to what a tree is.</summary>
    private static readonly string[] LeftOut = ["refs/stash", "refs/replace/", "refs/bisect/", "refs/worktree/", "refs/rewritten/", "refs/original/"];

    public static async Task CopyAsync(GitRepository repository, CloneState state)
    {
        var listing = (await repository.Git.RunAsync("for-each-ref", "--format=%(objectname) %(refname) %(symref)").ConfigureAwait(false)).OrThrow().Text;
        var direct = listing.Split('\n').Select(line => line.Split(' ')).Where(parts => parts is [_, var name, ""] && !LeftOut.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
        await File.WriteAllTextAsync(state.References, string.Concat(direct.Select(parts => $"{parts[0]} {parts[1]}\n"))).ConfigureAwait(false);
        await CopyRemotesAsync(repository, state).ConfigureAwait(false);
        var shallow = Path.Combine(repository.Place.CommonFolder, "shallow");
        if (File.Exists(shallow)) File.Copy(shallow, state.Shallow);
    }

    private static async Task CopyRemotesAsync(GitRepository repository, CloneState state)
    {
        var remotes = await repository.Git.RunAsync("config", "--local", "-z", "--get-regexp", @"^remote\..*\.url$").ConfigureAwait(false);
        var config = new StringBuilder();
        foreach (var entry in remotes.Text.Split('\0').Select(entry => entry.Split('\n', 2)).Where(entry => entry.Length == 2))
        {
            var name = entry[0]["remote.".Length..^".url".Length];
            config.Append($"[remote {Quote(name)}]\n\turl = {Quote(WithoutCredentials(entry[1]))}\n");
        }
        await File.AppendAllTextAsync(state.Config, config.ToString()).ConfigureAwait(false);
    }

    private static string WithoutCredentials(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { UserInfo.Length: > 0, Scheme: "http" or "https" }
            ? new UriBuilder(uri) { UserName = "", Password = "" }.Uri.AbsoluteUri
            : address;

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")}\"";
}
