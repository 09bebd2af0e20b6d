using System.Collections.Immutable;
using System.Diagnostics;
using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Git.Processes;
using Assay.Tests.Support;
using static Assay.Tests.Git.Selections;

namespace Assay.Tests.Git;

/// <summary>Ways to hide an edit from git, each of which must not work.</summary>
public sealed class HidingTests : IDisposable
{
    private readonly TestRepository repository = TestRepository.Create();
    private readonly string first;

    public HidingTests() => first = repository.Write("a.cs", "honest\n").Write("b.cs", "b\n").Commit("first");

    public void Dispose() => repository.Dispose();

    [Fact]
    public void An_edit_marked_assume_unchanged_is_seen()
    {
        repository.Git("update-index", "--assume-unchanged", "a.cs");
        AssertEditIsSeen();
    }

    [Fact]
    public void An_edit_marked_skip_worktree_is_seen()
    {
        repository.Git("update-index", "--skip-worktree", "a.cs");
        AssertEditIsSeen();
    }

    [Theory]
    [InlineData("--skip-worktree")]
    [InlineData("--skip-worktree --assume-unchanged")]
    public void A_file_left_out_by_a_sparse_checkout_ends_the_command_with_its_name(string marks)
    {
        foreach (var mark in marks.Split(' '))
            repository.Git("update-index", mark, "a.cs");
        repository.Delete("a.cs");
        var error = Assert.Single(Assert.Throws<AssayException>(() => repository.Change()).Errors);
        Assert.Same(GitErrors.HiddenFromGit, error.Kind);
        Assert.Equal("a.cs", error.File);
    }

    [Fact]
    public void A_file_deleted_under_assume_unchanged_is_seen()
    {
        repository.Git("update-index", "--assume-unchanged", "a.cs");
        repository.Delete("a.cs");
        Assert.Equal(ChangeKind.Deleted, Assert.Single(repository.Change().Files).Kind);
    }

    [Fact]
    public void A_file_with_its_old_time_and_size_is_still_read()
    {
        var time = File.GetLastWriteTimeUtc(repository.FullPath("a.cs"));
        repository.Write("a.cs", "evil!!\n");
        File.SetLastWriteTimeUtc(repository.FullPath("a.cs"), time);
        repository.Git("config", "core.trustctime", "false");
        repository.Git("config", "core.checkStat", "minimal");
        Assert.Equal(["-honest", "+evil!!"], repository.Change().Lines("a.cs"));
    }

    [Fact]
    public void A_file_in_info_exclude_is_seen()
    {
        repository.Write(".git/info/exclude", "*\n").Write("new.cs", "new\n");
        Assert.Equal(["new.cs"], repository.Change().Paths());
    }

    [Fact]
    public void A_file_in_an_excludes_file_of_the_configuration_is_seen()
    {
        repository.Write(".git/ignore", "*\n").Write("new.cs", "new\n").Git("config", "core.excludesFile", repository.FullPath(".git/ignore"));
        Assert.Equal(["new.cs"], repository.Change().Paths());
    }

    [Fact]
    public void An_ignore_file_beside_sources_that_ignores_itself_ends_the_command()
    {
        repository.Write("src/c.cs", "c\n").Commit("second");
        repository.Write("src/.gitignore", "*\n").Write("src/hidden.cs", "evil\n");
        var error = Assert.Single(Assert.Throws<AssayException>(() => repository.Change()).Errors);
        Assert.Equal((GitErrors.HiddenFromGit, "src/.gitignore"), (error.Kind, error.File));
    }

    [Fact]
    public void An_ignore_file_in_a_folder_of_its_own_is_a_tools_cache_and_allowed()
    {
        repository.Write(".cache/.gitignore", "*\n").Write(".cache/x", "x\n");
        Assert.Equal(Judged.State, repository.Change().Judged);
    }

    [Fact]
    public void A_clean_filter_in_info_attributes_does_not_wash_an_edit_away()
    {
        repository.Write(".git/info/attributes", "*.cs filter=wash\n");
        repository.Git("config", "filter.wash.clean", "echo honest");
        AssertEditIsSeen();
    }

    [Fact]
    public void A_file_whose_name_differs_in_case_is_seen()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "the file system does not tell case apart");
        repository.Git("config", "core.ignoreCase", "true");
        repository.Write("A.cs", "new\n");
        Assert.Equal(["A.cs"], repository.Change().Paths());
    }

    [Theory]
    [InlineData("*.cs -diff\n")]
    [InlineData("*.cs binary\n")]
    [InlineData("*.cs diff=blind\n")]
    public void Attributes_do_not_hide_lines(string attributes)
    {
        repository.Write(".gitattributes", attributes).Write(".git/info/attributes", attributes).Commit("attributes");
        repository.Git("config", "diff.blind.textconv", "echo same;:");
        repository.Git("config", "diff.blind.command", "true");
        repository.Git("config", "diff.blind.binary", "true");
        repository.Git("config", "diff.external", "true");
        repository.Branch("work").Write("a.cs", "evil\n").Commit("second");
        Assert.Equal(["-honest", "+evil"], repository.Change().Lines("a.cs"));
    }

    [Theory]
    [InlineData("diff.renameLimit", "1")]
    [InlineData("diff.algorithm", "patience")]
    [InlineData("diff.context", "9")]
    [InlineData("diff.interHunkContext", "9")]
    [InlineData("diff.noprefix", "true")]
    [InlineData("diff.mnemonicPrefix", "true")]
    [InlineData("diff.orderFile", "order")]
    [InlineData("diff.relative", "true")]
    [InlineData("diff.wsErrorHighlight", "all")]
    [InlineData("color.ui", "always")]
    [InlineData("color.diff", "always")]
    [InlineData("core.bigFileThreshold", "1")]
    [InlineData("core.fsmonitor", "true")]
    [InlineData("core.autocrlf", "true")]
    [InlineData("core.fileMode", "false")]
    [InlineData("log.showSignature", "true")]
    [InlineData("i18n.logOutputEncoding", "UTF-16")]
    public void Settings_of_the_repository_change_nothing(string setting, string value)
    {
        repository.Branch("work").Write("a.cs", "evil\n").Write("b.cs", "c\n").Commit("second");
        repository.Write("a.cs", "worse\n").Write("c.cs", "c\n");
        var before = repository.Change();
        repository.Write(".git/order", "b.cs\n").Git("config", setting, value);
        var after = repository.Change();
        Assert.Equal(["-honest", "+worse"], after.Lines("a.cs"));
        Assert.Equal(before.Paths(), after.Paths());
        Assert.Equal(before.Authors, after.Authors);
    }

    [Fact]
    public void A_replaced_object_is_not_believed()
    {
        repository.Branch("work").Write("a.cs", "evil\n");
        var second = repository.Commit("second");
        repository.Git("replace", second, first);
        Assert.Equal(["-honest", "+evil"], repository.Change().Lines("a.cs"));
    }

    [Fact]
    public void A_graft_is_not_believed()
    {
        repository.Branch("work").Write("a.cs", "evil\n").Commit("second");
        var third = repository.Write("b.cs", "c\n").Commit("third");
        repository.Write(".git/info/grafts", $"{third} {first}\n");
        repository.Git("branch", "-f", "main", first);
        Assert.Equal(["a.cs", "b.cs"], repository.Change().Paths());
        using var opened = repository.Open();
        Assert.Equal(repository.Git("rev-parse", "work"), opened.Head);
        Assert.NotEqual(first, opened.Resolve("work^"));
    }

    [Theory]
    [InlineData("GIT_DIR")]
    [InlineData("GIT_WORK_TREE")]
    [InlineData("GIT_INDEX_FILE")]
    [InlineData("GIT_OBJECT_DIRECTORY")]
    [InlineData("GIT_EXTERNAL_DIFF")]
    [InlineData("GIT_CONFIG_COUNT")]
    public void Variables_of_the_environment_are_not_passed_on(string variable)
    {
        var start = new ProcessStartInfo("git") { Environment = { [variable] = "elsewhere", ["UNRELATED"] = "kept" } };
        GitEnvironment.Apply(start, ImmutableDictionary<string, string>.Empty);
        Assert.False(start.Environment.ContainsKey(variable));
        Assert.Equal("kept", start.Environment["UNRELATED"]);
        Assert.Equal("1", start.Environment["GIT_NO_REPLACE_OBJECTS"]);
    }

    [Fact]
    public void A_folder_swapped_for_a_link_shows_its_files_as_gone()
    {
        repository.Write("src/c.cs", "c\n").Commit("second");
        Directory.Move(repository.FullPath("src"), repository.FullPath(".git/elsewhere"));
        Directory.CreateSymbolicLink(repository.FullPath("src"), repository.FullPath(".git/elsewhere"));
        var change = repository.Change();
        Assert.Equal(["src", "src/c.cs"], change.Paths());
        Assert.Equal([ChangeKind.Added, ChangeKind.Deleted], change.Files.Select(file => file.Kind));
    }

    [Fact]
    public void A_repository_nested_in_this_one_is_seen_and_without_a_commit_refused()
    {
        repository.Git("init", "-q", "nested");
        repository.Write("nested/evil.cs", "evil\n").Write("nested/.gitignore", "x\n");
        Assert.Same(GitErrors.HiddenFromGit, Refusal(() => repository.Change()));
        repository.Git("-C", "nested", "add", "-A");
        repository.Git("-C", "nested", "commit", "-q", "-m", "nested");
        Assert.Equal(["nested"], repository.Change().Paths());
    }

    [Fact]
    public void An_unreadable_file_ends_the_command_with_its_name()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "this user can read every file");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(repository.FullPath("a.cs"), UnixFileMode.None);
        Assert.Same(GitErrors.HiddenFromGit, Refusal(() => repository.Change()));
    }

    private void AssertEditIsSeen()
    {
        repository.Write("a.cs", "evil\n");
        var change = repository.Change();
        Assert.True(change.Dirty);
        Assert.Equal(["a.cs"], change.Paths());
        Assert.Equal(["-honest", "+evil"], change.Lines("a.cs"));
    }
}
