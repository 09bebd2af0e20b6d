using Assay.Cli.Publishing;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Tests.Output;
using Assay.Tests.Support;

namespace Assay.Tests.Cli.Publishing;

/// <summary>Publishes verdicts to a server on this machine, and keeps what was said.</summary>
internal sealed class Published : IDisposable
{
    public const string Head = "4f7a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f70";

    public FakeGitHub GitHub { get; } = new(Head);

    public List<string> Said { get; } = [];

    /// <summary>Short where a test waits for it.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The verdict as its file would be read.</summary>
    public static JudgedVerdict Read(Verdict verdict, Func<string, string>? edit = null)
    {
        var file = Path.GetTempFileName();
        try
        {
            var text = VerdictFormatsTests.Write(verdict, "json");
            File.WriteAllText(file, edit is null ? text : edit(text));
            return VerdictFile.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public GitHubJob Job(int? pullRequest = FakeGitHub.PullRequest) =>
        new(new Uri(GitHub.Address + "/"), FakeGitHub.Repository, FakeGitHub.Token, Head, pullRequest, false, "https://github.example/run");

    public Task PublishAsync(Verdict verdict, string? comment = "## the comment\n") => PublishAsync(Read(verdict), comment);

    public async Task PublishAsync(JudgedVerdict verdict, string? comment = "## the comment\n", GitHubJob? job = null)
    {
        job ??= Job();
        using var api = new GitHubApi(job, TimeProvider.System, Timeout);
        await new GitHubPublisher(job, api, Said.Add).PublishAsync(new Publication(verdict, comment, "assay", "github-actions[bot]"), TestContext.Current.CancellationToken);
    }

    /// <summary>The errors of a publication that fails; none of them holds the token.</summary>
    public async Task<AssayError[]> FailAsync(Verdict verdict, string? comment = "## the comment\n", GitHubJob? job = null)
    {
        var failure = await Assert.ThrowsAsync<AssayException>(() => PublishAsync(Read(verdict), comment, job));
        Assert.All(failure.Errors, error => Assert.DoesNotContain(FakeGitHub.Token, error.What + error.Step));
        Assert.All(Said, line => Assert.DoesNotContain(FakeGitHub.Token, line));
        return [.. failure.Errors];
    }

    public void Dispose() => GitHub.Dispose();
}
