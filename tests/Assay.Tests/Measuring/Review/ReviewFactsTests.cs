using Assay.Core.Changes;
using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Core.Standards;
using Assay.Tests.Support;

namespace Assay.Tests.Measuring.Review;

/// <summary>Nobody approves their own change, an approval is of the last commit, and silence is no approval.</summary>
public sealed class ReviewFactsTests
{
    private static readonly Commit Last = new("bbb", new Person("Author", "author@example.com"), new Person("Author", "author@example.com"), []);

    [Fact, Shows("review_approved", Status.Missing)]
    public void Without_reviews_the_change_is_not_approved() => Assert.Equal(Status.Missing, Lab().Of("review_approved").Status);

    [Fact, Shows("review_approved", Status.Pass)]
    public void An_approval_of_the_last_commit_by_somebody_else_counts() =>
        Assert.Equal(Status.Pass, Reviewed(Answer("second", "APPROVED", "bbb")).Of("review_approved").Status);

    [Fact, Shows("review_approved", Status.Fail)]
    public void An_approval_of_an_earlier_commit_does_not_count()
    {
        var finding = Reviewed(Answer("second", "APPROVED", "aaa0000")).Of("review_approved");
        Assert.Equal((Status.Fail, "second approved aaa0000, not the last commit"), (finding.Status, finding.Reason));
    }

    [Theory]
    [InlineData("author")]
    [InlineData("Author")]
    [InlineData("co-author")]
    public void An_author_does_not_approve_the_change(string login) =>
        Assert.Equal(Status.Fail, Reviewed(Answer(login, "APPROVED", "bbb")).Of("review_approved").Status);

    [Fact]
    public void An_author_is_known_by_login_too_where_github_says_who_wrote_the_commits()
    {
        var pull = """{"author":{"login":"other-name"},"commits":[{"oid":"bbb","authors":[{"login":"other-name","email":"author@example.com","name":"Author"}]}],"reviews":[REVIEW]}"""
            .Replace("REVIEW", """{"author":{"login":"other-name"},"state":"APPROVED","submittedAt":"2026-11-22T10:00:00Z","commit":{"oid":"bbb"}}""", StringComparison.Ordinal);
        Assert.Equal(Status.Fail, Lab().Report("reviews.json", pull).Of("review_approved").Status);
        Assert.Equal(Status.Pass, Lab().Report("reviews.json", pull.Replace("{\"author\":{\"login\":\"other-name\"},\"state\"", "{\"author\":{\"login\":\"second\"},\"state\"", StringComparison.Ordinal)).Of("review_approved").Status);
    }

    [Fact]
    public void An_approval_that_was_taken_back_does_not_count() =>
        Assert.Equal(Status.Fail, Reviewed(Answer("second", "APPROVED", "bbb", 9), Answer("second", "CHANGES_REQUESTED", "bbb", 10)).Of("review_approved").Status);

    [Fact]
    public void Somebody_who_asks_for_changes_outweighs_an_approval() =>
        Assert.Equal(Status.Fail, Reviewed(Answer("second", "APPROVED", "bbb"), Answer("third", "CHANGES_REQUESTED", "bbb")).Of("review_approved").Status);

    [Theory]
    [InlineData("\"user\":{\"login\":\"second\"", "\"user\":{\"login\":\"renovate[bot]\",\"type\":\"Bot\"")]
    [InlineData("\"body\":\"\"", "\"author_association\":\"NONE\"")]
    public void A_program_and_a_stranger_approve_nothing(string part, string changed) =>
        Assert.Equal(Status.Fail, Reviewed(Answer("second", "APPROVED", "bbb").Replace(part, changed, StringComparison.Ordinal)).Of("review_approved").Status);

    [Fact]
    public void A_comment_is_no_approval() => Assert.Equal(Status.Fail, Reviewed(Answer("second", "COMMENTED", "bbb")).Of("review_approved").Status);

    [Fact]
    public void An_approval_from_the_future_does_not_count() =>
        Assert.Equal(Status.Fail, Reviewed(Answer("second", "APPROVED", "bbb", 23)).Of("review_approved").Status);

    [Fact]
    public void Uncommitted_edits_have_been_seen_by_nobody()
    {
        var finding = Lab(change => change with { Dirty = true }).Report("r.json", $"[{Answer("second", "APPROVED", "bbb")}]").Of("review_approved");
        Assert.Equal((Status.Fail, "second has not seen the uncommitted edits"), (finding.Status, finding.Reason));
    }

    [Fact]
    public void A_file_of_reviews_that_nothing_binds_is_stale_in_enterprise_and_good_in_standard()
    {
        Assert.Equal(Status.Stale, Asserted(Profile.Enterprise, Phase.CodeCompletion));
        Assert.Equal(Status.Stale, Asserted(Profile.Standard, Phase.Deployment));
        Assert.Equal(Status.Pass, Asserted(Profile.Standard, Phase.CodeCompletion));

        static Status Asserted(Profile profile, Phase phase) => new Lab { Profile = profile, Phase = phase, Change = change => change with { Commits = [Last] } }
            .Report("r.json", $"[{Answer("second", "APPROVED", "bbb")}]", trust: Trust.Asserted, subject: null).Of("review_approved").Status;
    }

    [Fact, Shows("security_review_approved", Status.Missing)]
    public void A_sensitive_path_asks_for_a_security_review() =>
        Assert.Equal(Status.Missing, Sensitive().Of("security_review_approved").Status);

    [Fact, Shows("security_review_approved", Status.Pass)]
    public void Two_approvals_one_of_them_by_a_security_reviewer_are_enough() =>
        Assert.Equal(Status.Pass, Sensitive(Answer("second", "APPROVED", "bbb"), Answer("guard", "APPROVED", "bbb")).Of("security_review_approved").Status);

    [Fact, Shows("security_review_approved", Status.Fail)]
    public void The_first_reviewer_is_not_the_second_pair_of_eyes_too() =>
        Assert.Equal(Status.Fail, Sensitive(Answer("guard", "APPROVED", "bbb")).Of("security_review_approved").Status);

    [Fact]
    public void Two_approvals_by_people_who_are_no_security_reviewers_are_not_enough() =>
        Assert.Equal(Status.Fail, Sensitive(Answer("second", "APPROVED", "bbb"), Answer("third", "APPROVED", "bbb")).Of("security_review_approved").Status);

    [Fact]
    public void A_change_without_a_sensitive_path_needs_no_security_review() =>
        Assert.Equal(Status.NotApplicable, Lab().Edited(Samples.Edit("src/a.cs", 1, ["x"])).Of("security_review_approved").Status);

    private static Lab Lab(Func<Change, Change>? more = null) => new()
    {
        Change = change => (more ?? (same => same))(change with { Authors = ["author@example.com", "co-author@example.com"], Commits = [Last] }),
    };

    private static Lab Reviewed(params string[] answers) => Lab().Report("reviews.json", $"[{string.Join(',', answers)}]");

    private static Lab Sensitive(params string[] answers)
    {
        var lab = new Lab
        {
            Change = change => change with { Authors = ["author@example.com"], Commits = [Last] },
            Input = input => input with { Sensitive = ["auth/**"], SecurityReviewers = ["guard"] },
        }.Edited(Samples.Edit("auth/a.cs", 1, ["x"]));
        return answers.Length == 0 ? lab : lab.Report("reviews.json", $"[{string.Join(',', answers)}]");
    }

    private static string Answer(string login, string state, string commit, int hour = 10) =>
        $$"""{"id":1,"user":{"login":"{{login}}"},"body":"","state":"{{state}}","commit_id":"{{commit}}","submitted_at":"2026-11-22T{{hour:00}}:00:00Z"}""";
}
