using Assay.Core.Changes;
using Assay.Core.Evidence;
using Assay.Evidence.GitTrailers;
using Assay.Git;
using Assay.Tests.Support;

namespace Assay.Tests.Measuring.Review;

/// <summary>A trailer in a commit's message, from real repositories: who may write one that counts.</summary>
public sealed class TrailerReviewTests : IDisposable
{
    private readonly TestRepository repository = TestRepository.Create();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void An_author_who_names_a_second_name_in_the_same_commit_has_no_review()
    {
        repository.Write("a.txt", "a\n").Commit("start");
        repository.Branch("work").Write("a.txt", "b\n").Commit("change\n\nReviewed-by: Somebody Else <else@example.com>");
        Assert.Null(TrailerReviews.Of(Change(), "app"));
    }

    [Fact]
    public void A_colleague_whom_history_knows_has_not_reviewed_what_the_author_says_that_they_did()
    {
        repository.Write("a.txt", "a\n").Commit("start");
        CommitAs("colleague@example.com", "more");
        repository.Branch("work").Write("a.txt", "b\n").Commit("change\n\nReviewed-by: Colleague <colleague@example.com>");
        Assert.Equal(["colleague@example.com"], Change().KnownReviewers);
        Assert.Null(TrailerReviews.Of(Change(), "app"));
    }

    [Fact]
    public void A_committer_whom_nobody_knew_before_is_no_reviewer()
    {
        repository.Write("a.txt", "a\n").Commit("start");
        repository.Branch("work").Write("a.txt", "b\n");
        CommitAs("second-name@example.com", "change\n\nReviewed-by: Second Name <second-name@example.com>");
        Assert.Null(TrailerReviews.Of(Change(), "app"));
    }

    [Fact]
    public void A_known_committer_who_took_the_authors_commit_in_has_reviewed_it_as_asserted_evidence()
    {
        repository.Write("a.txt", "a\n").Commit("start");
        CommitAs("maintainer@example.com", "more");
        repository.Branch("work").Write("a.txt", "b\n");
        CommitAs("maintainer@example.com", "change\n\nReviewed-by: Maintainer <maintainer@example.com>");
        var reading = TrailerReviews.Of(Change(), "app")!;
        Assert.Equal((Trust.Asserted, null), (reading.Item.Trust, reading.Item.Subject));
        Assert.Equal("maintainer@example.com", Assert.IsType<Core.Observations.Review>(Assert.Single(reading.Observations)).Reviewer);
    }

    [Fact]
    public void A_review_before_the_last_commit_does_not_count()
    {
        repository.Write("a.txt", "a\n").Commit("start");
        CommitAs("maintainer@example.com", "more");
        repository.Branch("work").Write("a.txt", "b\n");
        CommitAs("maintainer@example.com", "change\n\nReviewed-by: Maintainer <maintainer@example.com>");
        repository.Write("a.txt", "c\n").Commit("one more");
        Assert.Null(TrailerReviews.Of(Change(), "app"));
    }

    private Change Change()
    {
        using var opened = GitRepository.Open(repository.Root, TestContext.Current.CancellationToken);
        return ChangeReader.Select(opened, new ChangeRequest(null, null)).Change;
    }

    /// <summary>A commit of the usual author that somebody else commits.</summary>
    private void CommitAs(string committer, string message)
    {
        repository.Git("add", "-A");
        repository.Git("-c", "user.name=Author", "commit", "-q", "--allow-empty", "-m", message);
        repository.Recommit(committer);
    }
}
