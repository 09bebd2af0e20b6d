using System.Runtime.Versioning;
using Assay.Core.Errors;
using Assay.Tests.Support;

namespace Assay.Tests.Git.Checkouts;

/// <summary>What a private clone holds after it was asked for a tree.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ShowingTests : IDisposable
{
    private static readonly DateTime Old = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TestRepository repository = TestRepository.Create();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task A_file_that_both_trees_hold_is_not_touched_and_a_changed_one_is_newer()
    {
        var first = repository.Write("same.txt", "same").Write("changed.txt", "1").Write("gone.txt", "x").Commit("first");
        var second = repository.Write("changed.txt", "2").Delete("gone.txt").Write("new.txt", "n").Commit("second");
        using var lab = CloneLab.Of(repository);
        await lab.Show(first);
        var same = lab.WrittenAt("same.txt");
        var changed = lab.WrittenAt("changed.txt");
        await lab.Show(second);
        Assert.Equal(["changed.txt", "new.txt", "same.txt"], lab.Files());
        Assert.Equal(same, lab.WrittenAt("same.txt"));
        Assert.True(lab.WrittenAt("changed.txt") > changed);
        var again = lab.WrittenAt("changed.txt");
        await lab.Show(first);
        Assert.Equal("1", lab.Read("changed.txt"));
        Assert.True(lab.WrittenAt("changed.txt") > again, "a build would take what it made of the other tree for up to date");
    }

    [Fact]
    public async Task Executables_links_and_any_name_are_written_as_they_are()
    {
        string[] names = ["with space.txt", "quote\"s'.txt", "line\nend.txt", "tab\t.txt", "Zoë-日本.txt", "-dash", "*glob?[x].txt", "back\\slash.txt", "a/b/c/deep.txt"];
        foreach (var name in names) repository.Write(name, name);
        repository.Write("run.sh", "#!/bin/sh\n");
        File.SetUnixFileMode(repository.FullPath("run.sh"), (UnixFileMode)0b111_101_101);
        File.CreateSymbolicLink(repository.FullPath("link"), "a/b/c/deep.txt");
        File.CreateSymbolicLink(repository.FullPath("nowhere"), "../../outside");
        var commit = repository.Commit("names");
        using var lab = CloneLab.Of(repository);
        await lab.Show(commit);
        foreach (var name in names) Assert.Equal(name, lab.Read(name));
        Assert.True(File.GetUnixFileMode(lab.PathOf("run.sh")).HasFlag(UnixFileMode.UserExecute));
        Assert.False(File.GetUnixFileMode(lab.PathOf("-dash")).HasFlag(UnixFileMode.UserExecute));
        Assert.Equal("a/b/c/deep.txt", new FileInfo(lab.PathOf("link")).LinkTarget);
        Assert.Equal("../../outside", new FileInfo(lab.PathOf("nowhere")).LinkTarget);
        Assert.Equal("", lab.Git("status", "--porcelain"));
    }

    [Fact]
    public async Task A_change_of_mode_alone_is_shown()
    {
        var plain = repository.Write("run.sh", "x").Commit("plain");
        File.SetUnixFileMode(repository.FullPath("run.sh"), (UnixFileMode)0b111_101_101);
        var executable = repository.Commit("executable");
        using var lab = CloneLab.Of(repository);
        await lab.Show(plain);
        await lab.Show(executable);
        Assert.True(File.GetUnixFileMode(lab.PathOf("run.sh")).HasFlag(UnixFileMode.UserExecute));
        await lab.Show(plain);
        Assert.False(File.GetUnixFileMode(lab.PathOf("run.sh")).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task Line_ends_follow_the_attributes_of_the_shown_tree_even_where_only_these_changed()
    {
        var crlf = repository.Write("stored.txt", "a\r\nb\r\n").Write("windows.cmd", "a\nb\n").Write(".gitattributes", "*.cmd text eol=crlf\n").Commit("crlf");
        var lf = repository.Write(".gitattributes", "* -text\n").Commit("no attributes");
        Assert.Equal(".gitattributes", repository.Git("diff", "--name-only", crlf, lf));
        using var lab = CloneLab.Of(repository);
        await lab.Show(crlf);
        Assert.Equal("a\r\nb\r\n", lab.Read("stored.txt"));
        Assert.Equal("a\r\nb\r\n", lab.Read("windows.cmd"));
        await lab.Show(lf);
        Assert.Equal("a\nb\n", lab.Read("windows.cmd"));
        await lab.Show(crlf);
        Assert.Equal("a\r\nb\r\n", lab.Read("windows.cmd"));
    }

    [Fact]
    public async Task Files_become_folders_folders_files_and_links_folders()
    {
        var first = repository.Write("one", "file").Write("two/inner.txt", "inner").Write("Case.txt", "same").Write("real/x.txt", "x").Commit("first");
        repository.Delete("one").Write("one/inner.txt", "now a folder").Delete("two/inner.txt");
        Directory.Delete(repository.FullPath("two"));
        repository.Write("two", "now a file").Delete("Case.txt").Write("case.txt", "same").Delete("real/x.txt");
        Directory.Delete(repository.FullPath("real"));
        File.CreateSymbolicLink(repository.FullPath("real"), "one");
        var second = repository.Commit("second");
        using var lab = CloneLab.Of(repository);
        for (var round = 0; round < 2; round++)
        {
            await lab.Show(first);
            Assert.Equal(["Case.txt", "one", "real/x.txt", "two/inner.txt"], lab.Files());
            await lab.Show(second);
            Assert.Equal("one", new FileInfo(lab.PathOf("real")).LinkTarget);
            Assert.Equal("now a folder", lab.Read("one/inner.txt"));
            Assert.Equal("now a file", lab.Read("two"));
            Assert.True(lab.Has("case.txt"));
            Assert.False(lab.Has("Case.txt"));
        }
    }

    [Fact]
    public async Task Composed_trees_and_uncommitted_edits_are_shown()
    {
        var commit = repository.Write("src/a.txt", "1").Write("tests/a.txt", "1").Commit("first");
        repository.Write("src/a.txt", "uncommitted").Write("tests/new.txt", "uncommitted").Delete("tests/a.txt");
        using var lab = CloneLab.Of(repository);
        await lab.Show(null);
        Assert.Equal("uncommitted", lab.Read("src/a.txt"));
        var red = await lab.Trees.OverlayAsync(lab.Trees.Whole(commit), lab.Trees.Whole(null), ["tests/a.txt", "tests/new.txt"]);
        await lab.Clone.ShowAsync(red, TestContext.Current.CancellationToken);
        Assert.Equal(["src/a.txt", "tests/new.txt"], lab.Files());
        Assert.Equal("1", lab.Read("src/a.txt"));
        Assert.Equal(commit, lab.Git("rev-parse", "HEAD"));
        Assert.Equal("D  tests/a.txt\nA  tests/new.txt", lab.Git("status", "--porcelain"));
        var edited = await lab.Trees.EditAsync(red, new Dictionary<string, byte[]?> { ["src/a.txt"] = "edited"u8.ToArray(), ["tests/new.txt"] = null });
        await lab.Clone.ShowAsync(edited, TestContext.Current.CancellationToken);
        Assert.Equal(["src/a.txt"], lab.Files());
        Assert.Equal("edited", lab.Read("src/a.txt"));
    }

    /// <summary>What was built of a tree is run again only where this says that nothing came between.</summary>
    [Fact]
    public async Task It_is_told_whether_anything_had_to_be_done_to_show_a_tree()
    {
        var first = repository.Write("a.txt", "a").Write("p.csproj", "<Project/>").Commit("first");
        var second = repository.Write("a.txt", "b").Commit("second");
        using var lab = CloneLab.Of(repository);
        Task<bool> Show(string commit) => lab.Clone.ShowAsync(lab.Trees.Whole(commit), TestContext.Current.CancellationToken);

        Assert.False(await Show(first));
        Assert.True(await Show(first));
        lab.Write("bin/built.dll", "b");
        Assert.True(await Show(first));
        lab.Write("a.txt", "a");
        Assert.True(await Show(first)); // written anew by a generator, and the same
        lab.Write("left.txt", "by a test");
        Assert.False(await Show(first));
        lab.Write("a.txt", "edited by a test");
        Assert.False(await Show(first));
        Assert.False(await Show(second));
        Assert.False(await Show(first));
    }

    [Fact]
    public async Task A_composed_tree_holds_nothing_of_one_that_was_composed_before()
    {
        var empty = repository.Write("base.txt", "b").Commit("base");
        var full = repository.Write("head-only.txt", "h").Commit("head");
        using var lab = CloneLab.Of(repository);
        await lab.Trees.EditAsync(lab.Trees.Whole(full), new Dictionary<string, byte[]?> { ["x.txt"] = [1] });
        var second = await lab.Trees.EditAsync(lab.Trees.Whole(empty), new Dictionary<string, byte[]?> { ["y.txt"] = [1] });
        await lab.Clone.ShowAsync(second, TestContext.Current.CancellationToken);
        Assert.Equal(["base.txt", "y.txt"], lab.Files());
    }

    [Fact]
    public async Task Trees_can_be_composed_and_shown_by_several_at_once()
    {
        var commit = repository.Write("a.txt", "a").Write("b/b.txt", "b").Commit("first");
        using var lab = CloneLab.Of(repository);
        var whole = lab.Trees.Whole(commit);
        await Parallel.ForEachAsync(Enumerable.Range(0, 8), TestContext.Current.CancellationToken, async (n, stop) =>
        {
            var tree = await lab.Trees.EditAsync(whole, new Dictionary<string, byte[]?> { ["a.txt"] = "shared"u8.ToArray(), [$"{n}.txt"] = [(byte)n] });
            var clone = lab.NewClone();
            await clone.ShowAsync(tree, stop);
            Assert.Equal(["a.txt", $"{n}.txt"], Directory.EnumerateFiles(clone.Root).Select(Path.GetFileName).OrderDescending(StringComparer.Ordinal));
            Assert.Equal("shared", await File.ReadAllTextAsync(Path.Combine(clone.Root, "a.txt"), stop));
        });
    }

    [Fact]
    public async Task A_tree_whose_content_is_not_there_is_refused_and_nothing_counts_as_shown()
    {
        var first = repository.Write("a.txt", "1").Commit("first");
        var second = repository.Write("a.txt", "lost").Commit("second");
        var id = repository.Git("rev-parse", "HEAD:a.txt");
        File.SetAttributes(repository.FullPath($".git/objects/{id[..2]}/{id[2..]}"), FileAttributes.Normal);
        repository.Delete($".git/objects/{id[..2]}/{id[2..]}");
        using var lab = CloneLab.Of(repository);
        await lab.Show(first);
        var refusal = await Assert.ThrowsAsync<AssayException>(() => lab.Show(second));
        Assert.Equal(GitErrors.GitFailed, Assert.Single(refusal.Errors).Kind);
        Assert.Null(lab.Clone.Shown);
        await lab.Show(first);
        Assert.Equal("1", lab.Read("a.txt"));
    }

    [Fact]
    public async Task Times_that_a_tool_set_back_do_not_keep_an_edit()
    {
        var commit = repository.Write("a.txt", "original").Commit("first");
        using var lab = CloneLab.Of(repository);
        await lab.Show(commit);
        var time = lab.WrittenAt("a.txt");
        lab.Write("a.txt", "tampered");
        File.SetLastWriteTimeUtc(lab.PathOf("a.txt"), time);
        await lab.Show(commit);
        Assert.Equal("original", lab.Read("a.txt"));
        File.SetLastWriteTimeUtc(lab.PathOf("a.txt"), Old);
        await lab.Show(commit);
        Assert.Equal("original", lab.Read("a.txt"));
    }
}
