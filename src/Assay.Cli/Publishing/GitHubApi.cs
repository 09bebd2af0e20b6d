using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Assay.Core.Errors;

namespace Assay.Cli.Publishing;

/// <summary>
/// GitHub's REST API, as far as publishing needs it. Every request has a time limit. What may be repeated without doing it twice is repeated: reading and replacing always, creating only where the
/// request was surely not carried out. The token is in no message, whatever the server answers.
/// </summary>
internal sealed class GitHubApi : IDisposable
{
    private const string MediaType = "application/vnd.github+json";

    /// <summary>The version of the API that this speaks.</summary>
    private const string ApiVersion = "2022-11-28";

    private const int Attempts = 3;

    /// <summary>A hundred comments of the longest kind fit.</summary>
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>Waits no longer than this for a rate limit.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http;
    private readonly string _token;
    private readonly TimeProvider _time;

    public GitHubApi(GitHubJob job, TimeProvider time, TimeSpan timeout)
    {
        // A redirect would turn what is created into something read, or carry it elsewhere.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = job.Api, Timeout = timeout, MaxResponseContentBufferSize = MostBytes };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", job.Token);
        _http.DefaultRequestHeaders.Accept.ParseAdd(MediaType);
        _http.DefaultRequestHeaders.UserAgent.ParseAdd($"assay/{Surroundings.Version}");
        _http.DefaultRequestHeaders.Add("X-GitHub-Api-Version", ApiVersion);
        (_token, _time) = (job.Token, time);
    }

    /// <summary>Sends one request and reads its answer.</summary>
    /// <param name="what">What it is for, as messages say it: <c>the check run assay</c>.</param>
    /// <exception cref="AssayException">It was not done; says why.</exception>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, Action<Utf8JsonWriter>? body, string what, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var last = attempt == Attempts;
            try
            {
                using var request = new HttpRequestMessage(method, path);
                if (body is not null) request.Content = Content(body);
                using var response = await _http.SendAsync(request, cancellation);
                var text = await response.Content.ReadAsStringAsync(cancellation);
                if (response.IsSuccessStatusCode) return Parsed(text, what);
                if (last || Wait(response, method, attempt) is not { } wait) throw new AssayException(GitHubAnswers.Error(response, Redacted(text), what, _time.GetUtcNow()));
                await Task.Delay(wait, _time, cancellation);
            }
            catch (HttpRequestException failure)
            {
                var unsent = failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;
                if (last || (method == HttpMethod.Post && !unsent)) throw Unreachable(what, Redacted(failure.Message));
                await Task.Delay(TimeSpan.FromSeconds(attempt), _time, cancellation);
            }
            // HttpClient's own time limit, not the user.
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                if (last || method == HttpMethod.Post) throw Unreachable(what, $"no answer in {_http.Timeout.TotalSeconds:0.#} s");
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private static ByteArrayContent Content(Action<Utf8JsonWriter> body)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }
        return new ByteArrayContent(bytes.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } } };
    }

    private static JsonElement Parsed(string text, string what)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new AssayException(new AssayError(PublishErrors.Rejected, $"The answer to {what} is no JSON."));
        }
    }

    /// <summary>How long to wait before it is sent again; null where it is not.</summary>
    private static TimeSpan? Wait(HttpResponseMessage response, HttpMethod method, int attempt)
    {
        // A request over the limit was not carried out, so that even a creating one may be repeated.
        if (GitHubAnswers.IsLimit(response)) return response.Headers.RetryAfter?.Delta is { } asked && asked <= LongestWait ? asked : null;
        return response.StatusCode >= HttpStatusCode.InternalServerError && method != HttpMethod.Post ? TimeSpan.FromSeconds(attempt) : null;
    }

    private string Redacted(string text) => text.Replace(_token, "***", StringComparison.Ordinal);

    private static AssayException Unreachable(string what, string why) => new(new AssayError(PublishErrors.Unreachable, $"{Capital(what)} was not published: {why}."));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
