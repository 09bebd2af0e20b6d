using Assay.Cli.Publishing;
using Assay.Core.Errors;

namespace Assay.Tests.Cli.Publishing;

/// <summary>Repository, commit and pull request come from what GitHub Actions sets, and from nowhere else.</summary>
public sealed class GitHubJobTests : IDisposable
{
    private static readonly string Head = new('a', 40);
    private static readonly string Merge = new('b', 40);

    private readonly string _event = Path.GetTempFileName();
    private readonly Dictionary<string, string> _variables;

    public GitHubJobTests() => _variables = new()
    {
        ["GITHUB_TOKEN"] = "ghs_x", ["GITHUB_REPOSITORY"] = "shop/payments", ["GITHUB_SHA"] = Merge, ["GITHUB_EVENT_NAME"] = "pull_request",
        ["GITHUB_API_URL"] = "https://github.example/api/v3", ["GITHUB_EVENT_PATH"] = _event, ["GITHUB_SERVER_URL"] = "https://github.example", ["GITHUB_RUN_ID"] = "7",
    };

    /// <summary>Catches check runs that belong to the merge commit that GitHub makes, where no pull request shows them.</summary>
    [Fact]
    public void A_pull_requests_checks_belong_to_its_own_last_commit()
    {
        var job = Of($$$"""{"pull_request":{"number":12,"head":{"sha":"{{{Head}}}","repo":{"full_name":"shop/payments"} } } }""");
        Assert.Equal((Head, 12, false, "https://github.example/api/v3/", "https://github.example/shop/payments/actions/runs/7"), (job.Head, job.PullRequest!.Value, job.FromFork, job.Api.AbsoluteUri, job.Details));
    }

    /// <summary>Catches the fork whose repository has another name, or is gone.</summary>
    [Theory]
    [InlineData("{\"full_name\":\"somebody/payments\"}")]
    [InlineData("null")]
    public void A_pull_request_from_elsewhere_is_known_as_such(string repository) =>
        Assert.True(Of($$$"""{"pull_request":{"number":12,"head":{"sha":"{{{Head}}}","repo": {{{repository}}} } } }""").FromFork);

    /// <summary>Catches a merge group that is published to the wrong commit.</summary>
    [Fact]
    public void A_merge_groups_checks_belong_to_the_commit_of_the_group() =>
        Assert.Equal((Head, (int?)null), (Of($$$"""{"merge_group":{"head_sha":"{{{Head}}}"}}""").Head, Of($$$"""{"merge_group":{"head_sha":"{{{Head}}}"}}""").PullRequest));

    /// <summary>Catches a push without a commit.</summary>
    [Fact]
    public void A_push_is_published_to_the_commit_that_was_pushed()
    {
        Assert.Equal(Merge, Of("{}").Head);
        _variables.Remove("GITHUB_EVENT_PATH");
        Assert.Equal(Merge, GitHubJob.Of(_variables.GetValueOrDefault).Head);
    }

    /// <summary>Catches a verdict that a stranger's code wrote and a token that can write signs.</summary>
    [Theory]
    [InlineData("pull_request_target")]
    [InlineData("workflow_run")]
    public void Events_that_hold_rights_while_the_change_runs_are_refused(string name)
    {
        _variables["GITHUB_EVENT_NAME"] = name;
        Assert.Equal(PublishErrors.UntrustedEvent, Refusal("{}").Kind);
    }

    /// <summary>Catches a token sent over plain text, to a stranger in the address, or with a header of its own.</summary>
    [Theory]
    [InlineData("GITHUB_API_URL", "http://github.example")]
    [InlineData("GITHUB_API_URL", "https://token@github.example")]
    [InlineData("GITHUB_API_URL", "github.example")]
    [InlineData("GITHUB_API_URL", "file:///etc")]
    [InlineData("GITHUB_REPOSITORY", "shop")]
    [InlineData("GITHUB_REPOSITORY", "shop/../admin")]
    [InlineData("GITHUB_REPOSITORY", "shop/..")]
    [InlineData("GITHUB_REPOSITORY", "shop/a?b")]
    [InlineData("GITHUB_TOKEN", "")]
    [InlineData("GITHUB_TOKEN", "a\nX-Other: b")]
    [InlineData("GITHUB_SHA", "main")]
    [InlineData("GITHUB_EVENT_PATH", "/there/is/no/event.json")]
    public void What_is_missing_or_odd_is_refused_and_the_token_is_not_shown(string name, string value)
    {
        _variables[name] = value;
        var error = Refusal("{}");
        Assert.Equal(PublishErrors.NotConfigured, error.Kind);
        Assert.DoesNotContain("ghs_x", error.What);
        Assert.DoesNotContain("X-Other", error.What);
    }

    /// <summary>Catches an event that is cut off, or no event at all.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"pull_request\":{}}")]
    [InlineData("{\"pull_request\":{\"number\":\"12\",\"head\":{\"sha\":\"main\"}}}")]
    [InlineData("{\"merge_group\":{}}")]
    public void An_event_that_cannot_be_read_is_refused(string payload) => Assert.Equal(PublishErrors.NotConfigured, Refusal(payload).Kind);

    public void Dispose() => File.Delete(_event);

    private GitHubJob Of(string payload)
    {
        File.WriteAllText(_event, payload);
        return GitHubJob.Of(_variables.GetValueOrDefault);
    }

    private AssayError Refusal(string payload) => Assert.Single(Assert.Throws<AssayException>(() => Of(payload)).Errors);
}
