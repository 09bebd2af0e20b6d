using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Git;
using Assay.Tests.Support;
using static Assay.Tests.Git.Selections;

namespace Assay.Tests.Git;

public sealed class WorkTreeTests : IDisposable
{
    private readonly TestRepository repository = TestRepository.Create();

    public WorkTreeTests() => repository.Write("a.txt", "1\n2\n").Write(".gitignore", "out/\n*.log\n").Commit("first");

    public void Dispose() => repository.Dispose();

    [Fact]
    public void Ignored_files_are_no_part_of_the_work_tree_and_others_are()
    {
        repository.Write("out/x.txt", "x").Write("x.log", "x").Write("src/new.txt", "new");
        using var opened = repository.Open();
        var tree = opened.ReadWorkTree();
        Assert.Equal(["src/new.txt"], tree.Changed);
        Assert.Equal([".gitignore", "a.txt", "src/new.txt"], tree.Tree.Files.Select(file => file.Path));
    }

    [Fact]
    public void Ids_and_modes_are_those_that_git_would_give()
    {
        repository.Write("a.txt", "changed\n").Write("new file.bin", [0, 13, 10, 255]).Write("empty", "");
        File.CreateSymbolicLink(repository.FullPath("link"), "a.txt");
        using var opened = repository.Open();
        var files = opened.ReadWorkTree().Tree.Files;
        repository.Git("add", "-A");
        Assert.Equal(repository.Git("ls-files", "--stage"), string.Join('\n', files.Select(file => $"{file.Mode} {file.Id} 0\t{file.Path}")));
    }

    [Fact]
    public void What_is_staged_added_removed_or_only_intended_counts_as_it_stands_on_disk()
    {
        repository.Write("gone.txt", "g\n").Commit("second");
        repository.Write("staged.txt", "staged\n").Write("intended.txt", "intended\n").Write("vanished.txt", "v\n");
        repository.Git("add", "staged.txt", "vanished.txt");
        repository.Git("add", "-N", "intended.txt");
        repository.Git("rm", "-q", "gone.txt");
        repository.Write("staged.txt", "edited since\n").Delete("vanished.txt");
        var change = repository.Change();
        Assert.Equal(["gone.txt", "intended.txt", "staged.txt"], change.Paths());
        Assert.Equal(["+edited since"], change.Lines("staged.txt"));
    }

    [Fact]
    public void A_file_taken_out_of_git_and_ignored_is_deleted()
    {
        repository.Git("rm", "-q", "--cached", "a.txt");
        repository.Write(".gitignore", "a.txt\n");
        Assert.Equal([(".gitignore", ChangeKind.Modified), ("a.txt", ChangeKind.Deleted)], repository.Change().Files.Select(file => (file.Path, file.Kind)));
    }

    [Fact]
    public void A_checkout_with_other_line_ends_is_clean_and_an_edit_in_it_is_one_line()
    {
        repository.Write("a.txt", "1\r\n2\r\n");
        Assert.Equal(Judged.State, repository.Change().Judged);
        repository.Write("a.txt", "1\r\n3\r\n");
        using var opened = repository.Open();
        var selection = ChangeReader.Select(opened, new(null, null));
        Assert.Equal(["-2", "+3"], selection.Change.Lines("a.txt"));
        Assert.Equal("1\n3\n"u8.ToArray(), selection.Head.Read("a.txt"));
    }

    [Fact]
    public void Line_ends_of_a_binary_file_are_content()
    {
        repository.Write("b.bin", "\0\n").Commit("second");
        repository.Write("b.bin", "\0\r\n");
        Assert.Equal(["b.bin"], repository.Change().Paths());
    }

    [Fact]
    public void A_large_file_behind_a_pointer_is_clean_only_with_the_content_the_pointer_names()
    {
        static string Pointer(string content) =>
            $"version https://git-lfs.github.com/spec/v1\noid sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}\nsize {content.Length}\n";
        repository.Write("big.psd", Pointer("picture")).Commit("second");
        repository.Write("big.psd", "picture");
        Assert.Equal(Judged.State, repository.Change().Judged);
        repository.Write("big.psd", "pictura");
        using var opened = repository.Open();
        Assert.Equal(Pointer("pictura"), Encoding.UTF8.GetString(ChangeReader.Select(opened, new(null, null)).Head.Read("big.psd")!));
    }

    [Fact]
    public void A_submodule_is_compared_by_the_commit_that_is_checked_out()
    {
        using var library = TestRepository.Create("library");
        library.Write("l.txt", "l").Commit("first");
        repository.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.Root, "library");
        repository.Commit("second");
        Assert.Equal(Judged.State, repository.Change().Judged);
        repository.Git("-C", "library", "commit", "-q", "--allow-empty", "-m", "moved");
        repository.Git("config", "submodule.library.ignore", "all");
        Assert.Equal(["library"], repository.Change().Paths());
        repository.Git("submodule", "--quiet", "deinit", "-f", "library");
        Assert.Equal(Judged.State, repository.Change().Judged);
    }

    [Fact]
    public void A_pipe_in_the_place_of_a_file_does_not_hang()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes");
        repository.Delete("a.txt");
        Shell($"mkfifo '{repository.FullPath("a.txt")}'");
        Assert.Equal(["a.txt"], repository.Change().Paths());
    }

    [Fact]
    public void A_file_becomes_a_folder_and_a_folder_a_file()
    {
        repository.Write("d/x.txt", "x\n").Commit("second");
        Directory.Delete(repository.FullPath("d"), recursive: true);
        repository.Write("d", "now a file\n").Delete("a.txt").Write("a.txt/inner.txt", "i\n");
        Assert.Equal(["a.txt", "a.txt/inner.txt", "d", "d/x.txt"], repository.Change().Paths());
    }

    [Fact]
    public void A_name_that_is_no_UTF8_ends_the_command()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has such file names");
        Shell($"printf x > '{repository.Root}'/$(printf '\\377')");
        Assert.Same(GitErrors.HiddenFromGit, Refusal(() => repository.Change()));
        Shell($"rm '{repository.Root}'/$(printf '\\377')");
    }

    [Theory]
    [InlineData("main", false)]
    [InlineData("main", true)]
    [InlineData("work", false)]
    [InlineData("work", true)]
    public void The_repository_stays_as_it_is_to_the_byte(string branch, bool dirty)
    {
        repository.Git("branch", "work");
        repository.Git("switch", "-q", branch);
        repository.Write("b.txt", "b\n").Commit("second");
        repository.Write("stashed.txt", "s\n").Git("stash", "-q", "-u");
        if (dirty)
            repository.Write("a.txt", "edited\n").Write("staged.txt", "s\n").Write("new.txt", "n\n").Git("add", "staged.txt");
        File.SetLastWriteTimeUtc(repository.FullPath("b.txt"), DateTime.UnixEpoch);
        var before = repository.Fingerprint();
        using (var opened = repository.Open())
        {
            var selection = ChangeReader.Select(opened, new(null, null));
            Assert.All(selection.Head.Files, file => Assert.NotNull(selection.Head.Read(file.Path)));
            Assert.Equal(dirty, selection.Change.Dirty);
        }

        Assert.Equal(before, repository.Fingerprint());
    }

    [Fact]
    public void Nothing_is_left_in_the_temporary_folder()
    {
        repository.Write("a.txt", "edited\n");
        ScratchFolderOf(out var folder);
        Assert.False(Directory.Exists(folder));
    }

    private static void Shell(string script)
    {
        using var shell = Process.Start("sh", ["-c", script]);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    private void ScratchFolderOf(out string folder)
    {
        using var opened = repository.Open();
        opened.ReadWorkTree();
        folder = Assert.Single(opened.ScratchFolders);
        Assert.True(Directory.Exists(folder));
    }
}
