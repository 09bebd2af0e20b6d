using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Core.Rules;
using Assay.Git;
using Assay.Tests.Support;
using static Assay.Tests.Git.Selections;

namespace Assay.Tests.Git;

public sealed class ChangeReaderTests : IDisposable
{
    private readonly TestRepository repository = TestRepository.Create();
    private readonly string first;

    public ChangeReaderTests() => first = repository.Write("a.txt", "1\n").Commit("first");

    public void Dispose() => repository.Dispose();

    [Fact]
    public void A_clean_default_branch_is_a_state()
    {
        using var opened = repository.Open();
        var selection = ChangeReader.Select(opened, new(null, null));
        Assert.Equal(new Change(Judged.State, "repository", null, null, first, false, [], []), selection.Change with { Files = [], Authors = [] });
        Assert.Null(selection.Base);
        Assert.Equal(["a.txt"], selection.Head.Files.Select(file => file.Path));
    }

    [Fact]
    public void Edits_on_the_default_branch_are_a_change_against_HEAD()
    {
        repository.Write("a.txt", "2\n").Write("new.txt", "n\n");
        using var opened = repository.Open();
        var (change, head, before, _) = ChangeReader.Select(opened, new(null, null));
        Assert.Equal((Judged.Change, first, "HEAD", first, true), (change.Judged, change.Base, change.BaseName, change.Head, change.Dirty));
        Assert.Equal(["a.txt", "new.txt"], change.Paths());
        Assert.Equal("2\n"u8.ToArray(), head.Read("a.txt"));
        Assert.Equal("n\n"u8.ToArray(), head.Read("new.txt"));
        Assert.Equal("1\n"u8.ToArray(), before!.Read("a.txt"));
        Assert.Empty(change.Authors);
    }

    [Fact]
    public void A_branch_is_compared_with_where_it_left_the_default_branch()
    {
        repository.Branch("work").Write("b.txt", "b\n").Commit("work");
        repository.Git("switch", "-q", "main");
        repository.Write("c.txt", "c\n").Commit("meanwhile");
        repository.Git("switch", "-q", "work");
        repository.Write("a.txt", "edited\n");
        var change = repository.Change();
        Assert.Equal((first, "main", true), (change.Base, change.BaseName, change.Dirty));
        Assert.Equal(["a.txt", "b.txt"], change.Paths());
    }

    [Fact]
    public void A_detached_head_is_judged_like_a_branch()
    {
        repository.Branch("work").Write("b.txt", "b\n").Commit("work");
        repository.Git("switch", "-q", "--detach");
        Assert.Equal(["b.txt"], repository.Change().Paths());
    }

    [Fact]
    public void A_merge_commit_shows_what_the_branch_brings()
    {
        repository.Branch("work").Write("b.txt", "b\n").Commit("work");
        repository.Git("switch", "-q", "main");
        var meanwhile = repository.Write("c.txt", "c\n").Commit("meanwhile");
        repository.Git("switch", "-q", "--detach");
        repository.Git("merge", "-q", "--no-ff", "--no-edit", "work");
        var change = repository.Change();
        Assert.Equal(meanwhile, change.Base);
        Assert.Equal(["b.txt"], change.Paths());
    }

    [Fact]
    public void The_remotes_default_branch_counts_where_it_is_known()
    {
        using var clone = repository.Clone();
        clone.Write("b.txt", "b\n").Commit("not pushed");
        var change = clone.Change();
        Assert.Equal((first, "origin/main"), (change.Base, change.BaseName));
        Assert.Equal(["b.txt"], change.Paths());
    }

    [Fact]
    public void The_default_branch_may_have_any_name_where_the_remote_says_so()
    {
        repository.Git("branch", "-m", "main", "trunk");
        using var clone = repository.Clone();
        Assert.Equal(Judged.State, clone.Change().Judged);
        clone.Branch("work").Write("b.txt", "b\n").Commit("work");
        Assert.Equal("origin/trunk", clone.Change().BaseName);
    }

    [Fact]
    public void The_only_branch_is_the_default_branch()
    {
        repository.Git("branch", "-m", "main", "trunk");
        Assert.Equal(Judged.State, repository.Change().Judged);
    }

    [Fact]
    public void Several_branches_of_which_none_is_the_default_ask_for_a_base()
    {
        repository.Git("branch", "-m", "main", "one");
        repository.Branch("two").Write("b.txt", "b\n").Commit("work");
        var error = Assert.Single(Assert.Throws<AssayException>(() => repository.Change()).Errors);
        Assert.Same(GitErrors.RevisionNotFound, error.Kind);
        Assert.Contains("--base", error.Step);
        Assert.Equal(["b.txt"], repository.Change("one").Paths());
    }

    [Fact]
    public void A_clone_of_one_branch_is_not_taken_for_the_default_branch()
    {
        repository.Branch("work").Write("b.txt", "b\n").Commit("work");
        repository.Git("switch", "-q", "main");
        using var clone = repository.Clone("--single-branch", "--branch", "work");
        Assert.Same(GitErrors.RevisionNotFound, Refusal(() => clone.Change()));
    }

    [Fact]
    public void A_named_base_is_taken()
    {
        repository.Write("b.txt", "b\n").Commit("second");
        using var opened = repository.Open();
        var selection = ChangeReader.Select(opened, new("HEAD~1", null));
        Assert.Equal((first, "HEAD~1"), (selection.Change.Base, selection.Change.BaseName));
        Assert.Equal(["b.txt"], selection.Change.Paths());
        Assert.Empty(selection.Weakened);
    }

    [Fact]
    public void A_named_branch_that_moved_on_does_not_read_as_edits_of_the_change()
    {
        repository.Branch("work").Write("b.txt", "b\n").Commit("work");
        repository.Git("switch", "-q", "main");
        repository.Write("c.txt", "c\n").Commit("meanwhile");
        using var opened = repository.Open();
        var selection = ChangeReader.Select(opened, new("main", "work"));
        Assert.Equal(["b.txt"], selection.Change.Paths());
        Assert.Empty(selection.Weakened);
    }

    [Fact]
    public void A_base_later_than_the_merge_base_is_listed_as_weakened()
    {
        repository.Branch("work").Write("b.txt", "b\n").Commit("second");
        repository.Write("c.txt", "c\n").Commit("third");
        using var opened = repository.Open();
        var selection = ChangeReader.Select(opened, new("HEAD~1", null));
        Assert.Equal(["c.txt"], selection.Change.Paths());
        var weakening = Assert.Single(selection.Weakened);
        Assert.Equal(WeakeningSource.Flag, weakening.Source);
        Assert.Contains("--base HEAD~1", weakening.What);
    }

    [Fact]
    public void A_base_that_is_head_is_an_error_and_no_empty_change()
    {
        Assert.Same(GitErrors.EmptyRange, Refusal(() => repository.Change("HEAD")));
        Assert.Same(GitErrors.EmptyRange, Refusal(() => repository.Change("main", "main")));
        repository.Write("a.txt", "2\n");
        Assert.Equal(["a.txt"], repository.Change("HEAD").Paths());
    }

    [Fact]
    public void A_named_head_is_judged_instead_of_the_work_tree()
    {
        var second = repository.Branch("work").Write("b.txt", "b\n").Commit("second");
        repository.Git("switch", "-q", "main");
        repository.Write("a.txt", "dirty\n");
        using var opened = repository.Open();
        var (change, head, _, _) = ChangeReader.Select(opened, new(null, "work"));
        Assert.Equal((second, false), (change.Head, change.Dirty));
        Assert.Equal("1\n"u8.ToArray(), head.Read("a.txt"));
        Assert.Equal(["b.txt"], change.Paths());
        Assert.Equal(Judged.State, repository.Change(to: "main").Judged);
    }

    [Theory]
    [InlineData("nothing", null)]
    [InlineData(null, "nothing")]
    [InlineData("--upload-pack=x", null)]
    public void An_unknown_revision_is_an_error(string? from, string? to) =>
        Assert.Same(GitErrors.RevisionNotFound, Refusal(() => repository.Change(from, to)));

    [Fact]
    public void Histories_that_do_not_meet_are_an_error_until_a_base_is_named()
    {
        repository.Git("switch", "-q", "--orphan", "work");
        repository.Write("b.txt", "b\n").Commit("other root");
        Assert.Same(GitErrors.NoMergeBase, Refusal(() => repository.Change()));
        Assert.Equal(["a.txt", "b.txt"], repository.Change("main").Paths());
    }

    [Fact]
    public void A_shallow_clone_whose_base_is_out_of_reach_is_an_error()
    {
        repository.Branch("work").Write("b.txt", "b\n").Commit("second");
        repository.Write("c.txt", "c\n").Commit("third");
        repository.Git("switch", "-q", "main");
        repository.Write("d.txt", "d\n").Commit("meanwhile");
        using var clone = repository.Clone("--depth", "1", "--no-single-branch", "--branch", "work");
        Assert.Same(GitErrors.ShallowClone, Refusal(() => clone.Change()));
        Assert.Same(GitErrors.ShallowClone, Refusal(() => clone.Change("origin/main")));
        Assert.Same(GitErrors.ShallowClone, Refusal(() => clone.Change("HEAD~1")));
    }

    [Fact]
    public void A_shallow_clone_that_holds_the_base_is_judged()
    {
        repository.Branch("work").Write("b.txt", "b\n").Commit("second");
        repository.Git("switch", "-q", "main");
        using var clone = repository.Clone("--depth", "2", "--no-single-branch", "--branch", "work");
        Assert.Equal(["b.txt"], clone.Change().Paths());
    }

    [Fact]
    public void A_commit_that_changed_nothing_is_a_change_without_files()
    {
        repository.Branch("work").Commit("nothing");
        var change = repository.Change();
        Assert.Equal(Judged.Change, change.Judged);
        Assert.Empty(change.Files);
    }

    [Fact]
    public void Everybody_who_wrote_the_change_is_an_author()
    {
        repository.Branch("work").Write("b.txt", "b\n").Commit("one\n\nCo-authored-by: Second <second@example.com>\n\nco-AUTHORED-by: third@example.com\n\nends otherwise");
        repository.Write("c.txt", "c\n");
        repository.Git("add", "-A");
        repository.Git("commit", "-q", "-m", "two", "--author", "Fourth <fourth@example.com>");
        Assert.Equal([TestRepository.Author, "fourth@example.com", "second@example.com", "third@example.com"], repository.Change().Authors);
    }
}
