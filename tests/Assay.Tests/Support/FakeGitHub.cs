using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Assay.Tests.Support;

/// <summary>A request as it arrived.</summary>
internal sealed record GitHubRequest(string Method, string Path, string Query, string? Authorization, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}

/// <summary>A comment on the pull request.</summary>
internal sealed record GitHubComment(long Id, string Login, string Body);

/// <summary>How a request is answered instead of being carried out.</summary>
internal sealed record GitHubAnswer(int Status, string Body = "{}", params (string Name, string Value)[] Headers);

/// <summary>As much of GitHub's REST API as publishing uses, served over real HTTP on this machine, with its pages, its permissions and its faults.</summary>
internal sealed class FakeGitHub : IDisposable
{
    public const string Repository = "shop/payments";
    public const string Token = "ghs_0123456789abcdefTHISISSECRET";
    public const int PullRequest = 12;

    private readonly HttpListener _listener;
    private readonly Lock _lock = new();
    private readonly ManualResetEventSlim _ended = new();

    public FakeGitHub(string head)
    {
        Head = head;
        (_listener, Address) = Start();
        _ = ServeAsync();
    }

    /// <summary>What GITHUB_API_URL has to be.</summary>
    public string Address { get; }

    /// <summary>The last commit of the pull request.</summary>
    public string Head { get; set; }

    public List<GitHubRequest> Requests { get; } = [];

    public List<GitHubComment> Comments { get; } = [];

    public List<JsonNode> CheckRuns { get; } = [];

    /// <summary>Looked at first; null lets the request through. Called with the number of the request, from 1.</summary>
    public Func<GitHubRequest, int, GitHubAnswer?> Fault { get; set; } = (_, _) => null;

    /// <summary>Requests to this path get no answer at all.</summary>
    public string? Silent { get; set; }

    public string[] CheckNames => [.. CheckRuns.Select(run => (string)run["name"]!)];

    public string Conclusion(string name) => (string)CheckRuns.Last(run => (string)run["name"]! == name)["conclusion"]!;

    public void Dispose()
    {
        _ended.Set();
        _listener.Close();
        _ended.Dispose();
    }

    private static (HttpListener, string) Start()
    {
        for (var attempt = 0; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            var listener = new HttpListener { Prefixes = { string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/") } };
            try
            {
                listener.Start();
                return (listener, listener.Prefixes.Single().TrimEnd('/'));
            }
            // Somebody took the port in between.
            catch (HttpListenerException) when (attempt < 10)
            {
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
            if (Silent is not null && context.Request.Url!.AbsolutePath.EndsWith(Silent, StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var request = new GitHubRequest(context.Request.HttpMethod, context.Request.Url!.AbsolutePath, context.Request.Url.Query, context.Request.Headers["Authorization"], await reader.ReadToEndAsync());
            GitHubAnswer answer;
            lock (_lock)
            {
                Requests.Add(request);
                answer = Fault(request, Requests.Count) ?? Answer(request);
            }
            try
            {
                context.Response.StatusCode = answer.Status;
                foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
                var bytes = Encoding.UTF8.GetBytes(answer.Body);
                context.Response.ContentType = "application/json; charset=utf-8";
                await context.Response.OutputStream.WriteAsync(bytes);
                context.Response.Close();
            }
            // The other side has gone.
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
            }
        }
    }

    private GitHubAnswer Answer(GitHubRequest request)
    {
        if (request.Authorization != $"Bearer {Token}") return new(401, """{"message":"Bad credentials"}""");
        const string root = $"/repos/{Repository}";
        return (request.Method, request.Path) switch
        {
            ("GET", $"{root}/pulls/12") => new(200, new JsonObject { ["head"] = new JsonObject { ["sha"] = Head } }.ToJsonString()),
            ("GET", $"{root}/issues/12/comments") => Page(request.Query),
            ("POST", $"{root}/issues/12/comments") => Added(new GitHubComment(1000 + Comments.Count, "github-actions[bot]", (string)request.Json["body"]!)),
            ("POST", $"{root}/check-runs") => Checked(request.Json),
            ("PATCH", var path) when path.StartsWith($"{root}/issues/comments/", StringComparison.Ordinal) => Replaced(long.Parse(path[(path.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture), (string)request.Json["body"]!),
            _ => new(404, """{"message":"Not Found"}"""),
        };
    }

    private GitHubAnswer Page(string query)
    {
        var values = query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture));
        var page = Comments.Skip((values["page"] - 1) * values["per_page"]).Take(values["per_page"]);
        return new(200, new JsonArray([.. page.Select(comment => new JsonObject { ["id"] = comment.Id, ["body"] = comment.Body, ["user"] = new JsonObject { ["login"] = comment.Login } })]).ToJsonString());
    }

    private GitHubAnswer Added(GitHubComment comment)
    {
        if (comment.Body.Length > 65536) return new(422, """{"message":"Validation Failed: body is too long (maximum is 65536 characters)"}""");
        Comments.Add(comment);
        return new(201, $$"""{"id":{{comment.Id}}}""");
    }

    private GitHubAnswer Replaced(long id, string body)
    {
        var at = Comments.FindIndex(comment => comment.Id == id);
        if (at < 0) return new(404, """{"message":"Not Found"}""");
        Comments[at] = Comments[at] with { Body = body };
        return new(200, $$"""{"id":{{id}}}""");
    }

    private GitHubAnswer Checked(JsonNode run)
    {
        if ((string)run["head_sha"]! is not { Length: 40 } || ((string)run["output"]!["summary"]!).Length > 65535) return new(422, """{"message":"Invalid request"}""");
        CheckRuns.Add(run);
        return new(201, """{"id":1}""");
    }
}
