using Assay.Core.Changes;
using Assay.Core.Judging;
using Assay.Tests.Support;

namespace Assay.Tests.Measuring.Documentation;

/// <summary>A commit without a session is named.</summary>
public sealed class SessionFactsTests
{
    private static readonly Person Author = new("Author", "author@example.com");

    [Fact, Shows("commits_linked", Status.Pass)]
    public void Commits_that_name_their_session_are_linked() => Assert.Equal(Status.Pass, Of(Linked("aaaaaaaa"), Linked("bbbbbbbb")).Status);

    [Fact, Shows("commits_linked", Status.Fail)]
    public void A_commit_without_a_session_is_named()
    {
        var finding = Of(Linked("aaaaaaaa"), new Commit("bbbbbbbb", Author, Author, []));
        Assert.Equal((Status.Fail, "commit bbbbbbb"), (finding.Status, Assert.Single(finding.Locations).File));
    }

    [Fact]
    public void An_empty_session_is_none() => Assert.Equal(Status.Fail, Of(new Commit("bbbbbbbb", Author, Author, [new Trailer("Session", " ")])).Status);

    [Fact, Shows("commits_linked", Status.Missing)]
    public void Edits_that_are_not_committed_belong_to_no_session() =>
        Assert.Equal(Status.Missing, new Lab { Change = change => change with { Dirty = true } }.Of("commits_linked").Status);

    [Fact]
    public void A_merge_and_a_commit_elsewhere_need_none() =>
        Assert.Equal(Status.NotApplicable, Of(new Commit("m", Author, Author, [], IsMerge: true), new Commit("e", Author, Author, [], InScope: false)).Status);

    private static Finding Of(params Commit[] commits) => new Lab { Change = change => change with { Commits = [.. commits] } }.Of("commits_linked");

    private static Commit Linked(string id) => new(id, Author, Author, [new Trailer("session", "42")]);
}
