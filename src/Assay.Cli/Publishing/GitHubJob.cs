using System.Text.Json;
using Assay.Core.Errors;

namespace Assay.Cli.Publishing;

/// <summary>Where a job of GitHub Actions publishes to, as the variables and the event say that GitHub gives it.</summary>
/// <param name="Api">Address of the REST API, with a slash at the end.</param>
/// <param name="Repository"><c>owner/name</c>.</param>
/// <param name="Head">The commit that check runs belong to: the last one of the pull request or merge group, else the one that was pushed.</param>
/// <param name="PullRequest">Its number; null where the event is of none.</param>
/// <param name="FromFork">Whether the pull request comes from another repository; its token can only read.</param>
/// <param name="Details">The page of this run; null outside of one.</param>
internal sealed record GitHubJob(Uri Api, string Repository, string Token, string Head, int? PullRequest, bool FromFork, string? Details)
{
    private const string PublicApi = "https://api.github.com";

    /// <summary>Events whose token can write, in a run whose content somebody else may have written.</summary>
    private static readonly string[] Untrusted = ["pull_request_target", "workflow_run"];

    /// <exception cref="AssayException">Something is missing, or the event is not one to publish from.</exception>
    public static GitHubJob Of(Func<string, string?> variable)
    {
        var name = variable("GITHUB_EVENT_NAME");
        if (Untrusted.Contains(name)) throw new AssayException(new AssayError(PublishErrors.UntrustedEvent, $"Nothing is published from {name}."));
        var repository = Required(variable, "GITHUB_REPOSITORY");
        if (repository.Split('/') is not [var owner, var project] || !IsName(owner) || !IsName(project)) throw Wrong($"GITHUB_REPOSITORY is \"{repository}\", which is no owner/name.");
        var token = Required(variable, "GITHUB_TOKEN").Trim();
        if (!token.All(c => c is > ' ' and < '\x7f')) throw Wrong("GITHUB_TOKEN holds characters that no token has.");

        var page = variable("GITHUB_SERVER_URL") is { Length: > 0 } server && variable("GITHUB_RUN_ID") is { Length: > 0 } run ? $"{server}/{repository}/actions/runs/{run}" : null;
        var job = new GitHubJob(Address(variable("GITHUB_API_URL")), repository, token, "", null, false, page);
        return variable("GITHUB_EVENT_PATH") is { Length: > 0 } path ? job.At(path, variable) : job with { Head = Commit(Required(variable, "GITHUB_SHA")) };
    }

    private GitHubJob At(string path, Func<string, string?> variable)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var payload = json.RootElement;
            if (payload.TryGetProperty("pull_request", out var pull) && pull.ValueKind == JsonValueKind.Object)
            {
                var head = pull.GetProperty("head");
                var from = head.GetProperty("repo") is { ValueKind: JsonValueKind.Object } known ? known.GetProperty("full_name").GetString() : null;
                return this with
                {
                    Head = Commit(head.GetProperty("sha").GetString()!), PullRequest = pull.GetProperty("number").GetInt32(),
                    FromFork = !Repository.Equals(from, StringComparison.OrdinalIgnoreCase),
                };
            }
            return this with
            {
                Head = Commit(payload.TryGetProperty("merge_group", out var group) ? group.GetProperty("head_sha").GetString()! : Required(variable, "GITHUB_SHA")),
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Wrong("GITHUB_EVENT_PATH names no event that can be read.");
        }
    }

    /// <summary>The token goes with every request, so nothing but https will do, or this machine itself.</summary>
    private static Uri Address(string? text)
    {
        text = string.IsNullOrEmpty(text) ? PublicApi : text;
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) && address.UserInfo.Length == 0
            ? address : throw Wrong("GITHUB_API_URL is no https address.");
    }

    private static string Commit(string? text) =>
        text is { Length: 40 or 64 } && text.All(char.IsAsciiHexDigitLower) ? text : throw Wrong("The event names no commit.");

    private static bool IsName(string text) => text.Length > 0 && text is not ("." or "..") && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static string Required(Func<string, string?> variable, string name) =>
        variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : throw Wrong($"{name} is not set.");

    private static AssayException Wrong(string what) => new(new AssayError(PublishErrors.NotConfigured, what));
}
