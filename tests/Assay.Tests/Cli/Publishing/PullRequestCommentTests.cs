using Assay.Tests.Output;
using Assay.Tests.Support;

namespace Assay.Tests.Cli.Publishing;

/// <summary>One comment, found again and replaced; those of others are never touched.</summary>
public sealed class PullRequestCommentTests : IDisposable
{
    private const string Marker = "<!-- assay:verdict assay -->";

    private readonly Published _published = new();

    private FakeGitHub GitHub => _published.GitHub;

    /// <summary>Catches a pull request that fills with comments.</summary>
    [Fact]
    public async Task The_second_run_replaces_what_the_first_wrote()
    {
        await _published.PublishAsync(Verdicts.Blocked(), "## BLOCKED\n");
        await _published.PublishAsync(Verdicts.Pass(), "## PASS ☃\n");
        Assert.Equal($"{Marker}\n## PASS ☃\n", Assert.Single(GitHub.Comments).Body);
    }

    /// <summary>Catches the comment that is not found because a hundred others came before it.</summary>
    [Fact]
    public async Task It_is_found_behind_a_hundred_others()
    {
        GitHub.Comments.AddRange(Enumerable.Range(1, 250).Select(i => new GitHubComment(i, "somebody", "a word")));
        GitHub.Comments.Insert(230, new GitHubComment(5000, "github-actions[bot]", $"{Marker}\r\nold"));
        await _published.PublishAsync(Verdicts.Pass());
        Assert.Equal(251, GitHub.Comments.Count);
        Assert.Contains("the comment", GitHub.Comments.Single(comment => comment.Id == 5000).Body);
    }

    /// <summary>Catches somebody's comment overwritten because it quotes or copies the marker.</summary>
    [Fact]
    public async Task A_copied_or_quoted_marker_is_left_alone()
    {
        GitHubComment[] others = [new(1, "somebody", $"{Marker}\nPASS, honestly"), new(2, "github-actions[bot]", $"> {Marker}"), new(3, "github-actions[bot]", "<!-- assay:verdict assay services -->\nanother job's")];
        GitHub.Comments.AddRange(others);
        await _published.PublishAsync(Verdicts.Pass());
        Assert.Equal(others, GitHub.Comments[..3]);
        Assert.Equal(4, GitHub.Comments.Count);
    }

    /// <summary>Catches a late run of an old commit that overwrites what is said of the newest.</summary>
    [Fact]
    public async Task A_run_of_an_older_commit_leaves_the_comment_to_the_newer_one()
    {
        GitHub.Head = new string('c', 40);
        await _published.PublishAsync(Verdicts.Pass());
        Assert.Empty(GitHub.Comments);
        Assert.Equal(2, GitHub.CheckRuns.Count);
        Assert.Contains(_published.Said, line => line.Contains("later commit", StringComparison.Ordinal));
    }

    /// <summary>Catches a comment that GitHub refuses for its length.</summary>
    [Fact]
    public async Task A_comment_longer_than_github_takes_is_cut_at_a_line_and_says_so()
    {
        await _published.PublishAsync(Verdicts.Pass(), string.Concat(Enumerable.Repeat("a line of the summary 😀\n", 4000)));
        var body = Assert.Single(GitHub.Comments).Body;
        Assert.InRange(body.Length, 60_000, 65_536);
        Assert.EndsWith("a line of the summary 😀\n\n… and more: the summary of the job has all of it.\n", body);
    }

    /// <summary>Catches a push that looks for a pull request.</summary>
    [Fact]
    public async Task Without_a_pull_request_there_are_checks_and_no_comment()
    {
        await _published.PublishAsync(Published.Read(Verdicts.Pass()), job: _published.Job(null));
        Assert.All(GitHub.Requests, request => Assert.EndsWith("/check-runs", request.Path));
    }

    public void Dispose() => _published.Dispose();
}
