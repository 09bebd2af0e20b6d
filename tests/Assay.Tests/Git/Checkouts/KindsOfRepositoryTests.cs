using System.Security.Cryptography;
using System.Text;
using Assay.Tests.Support;

namespace Assay.Tests.Git.Checkouts;

/// <summary>Repositories whose objects, references or contents lie in unusual places.</summary>
public sealed class KindsOfRepositoryTests : IDisposable
{
    private readonly TestRepository repository = TestRepository.Create();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Sha256()
    {
        using var other = TestRepository.Create("repository", "--object-format=sha256");
        var first = other.Write("a.txt", "1").Commit("first");
        other.Write("a.txt", "uncommitted");
        using var lab = CloneLab.Of(other);
        await lab.Show(first);
        Assert.Equal(("1", first, ""), (lab.Read("a.txt"), lab.Git("rev-parse", "HEAD"), lab.Git("status", "--porcelain")));
        await lab.Show(null);
        Assert.Equal("uncommitted", lab.Read("a.txt"));
    }

    [Fact]
    public async Task A_linked_work_tree()
    {
        repository.Write("a.txt", "1").Commit("first");
        var linked = Path.Combine(Path.GetDirectoryName(repository.Root)!, "linked");
        repository.Git("worktree", "add", "-q", "-b", "other", linked);
        File.WriteAllText(Path.Combine(linked, "a.txt"), "uncommitted");
        using var lab = CloneLab.Of(linked);
        await lab.Show(null);
        Assert.Equal("uncommitted", lab.Read("a.txt"));
        await lab.Show(repository.Git("rev-parse", "main"));
        Assert.Equal("1", lab.Read("a.txt"));
        Assert.Equal("main\nother", lab.Git("for-each-ref", "--format=%(refname:short)"));
    }

    [Fact]
    public async Task A_shallow_clone()
    {
        repository.Write("a.txt", "1").Commit("first");
        repository.Write("a.txt", "2").Commit("second");
        using var shallow = repository.Clone("--depth=1");
        using var lab = CloneLab.Of(shallow);
        await lab.Show(shallow.Git("rev-parse", "HEAD"));
        Assert.Equal("2", lab.Read("a.txt"));
        Assert.Equal("second", lab.Git("log", "--format=%s"));
    }

    [Fact]
    public async Task Objects_that_are_borrowed_from_a_borrower_by_a_relative_path()
    {
        var first = repository.Write("a.txt", "1").Commit("first");
        var beside = Path.GetDirectoryName(repository.Root)!;
        TestRepository.GitIn(beside, "clone", "-q", "--shared", repository.Root, "middle");
        File.WriteAllText(Path.Combine(beside, "middle/.git/objects/info/alternates"), "../../../repository/.git/objects\n");
        TestRepository.GitIn(beside, "clone", "-q", "--shared", Path.Combine(beside, "middle"), "last \"quoted\"");
        using var lab = CloneLab.Of(Path.Combine(beside, "last \"quoted\""));
        await lab.Show(first);
        Assert.Equal(("1", ""), (lab.Read("a.txt"), lab.Git("status", "--porcelain")));
    }

    [Fact]
    public async Task Branches_tags_and_remotes_are_visible_and_the_stash_is_not()
    {
        var first = repository.Write("a.txt", "1").Commit("first");
        repository.Git("tag", "-a", "v1.2.0", "-m", "release");
        repository.Git("tag", "light");
        repository.Git("remote", "add", "origin", "https://somebody:secret@example.com/team/app.git");
        repository.Write("a.txt", "2");
        repository.Git("stash", "-q");
        var second = repository.Write("b.txt", "2").Commit("second");
        using var lab = CloneLab.Of(repository);
        await lab.Show(second);
        Assert.Equal($"v1.2.0-1-g{second[..7]}", lab.Git("describe", "--dirty"));
        Assert.Equal("refs/heads/main\nrefs/tags/light\nrefs/tags/v1.2.0", lab.Git("for-each-ref", "--format=%(refname)"));
        Assert.Equal("https://example.com/team/app.git", lab.Git("remote", "get-url", "origin"));
        await lab.Show(first);
        Assert.Equal(first, lab.Git("rev-parse", "HEAD"));
        lab.Git("tag", "-d", "light");
        lab.Git("branch", "-D", "main");
        await lab.Show(second);
        Assert.Equal("light", lab.Git("tag", "-l", "light"));
    }

    [Fact]
    public async Task The_first_commit_and_the_empty_tree_before_it()
    {
        var first = repository.Write("a.txt", "1").Commit("first");
        using var lab = CloneLab.Of(repository);
        await lab.Show(first);
        var empty = new Assay.Git.Checkouts.RepositoryTree(repository.Git("hash-object", "-t", "tree", "/dev/null"), null);
        await lab.Clone.ShowAsync(empty, TestContext.Current.CancellationToken);
        Assert.Empty(lab.Files());
        await lab.Show(first);
        Assert.Equal("1", lab.Read("a.txt"));
    }

    [Fact]
    public async Task Submodules_are_shown_from_where_the_user_has_them_also_within_each_other()
    {
        using var inner = TestRepository.Create("inner");
        inner.Write("inner.txt", "inner 1").Commit("inner");
        using var middle = TestRepository.Create("middle");
        AddSubmodule(middle, inner, "nested/inner", "inner");
        middle.Write("middle.txt", "middle 1").Commit("middle 1");
        AddSubmodule(repository, middle, "libs/the middle", "odd name");
        repository.Git("-c", "protocol.file.allow=always", "submodule", "update", "-q", "--init", "--recursive");
        var first = repository.Write("a.txt", "1").Commit("first");
        File.WriteAllText(repository.FullPath("libs/the middle/middle.txt"), "middle 2");
        TestRepository.GitIn(repository.FullPath("libs/the middle"), "commit", "-q", "-a", "-m", "middle 2");
        var second = repository.Commit("second");
        using var lab = CloneLab.Of(repository);
        await lab.Show(first);
        Assert.Empty(lab.Clone.NotShown);
        Assert.Equal([".gitmodules", "a.txt", "libs/the middle/.gitmodules", "libs/the middle/middle.txt", "libs/the middle/nested/inner/inner.txt"], lab.Files());
        var untouched = lab.WrittenAt("libs/the middle/nested/inner/inner.txt");
        Assert.Equal("", lab.Git("status", "--porcelain"));
        lab.Write("libs/the middle/left.txt", "x");
        await lab.Show(second);
        Assert.Equal("middle 2", lab.Read("libs/the middle/middle.txt"));
        Assert.Equal(untouched, lab.WrittenAt("libs/the middle/nested/inner/inner.txt"));
        Assert.False(lab.Has("libs/the middle/left.txt"));
    }

    [Fact]
    public async Task A_submodule_in_its_own_folder_is_shown_and_one_that_is_not_here_is_named()
    {
        using var library = TestRepository.Create("library");
        library.Write("lib.txt", "lib").Commit("lib");
        var without = repository.Write("a.txt", "1").Commit("without");
        TestRepository.GitIn(repository.Root, "clone", "-q", library.Root, "embedded");
        AddSubmodule(repository, library, "gone", "gone");
        var first = repository.Commit("first");
        using (var lab = CloneLab.Of(repository))
        {
            await lab.Show(first);
            Assert.Empty(lab.Clone.NotShown);
            Assert.Equal(("lib", "lib"), (lab.Read("embedded/lib.txt"), lab.Read("gone/lib.txt")));
        }
        using var clone = repository.Clone();
        using var other = CloneLab.Of(clone);
        await other.Show(first);
        Assert.Equal(["embedded", "gone"], other.Clone.NotShown);
        Assert.Empty(Directory.EnumerateFileSystemEntries(other.PathOf("gone")));
        other.Write("gone/left.txt", "x");
        await other.Show(first);
        Assert.Empty(Directory.EnumerateFileSystemEntries(other.PathOf("gone")));
        await other.Show(without);
        Assert.Empty(other.Clone.NotShown);
    }

    [Fact]
    public async Task Contents_of_git_lfs_are_shown_where_they_are_and_named_where_they_are_not()
    {
        string Pointer(string content) => $"version https://git-lfs.github.com/spec/v1\noid sha256:{Digest(content)}\nsize {Encoding.UTF8.GetByteCount(content)}\n";
        repository.Write(".gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n").Write("here.bin", Pointer("large content")).Write("missing.bin", Pointer("not here")).Write("forged.bin", Pointer("the real one")).Write("a.txt", "1");
        var commit = repository.Commit("first");
        repository.Write($".git/lfs/objects/{Digest("large content")[..2]}/{Digest("large content")[2..4]}/{Digest("large content")}", "large content");
        repository.Write($".git/lfs/objects/{Digest("the real one")[..2]}/{Digest("the real one")[2..4]}/{Digest("the real one")}", "the fake one");
        repository.Write("here.bin", "large content").Write("edited.bin", "only in the work tree").Delete("edited.bin");
        using var lab = CloneLab.Of(repository);
        await lab.Show(commit);
        Assert.Equal(["forged.bin", "missing.bin"], lab.Clone.NotShown);
        Assert.Equal("large content", lab.Read("here.bin"));
        Assert.Equal(Pointer("not here"), lab.Read("missing.bin"));
        Assert.Equal("", lab.Git("status", "--porcelain"));
        var written = lab.WrittenAt("here.bin");
        await lab.Show(commit);
        Assert.Equal(written, lab.WrittenAt("here.bin"));
    }

    [Fact]
    public async Task An_edited_file_of_git_lfs_is_shown_from_the_work_tree()
    {
        var pointer = $"version https://git-lfs.github.com/spec/v1\noid sha256:{Digest("old")}\nsize 3\n";
        repository.Write(".gitattributes", "*.bin filter=lfs\n").Write("data.bin", pointer).Commit("first");
        repository.Write("data.bin", "edited since");
        using var lab = CloneLab.Of(repository);
        await lab.Show(null);
        Assert.Equal("edited since", lab.Read("data.bin"));
        Assert.Empty(lab.Clone.NotShown);
    }

    private static string Digest(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static void AddSubmodule(TestRepository to, TestRepository module, string path, string name) =>
        to.Git("-c", "protocol.file.allow=always", "submodule", "add", "-q", "--name", name, module.Root, path);
}
