using Assay.Core;
using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Core.Judging;

namespace Assay.Cli.Publishing;

/// <summary>What is published, and under which name.</summary>
/// <param name="Comment">The Markdown of the same run; null for no comment.</param>
/// <param name="Name">Of the roll-up; components follow it. Distinct where several jobs judge one repository.</param>
/// <param name="Author">The account whose comment is replaced.</param>
internal sealed record Publication(JudgedVerdict Verdict, string? Comment, string Name, string Author);

/// <summary>
/// Puts a verdict onto a commit and its pull request. What is red goes first and what is green last, and only after everything else went well: an interrupted publication leaves a check that is
/// missing or red, never one that is green too early.
/// </summary>
internal sealed class GitHubPublisher(GitHubJob job, GitHubApi api, Action<string> say)
{
    /// <exception cref="AssayException">Something could not be published; the rest was tried where it could go well.</exception>
    public async Task PublishAsync(Publication publication, CancellationToken cancellation)
    {
        var verdict = publication.Verdict;
        Refuse(verdict);
        var (rollUp, components) = CheckRun.Of(verdict, publication.Name, publication.Comment);
        var errors = new List<AssayError>();
        if (verdict.Outcome == Outcome.Blocked) await Try(() => Check(rollUp));
        foreach (var component in components) await Try(() => Check(component));
        await Try(() => CommentAsync(publication, cancellation));
        if (verdict.Outcome != Outcome.Blocked && errors.Count == 0) await Try(() => Check(rollUp));
        if (errors.Count > 0) throw new AssayException([.. errors.Distinct()]);

        async Task Check(CheckRun run)
        {
            var made = await api.SendAsync(HttpMethod.Post, $"repos/{job.Repository}/check-runs", json => run.Write(json, verdict, job.Details), $"the check run {run.Name}", cancellation);
            _ = made.GetProperty("id").GetInt64();
            say($"check    {run.Name}: {run.Conclusion}");
        }

        async Task Try(Func<Task> step)
        {
            // Where nobody answers, or all is refused for now, the next request would only wait as long.
            if (errors.Any(error => error.Kind == PublishErrors.Unreachable || error.Kind == PublishErrors.RateLimited)) return;
            try
            {
                await step();
            }
            catch (AssayException failure)
            {
                errors.AddRange(failure.Errors);
            }
            // An answer without a field that GitHub's documents promise.
            catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or FormatException)
            {
                errors.Add(new AssayError(PublishErrors.Rejected, "GitHub's answer lacks a field that it should have."));
            }
        }
    }

    private void Refuse(JudgedVerdict verdict)
    {
        if (verdict.Head != job.Head)
            throw new AssayException(new AssayError(PublishErrors.OtherCommit, $"The verdict is of {Short(verdict.Head)}, and the commit that is published to is {Short(job.Head)}."));
        if (job.PullRequest is { } number && verdict.Judged != Judged.Change)
        {
            throw new AssayException(new AssayError(PublishErrors.VerdictUnusable, $"The verdict is of a {Snake.Case(verdict.Judged)}, and pull request {number} is a change, which is judged by more.",
                NextStep: "Judge it against its target: assay check --base origin/$GITHUB_BASE_REF, in a clone with fetch-depth: 0."));
        }
    }

    private async Task CommentAsync(Publication publication, CancellationToken cancellation)
    {
        if (publication.Comment is not { } text) return;
        if (job.PullRequest is not { } number)
        {
            say("comment  none: the event is of no pull request");
            return;
        }
        var comment = new PullRequestComment(api, job.Repository, number, publication.Name, publication.Author);
        say(await comment.IsCurrentAsync(publication.Verdict.Head, cancellation)
            ? $"comment  {await comment.WriteAsync(text, cancellation)} on pull request {number}"
            : $"comment  left as it is: pull request {number} has a later commit, whose own run writes it");
    }

    private static string Short(string commit) => commit.Length > 12 ? commit[..12] : commit;
}
