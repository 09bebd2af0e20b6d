using System.Text.Json;

namespace Assay.Cli.Publishing;

/// <summary>
/// The one comment on a pull request, found again by a marker that readers do not see. Only a comment that begins with the marker and was written by the same account is replaced: anyone may copy the marker.
/// </summary>
internal sealed class PullRequestComment(GitHubApi api, string repository, int pullRequest, string name, string author)
{
    /// <summary>GitHub takes 65,536 characters of a comment.</summary>
    private const int MostBody = 65_500;

    private const int PageSize = 100;

    /// <summary>Ten thousand comments; more than GitHub lists of one pull request.</summary>
    private const int MostPages = 100;

    private string Marker => $"<!-- assay:verdict {name} -->\n";

    /// <summary>Whether the pull request still ends with this commit. Where it has moved on, its own run says what is to be said.</summary>
    public async Task<bool> IsCurrentAsync(string head, CancellationToken cancellation)
    {
        var pull = await api.SendAsync(HttpMethod.Get, $"repos/{repository}/pulls/{pullRequest}", null, $"pull request {pullRequest}", cancellation);
        return pull.GetProperty("head").GetProperty("sha").GetString() == head;
    }

    /// <summary>Replaces the comment, or writes the first one; says which.</summary>
    public async Task<string> WriteAsync(string text, CancellationToken cancellation)
    {
        var body = Texts.Cut(Marker + text, MostBody);
        var what = $"the comment on pull request {pullRequest}";
        if (await FindAsync(what, cancellation) is { } id)
        {
            var replaced = await api.SendAsync(HttpMethod.Patch, $"repos/{repository}/issues/comments/{id}", json => json.WriteString("body", body), what, cancellation);
            _ = replaced.GetProperty("id").GetInt64();
            return "updated";
        }
        var made = await api.SendAsync(HttpMethod.Post, $"repos/{repository}/issues/{pullRequest}/comments", json => json.WriteString("body", body), what, cancellation);
        _ = made.GetProperty("id").GetInt64();
        return "written";
    }

    private async Task<long?> FindAsync(string what, CancellationToken cancellation)
    {
        for (var page = 1; page <= MostPages; page++)
        {
            var comments = await api.SendAsync(HttpMethod.Get, $"repos/{repository}/issues/{pullRequest}/comments?per_page={PageSize}&page={page}", null, what, cancellation);
            foreach (var comment in comments.EnumerateArray())
                if (IsOurs(comment)) return comment.GetProperty("id").GetInt64();
            if (comments.GetArrayLength() < PageSize) return null;
        }
        return null;
    }

    /// <summary>GitHub may give line ends back as it got them, or as CRLF.</summary>
    private bool IsOurs(JsonElement comment) =>
        comment.GetProperty("body").GetString() is { } body && body.StartsWith(Marker.TrimEnd('\n'), StringComparison.Ordinal)
        && comment.GetProperty("user") is { ValueKind: JsonValueKind.Object } user && author.Equals(user.GetProperty("login").GetString(), StringComparison.OrdinalIgnoreCase);
}
