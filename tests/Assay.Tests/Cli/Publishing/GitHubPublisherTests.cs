using Assay.Core.Errors;
using Assay.Tests.Output;
using Assay.Tests.Support;

namespace Assay.Tests.Cli.Publishing;

/// <summary>Whatever goes wrong, no commit is green that was not passed, and the error says what to do.</summary>
public sealed class GitHubPublisherTests
{
    private static bool IsCheck(GitHubRequest request) => request.Path.EndsWith("/check-runs", StringComparison.Ordinal);

    /// <summary>Catches a verdict put onto a commit that nobody judged.</summary>
    [Fact]
    public async Task A_verdict_of_another_commit_is_refused_before_anything_is_sent()
    {
        using var published = new Published();
        var error = Assert.Single(await published.FailAsync(Verdicts.Pass(), job: published.Job() with { Head = new string('d', 40) }));
        Assert.Equal(PublishErrors.OtherCommit, error.Kind);
        Assert.Contains("4f7a0b1c2d3e", error.What);
        Assert.Empty(published.GitHub.Requests);
    }

    /// <summary>Catches a clone in which the pull request looked like the default branch, so that nothing about the change was judged.</summary>
    [Fact]
    public async Task A_verdict_of_a_state_is_not_one_of_a_pull_request()
    {
        using var published = new Published();
        var state = Verdicts.State();
        state = state with { Change = state.Change with { Dirty = false } };
        Assert.Equal(PublishErrors.VerdictUnusable, Assert.Single(await published.FailAsync(state)).Kind);
        Assert.Empty(published.GitHub.Requests);
        await published.PublishAsync(Published.Read(state), job: published.Job(null));
        Assert.Contains("assay", published.GitHub.CheckNames);
    }

    /// <summary>Catches a roll-up that is green although the rest could not be published, and one from before that stays green.</summary>
    [Fact]
    public async Task Red_goes_first_and_green_last()
    {
        using var published = new Published();
        await published.PublishAsync(Verdicts.Blocked());
        Assert.Equal(["assay", "assay / payments"], published.GitHub.CheckNames);
        published.GitHub.CheckRuns.Clear();
        await published.PublishAsync(Verdicts.Pass());
        Assert.Equal(["assay / payments", "assay"], published.GitHub.CheckNames);
    }

    /// <summary>Catches green published after a failure.</summary>
    [Fact]
    public async Task Where_anything_fails_the_roll_up_does_not_turn_green()
    {
        using var published = new Published();
        published.GitHub.Fault = (request, _) => IsCheck(request) ? null : new(403, """{"message":"Resource not accessible by integration"}""");
        var error = Assert.Single(await published.FailAsync(Verdicts.Pass()));
        Assert.Equal("Give the job permissions: pull-requests: write.", error.Step);
        Assert.Equal(["assay / payments"], published.GitHub.CheckNames);
    }

    /// <summary>Catches the missing permission that is told as something else, and a blocked verdict that is not even tried to be told.</summary>
    [Fact]
    public async Task Without_permission_for_checks_it_says_which_to_give_and_still_writes_the_comment()
    {
        using var published = new Published();
        published.GitHub.Fault = (request, _) => IsCheck(request) ? new(403, """{"message":"Resource not accessible by integration"}""") : null;
        var errors = await published.FailAsync(Verdicts.Blocked());
        Assert.All(errors, error => Assert.Equal((PublishErrors.Refused, "Give the job permissions: checks: write."), (error.Kind, error.Step)));
        Assert.Contains("403", errors[0].What);
        Assert.Contains("Resource not accessible by integration", errors[0].What);
        Assert.Single(published.GitHub.Comments);
    }

    /// <summary>Catches a status that is told by the wrong code, and a token that the server's own words bring into the log.</summary>
    [Theory]
    [InlineData(401, "ASY1905")]
    [InlineData(404, "ASY1906")]
    [InlineData(301, "ASY1906")]
    [InlineData(422, "ASY1909")]
    [InlineData(500, "ASY1908")]
    public async Task Each_refusal_has_its_code_and_no_token_in_it(int status, string code)
    {
        using var published = new Published();
        published.GitHub.Fault = (request, _) => new(status, $$"""{"message":"you sent {{request.Authorization}}\u001b[31m"}""", ("Location", "http://127.0.0.1:1/elsewhere"));
        var errors = await published.FailAsync(Verdicts.Pass(), comment: null);
        Assert.All(errors, error => Assert.Equal(code, error.Kind.Code));
        Assert.Contains("you sent Bearer ***", errors[0].What);
        Assert.DoesNotContain('\u001b', errors[0].What);
    }

    /// <summary>Catches a check that is made twice, or not at all, because the server was busy.</summary>
    [Fact]
    public async Task A_short_rate_limit_is_waited_for_and_a_long_one_is_told()
    {
        using var published = new Published();
        published.GitHub.Fault = (_, number) => number == 1 ? new(429, "{}", ("Retry-After", "0")) : number == 3 ? new(403, "{}", ("Retry-After", "0")) : null;
        await published.PublishAsync(Verdicts.Pass(), comment: null);
        Assert.Equal(["assay / payments", "assay"], published.GitHub.CheckNames);

        published.GitHub.Fault = (_, _) => new(403, """{"message":"API rate limit exceeded"}""", ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1900000000"));
        var error = Assert.Single(await published.FailAsync(Verdicts.Blocked()));
        Assert.Equal(PublishErrors.RateLimited, error.Kind);
        Assert.Contains("2030-03-17", error.Step);
    }

    /// <summary>Catches a creating request that is repeated although it may have been carried out, and a reading one that is not.</summary>
    [Fact]
    public async Task What_creates_is_not_repeated_after_a_broken_answer_and_what_reads_is()
    {
        using var published = new Published();
        var reads = 0;
        published.GitHub.Fault = (request, _) => request.Method == "GET" && ++reads == 1 ? new(502, "<html>") : null;
        await published.PublishAsync(Verdicts.Pass());
        Assert.Single(published.GitHub.Comments);

        published.GitHub.Requests.Clear();
        published.GitHub.Fault = (request, _) => IsCheck(request) ? new(502, "<html>") : null;
        Assert.Equal(PublishErrors.Unreachable, Assert.Single(await published.FailAsync(Verdicts.Blocked())).Kind);
        Assert.Single(published.GitHub.Requests);
    }

    /// <summary>Catches a job that hangs because the server never answers.</summary>
    [Fact]
    public async Task A_server_that_never_answers_is_given_up_after_the_time_limit()
    {
        using var published = new Published { Timeout = TimeSpan.FromSeconds(1) };
        published.GitHub.Silent = "/check-runs";
        var error = Assert.Single(await published.FailAsync(Verdicts.Blocked()));
        Assert.Equal(PublishErrors.Unreachable, error.Kind);
        Assert.Contains("no answer in 1 s", error.What);
    }

    /// <summary>Catches a machine without network that ends in a stack trace.</summary>
    [Fact]
    public async Task Where_nobody_listens_it_says_so()
    {
        using var published = new Published();
        var job = published.Job();
        published.GitHub.Dispose();
        Assert.Equal(PublishErrors.Unreachable, Assert.Single(await published.FailAsync(Verdicts.Blocked(), job: job)).Kind);
    }

    /// <summary>Catches an answer of a proxy or portal taken for success.</summary>
    [Theory]
    [InlineData("<html>welcome</html>")]
    [InlineData("[1, 2]")]
    [InlineData("{}")]
    public async Task An_answer_that_is_not_githubs_is_no_success(string body)
    {
        using var published = new Published();
        published.GitHub.Fault = (request, _) => IsCheck(request) ? null : new(200, body);
        Assert.Equal(PublishErrors.Rejected, Assert.Single(await published.FailAsync(Verdicts.Pass())).Kind);
        Assert.DoesNotContain("assay", published.GitHub.CheckNames);

        published.GitHub.Fault = (request, _) => IsCheck(request) ? new(200, body) : null;
        Assert.Equal(PublishErrors.Rejected, (await published.FailAsync(Verdicts.Pass()))[0].Kind);
        Assert.DoesNotContain("check    assay: success", published.Said);
    }
}
