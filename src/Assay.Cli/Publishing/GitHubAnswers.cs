using System.Globalization;
using System.Net;
using System.Text.Json;
using Assay.Core.Errors;

namespace Assay.Cli.Publishing;

/// <summary>What GitHub's refusals mean, and the next step for each.</summary>
internal static class GitHubAnswers
{
    private const int LongestMessage = 300;

    /// <summary>Both rate limits answer 403 or 429; only headers tell them from a missing permission.</summary>
    public static bool IsLimit(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.TooManyRequests
        || (response.StatusCode == HttpStatusCode.Forbidden && (response.Headers.RetryAfter is not null || Header(response, "x-ratelimit-remaining") == "0"));

    public static AssayError Error(HttpResponseMessage response, string body, string what, DateTimeOffset now)
    {
        var (code, said) = ((int)response.StatusCode, Message(body));
        var text = $"GitHub answered {code} to {what}{(said.Length == 0 ? "" : $": {said}")}.";
        if (IsLimit(response)) return new AssayError(PublishErrors.RateLimited, text, NextStep: $"Run the job again {Until(response, now)}.");
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new(PublishErrors.Refused, text, NextStep: "Give GITHUB_TOKEN a token that is valid: ${{ github.token }}."),
            HttpStatusCode.Forbidden => new(PublishErrors.Refused, text, NextStep: Permission(what)),
            HttpStatusCode.NotFound => new(PublishErrors.NotThere, text),
            HttpStatusCode.MovedPermanently or HttpStatusCode.Redirect or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect =>
                new(PublishErrors.NotThere, text, NextStep: "The repository was renamed or moved; run the job again under its new name."),
            >= HttpStatusCode.InternalServerError => new(PublishErrors.Unreachable, text),
            _ => new(PublishErrors.Rejected, text),
        };
    }

    private static string Permission(string what) => what.Contains("check run", StringComparison.Ordinal)
        ? "Give the job permissions: checks: write."
        : "Give the job permissions: pull-requests: write.";

    private static string Until(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.Headers.RetryAfter?.Delta is { } wait) return string.Create(CultureInfo.InvariantCulture, $"in {wait.TotalSeconds:0} s");
        return long.TryParse(Header(response, "x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset) && reset is > 0 and < 253402300799
            ? string.Create(CultureInfo.InvariantCulture, $"after {DateTimeOffset.FromUnixTimeSeconds(reset):u} (in {Math.Max(0, (DateTimeOffset.FromUnixTimeSeconds(reset) - now).TotalMinutes):0} min)")
            : "later";
    }

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>The server's own words, on one line and not long: they may come from a proxy, and are shown in a log.</summary>
    private static string Message(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var text = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("message", out var message) ? message.GetString() ?? "" : "";
            text = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).TrimEnd('.', ' ');
            return text.Length <= LongestMessage ? text : text[..LongestMessage] + "…";
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return "";
        }
    }
}
