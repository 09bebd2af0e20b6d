using Assay.Core.Changes;
using Assay.Git;
using Assay.Tests.Support;

namespace Assay.Tests.Git;

/// <summary>A deployment is always a change: what came since the release before it.</summary>
public sealed class DeploymentChangeTests : IDisposable
{
    private readonly TestRepository repository = TestRepository.Create();

    public DeploymentChangeTests()
    {
        repository.Write("a.txt", "a\n").Commit("one");
        repository.Write("b.txt", "b\n").Commit("two");
    }

    public void Dispose() => repository.Dispose();

    [Fact]
    public void Without_a_release_before_it_everything_is_the_change()
    {
        var change = Change();
        Assert.Equal((Judged.Change, "the beginning", 2), (change.Judged, change.BaseName, change.Commits.Length));
        Assert.Equal(["a.txt", "b.txt"], change.Files.Select(file => file.Path));
    }

    [Fact]
    public void What_came_since_the_last_release_tag_is_the_change()
    {
        repository.Git("tag", "v1.0.0");
        repository.Write("c.txt", "c\n").Commit("three");
        Assert.Equal(("v1.0.0", "c.txt"), (Change().BaseName, Assert.Single(Change().Files).Path));
    }

    [Fact]
    public void The_tag_of_the_release_itself_is_not_its_base()
    {
        repository.Git("tag", "v1.0.0");
        repository.Write("c.txt", "c\n").Commit("three");
        repository.Git("tag", "v1.1.0");
        Assert.Equal(("v1.0.0", "c.txt"), (Change().BaseName, Assert.Single(Change().Files).Path));
    }

    [Fact]
    public void Edits_after_a_tagged_release_are_a_change_since_that_tag()
    {
        repository.Git("tag", "v1.0.0");
        repository.Write("c.txt", "c\n");
        Assert.Equal(("v1.0.0", true), (Change().BaseName, Change().Dirty));
    }

    [Fact]
    public void A_commit_says_who_wrote_it_and_which_trailers_it_has()
    {
        repository.Write("c.txt", "c\n").Commit("three\n\nSession: 42\nReviewed-by: Second <second@example.com>");
        var last = Change().Commits[0];
        Assert.Equal((TestRepository.Author, "42", "Second <second@example.com>"), (last.Author.Email, Assert.Single(last.Trailer("session")), Assert.Single(last.Trailer("reviewed-by"))));
    }

    private Change Change()
    {
        using var opened = GitRepository.Open(repository.Root, TestContext.Current.CancellationToken);
        return ChangeReader.Select(opened, new ChangeRequest(null, null, Deployment: true)).Change;
    }
}
